/** The blocks of a page as HTML: words, cards by place and clock, and buttons into the chat. */
import { handOffCard } from '../contacts/hand-off.ts';
import { codeOf } from '../content/codes.ts';
import type { Block, Inline } from '../content/markdown.ts';
import type { Audience, Content, Page, StepRef } from '../content/model.ts';
import type { Card } from '../wire.ts';
import { Icon } from './sprite.tsx';

/** For whom and when a page is drawn. `at`: milliseconds since the epoch. */
export interface Drawn {
  readonly content: Content;
  readonly audience: Audience;
  readonly at: number;
}

const Words = ({ inlines }: { readonly inlines: readonly Inline[] }) => (
  <>
    {inlines.map((one) => {
      if (one.kind === 'strong') return <b>{one.text}</b>;
      return one.kind === 'link' ? <a href={one.to}>{one.text}</a> : one.text;
    })}
  </>
);

/** Numbers and links of one service; the card of the chat without its headings. */
function Service({ entry, urgent }: { readonly entry: Card['entries'][number]; readonly urgent: boolean }) {
  const { name, says, facts, actions } = entry;
  return (
    <section class="entry">
      <h3>{name}</h3>
      <p>{says}</p>
      <div class="actions">
        {actions.map(({ kind, label, href }) => (
          <a
            key={href}
            class={`reach ${urgent ? 'now' : kind}`}
            href={href}
            {...(kind === 'open' ? { rel: 'noopener noreferrer' } : {})}
          >
            <Icon name={kind} />
            {label}
          </a>
        ))}
      </div>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  );
}

function HandOff({ services, content, audience, at }: Drawn & { readonly services: readonly string[] }) {
  const view = { audience, age: 'unknown', place: null, at, urgent: false } as const;
  const card = handOffCard(content, services, view, []);
  const emergency = (id: string): boolean => content.services.get(id)?.emergency === true;
  return (
    <div class="card">
      {card.entries.map((entry) => (
        <Service key={entry.service} entry={entry} urgent={emergency(entry.service)} />
      ))}
      <section class="notes">
        {card.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </section>
    </div>
  );
}

/** The address of the chat at a step: a code, so that it tells nobody what it is about. */
export function chatAddress(content: Content, target: string): string {
  const ref = (target.includes('/') ? target : content.dialogs.get(target)?.start) as StepRef | undefined;
  return ref ? `/chat#c-${codeOf(ref)}` : '/chat';
}

function Drawing({ block, ...drawn }: Drawn & { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Words inlines={block.inlines} />
        </p>
      );
    case 'list': {
      const items = block.items.map((inlines) => (
        <li>
          <Words inlines={inlines} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul class="dots">{items}</ul>;
    }
    case 'hand-off':
      return <HandOff {...drawn} services={block.services} />;
    case 'chat':
      return (
        <p>
          <a class="choice" href={chatAddress(drawn.content, block.dialog)}>
            <Icon name="text" />
            {block.label}
          </a>
        </p>
      );
  }
}

/** All blocks of a page, in their order. */
export const Blocks = ({ page, ...drawn }: Drawn & { readonly page: Pick<Page, 'blocks'> }) => (
  <>
    {page.blocks.map((block) => (
      <Drawing key={block.line} {...drawn} block={block} />
    ))}
  </>
);
