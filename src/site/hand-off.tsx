/** The card of services on a page: by place and clock, with links that ring, text and open. */
import { opening } from '../contacts/facts.ts';
import { entryOf, handOffCard } from '../contacts/hand-off.ts';
import { openState } from '../contacts/open.ts';
import { weekOf } from '../contacts/week.ts';
import { callAction } from '../contacts/words.ts';
import type { Audience, Content, Service as Known } from '../content/model.ts';
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

/** What a card says of the hours: `clock` holds now, and `paper`, for who prints it, on any day. */
interface Hours {
  readonly clock: readonly string[];
  readonly paper: readonly string[];
}

const AT_ALL_HOURS: Hours = { clock: [], paper: [] };

/** Those who answer for one another, by day and by night, and are not on the card themselves. */
function partnersOf(content: Content, service: Known, shown: readonly string[]): Known[] {
  return [...content.services.values()].filter(
    ({ id, otherwise }) => !shown.includes(id) && (service.otherwise === id || otherwise === service.id),
  );
}

function hoursOf(content: Content, id: string, at: number, shown: readonly string[]): Hours {
  const service = content.services.get(id);
  if (!service || typeof service.hours === 'string') return AT_ALL_HOURS;
  const partners = partnersOf(content, service, shown).flatMap((one) =>
    one.phone
      ? [`${callAction(content, one.phone, one.short ?? one.name).label}.`, ...weekOf(content, one)]
      : [],
  );
  return {
    clock: opening(content, openState(service, at, content), false),
    paper: [...weekOf(content, service), ...partners],
  };
}

interface ServiceProps {
  readonly entry: Card['entries'][number];
  readonly urgent: boolean;
  readonly level: 'h2' | 'h3';
  readonly hours?: Hours;
}

/** Numbers and links of one service; the card of the chat without its headings. */
function Service({ entry, urgent, level: Name, hours = AT_ALL_HOURS }: ServiceProps) {
  const { clock, paper } = hours;
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
        {clock.map((fact) => (
          <li key={fact} class="clock">
            {fact}
          </li>
        ))}
        {paper.length > 0 && <li class="paper">{paper.join(' ')}</li>}
        {facts
          .filter((fact) => !clock.includes(fact))
          .map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
      </ul>
    </section>
  );
}

/** One website without the numbers of a card: for matters where nobody asks for help. */
export function Website({ service, content, at }: Drawn & { readonly service: string }) {
  const found = content.services.get(service);
  if (!found) return null;
  return (
    <div class="card">
      <Service entry={entryOf(content, found, { at, urgent: false })} urgent={false} level="h3" />
    </div>
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
  const shown = card.entries.map(({ service }) => service);
  const emergency = (id: string): boolean => content.services.get(id)?.emergency === true;
  return (
    <div class="card">
      {card.entries.map((entry) => (
        <Service
          key={entry.service}
          entry={entry}
          urgent={emergency(entry.service)}
          level={top ? 'h2' : 'h3'}
          hours={hoursOf(content, entry.service, at, shown)}
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
