/** The first page: what this is in a sentence, four doors into the chat, and the way to every section. */
import type { Block } from '../content/markdown.ts';
import type { Page } from '../content/model.ts';
import { Footer, SiteNav, type SiteProps } from './article.tsx';
import { Blocks, type Drawn } from './blocks.tsx';
import { Frame } from './frame.tsx';
import { Buddy, Scene } from './sprite.tsx';

/** The blocks before the first heading, then those of each heading with it. */
function sections(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

interface HomeProps extends SiteProps {
  readonly page: Page;
  readonly drawn: Drawn;
}

export function HomePage({ page, drawn, here, links, chat, ...props }: HomeProps) {
  const [first = [], ...rest] = sections(page.blocks);
  return (
    <Frame {...props} paged>
      <main class="home" id="words" tabIndex={-1}>
        <div class="hero">
          <Scene />
          <div>
            <h1>
              {page.title}
              <Buddy />
            </h1>
            <Blocks blocks={first} {...drawn} />
          </div>
        </div>
        {rest.map((blocks) => (
          <section key={blocks[0]?.line}>
            <Blocks blocks={blocks} {...drawn} />
          </section>
        ))}
      </main>
      <Footer ui={props.ui}>
        <SiteNav ui={props.ui} here={here} links={[chat, ...links]} />
      </Footer>
    </Frame>
  );
}
