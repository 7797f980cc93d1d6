/** The card of services on a page: by place and clock, with links that ring, text and open. */
import { handOffCard } from '../contacts/hand-off.ts';
import type { Audience, Content } from '../content/model.ts';
import type { Card } from '../wire.ts';
import { Icon } from './sprite.tsx';

/** For whom and when a page is drawn. `at`: milliseconds since the epoch. */
export interface Drawn {
  readonly content: Content;
  readonly audience: Audience;
  readonly at: number;
  /** Headings can be jumped to. */
  readonly jumps?: boolean;
  /** Nothing but the page's title stands above: names of services on cards are the next step. */
  readonly top?: boolean;
}

interface ServiceProps {
  readonly entry: Card['entries'][number];
  readonly urgent: boolean;
  readonly level: 'h2' | 'h3';
}

/** Numbers and links of one service; the card of the chat without its headings. */
function Service({ entry, urgent, level: Name }: ServiceProps) {
  const { name, says, facts, actions } = entry;
  return (
    <section class="entry">
      <Name>{name}</Name>
      <p>{says}</p>
      <div class="actions">
        {actions.map(({ kind, label, href }) => (
          <a
            key={href}
            class={`reach ${urgent ? 'now' : kind}`}
            href={href}
            {...(kind === 'open' ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
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

export function HandOff({
  services,
  content,
  audience,
  at,
  top,
}: Drawn & { readonly services: readonly string[] }) {
  const view = { audience, age: 'unknown', place: null, at, urgent: false } as const;
  const card = handOffCard(content, services, view, []);
  const emergency = (id: string): boolean => content.services.get(id)?.emergency === true;
  return (
    <div class="card">
      {card.entries.map((entry) => (
        <Service
          key={entry.service}
          entry={entry}
          urgent={emergency(entry.service)}
          level={top ? 'h2' : 'h3'}
        />
      ))}
      <section class="notes">
        {card.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </section>
    </div>
  );
}
