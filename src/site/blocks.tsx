/** The blocks of a page as HTML: words, cards by place and clock, and buttons into the chat. */
import { codeOf } from '../content/codes.ts';
import type { Block, Inline } from '../content/markdown.ts';
import type { Content, Page, StepRef } from '../content/model.ts';
import { type Drawn, HandOff, Website } from './hand-off.tsx';
import { Spot, spotOf } from './spots.tsx';
import { Icon } from './sprite.tsx';

export type { Drawn };

const Words = ({ inlines }: { readonly inlines: readonly Inline[] }) => (
  <>
    {inlines.map((one) => {
      if (one.kind === 'strong') return <b>{one.text}</b>;
      return one.kind === 'link' ? <a href={one.to}>{one.text}</a> : one.text;
    })}
  </>
);

/** The address of the chat at a step: a code, so that it tells nobody what it is about. */
export function chatAddress(content: Content, target: string): string {
  const ref = (target.includes('/') ? target : content.dialogs.get(target)?.start) as StepRef | undefined;
  return ref ? `/chat#c-${codeOf(ref)}` : '/chat';
}

/** A list of nothing but links to pages: each becomes a card with the page's picture. */
const pagesIn = (block: Block): Extract<Inline, { kind: 'link' }>[] =>
  block.kind !== 'list' || block.ordered
    ? []
    : block.items.flatMap(([first, ...more]) => (first?.kind === 'link' && more.length === 0 ? [first] : []));

const Pages = ({ links }: { readonly links: readonly Extract<Inline, { kind: 'link' }>[] }) => (
  <ul class="cards">
    {links.map(({ to, text }) => {
      const spot = spotOf(to.slice(1));
      return (
        <li key={to}>
          <a href={to}>
            {spot && <Spot name={spot} />}
            {text}
          </a>
        </li>
      );
    })}
  </ul>
);

type Door = Extract<Block, { kind: 'chat' }>;

/** Whether they are a row of doors with pictures, and not one button among words. */
const drawable = (doors: readonly Door[]): boolean =>
  doors.length > 1 && doors.every(({ dialog }) => spotOf(dialog));

/** Ways into the chat that stand together. */
const Doors = ({ doors, content }: { readonly doors: readonly Door[]; readonly content: Content }) => (
  <ul class={drawable(doors) ? 'doors' : 'ways'}>
    {doors.map(({ dialog, label, says, line }) => {
      const spot = drawable(doors) && spotOf(dialog);
      return (
        <li key={line}>
          <a class={spot ? 'door' : 'choice'} href={chatAddress(content, dialog)}>
            {spot ? <Spot name={spot} /> : <Icon name="text" />}
            {label}
            {says && <small>{says}</small>}
          </a>
        </li>
      );
    })}
  </ul>
);

/** A list of words to say out loud. */
const isSaid = (items: readonly (readonly Inline[])[]): boolean =>
  items.every(([first]) => first?.text.startsWith('"'));

/** An id for a heading of a long page. */
const anchorOf = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, '-');

/** Headings whose lists are gone through point by point: those get boxes to tick. */
const CHECKED = /^(look for|do|what to do)$|\bsigns\b/i;

interface DrawingProps extends Drawn {
  readonly block: Exclude<Block, Door>;
  /** The heading above. */
  readonly under: string;
}

function Drawing({ block, under, ...drawn }: DrawingProps) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h2 id={drawn.jumps ? anchorOf(block.text) : undefined}>{block.text}</h2>
      ) : (
        <h3>{block.text}</h3>
      );
    case 'paragraph':
      return (
        <p class={block.inlines.length === 1 && block.inlines[0]?.kind === 'link' ? 'on' : undefined}>
          <Words inlines={block.inlines} />
        </p>
      );
    case 'list': {
      const links = pagesIn(block);
      if (links.length === block.items.length) return <Pages links={links} />;
      const items = block.items.map((inlines) => (
        <li>
          <Words inlines={inlines} />
        </li>
      ));
      return block.ordered ? (
        <ol>{items}</ol>
      ) : (
        <ul class={isSaid(block.items) ? 'said' : CHECKED.test(under) ? 'dots checks' : 'dots'}>{items}</ul>
      );
    }
    case 'hand-off':
      return <HandOff {...drawn} services={block.services} />;
    case 'website':
      return <Website {...drawn} service={block.service} />;
  }
}

/** Doors that follow one another stand together. */
function runs(blocks: readonly Block[]): (Exclude<Block, Door> | Door[])[] {
  const parts: (Exclude<Block, Door> | Door[])[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.kind !== 'chat') parts.push(block);
    else if (Array.isArray(last)) last.push(block);
    else parts.push([block]);
  }
  return parts;
}

/** All blocks of a page, or some of them, in their order. */
export const Blocks = ({ blocks, ...drawn }: Drawn & { readonly blocks: readonly Block[] }) => (
  <>
    {runs(blocks).map((part, n, all) => {
      if (Array.isArray(part)) return <Doors key={part[0]?.line} doors={part} content={drawn.content} />;
      const above = all.slice(0, n).findLast((one) => !Array.isArray(one) && one.kind === 'heading');
      const under = above && 'text' in above ? above.text : '';
      return (
        <Drawing key={part.line} {...drawn} top={drawn.top === true && !above} block={part} under={under} />
      );
    })}
  </>
);

/** What a long page holds, to jump to. Never on a page for the young: a jump leaves its word in the address. */
export const Contents = ({
  page,
  label,
}: {
  readonly page: Pick<Page, 'blocks'>;
  readonly label: string;
}) => (
  <nav class="contents" aria-labelledby="contents">
    <b id="contents">{label}</b>
    <ul>
      {page.blocks.map((block) =>
        block.kind === 'heading' && block.level === 2 ? (
          <li key={block.line}>
            <a href={`#${anchorOf(block.text)}`}>{block.text}</a>
          </li>
        ) : null,
      )}
    </ul>
  </nav>
);
