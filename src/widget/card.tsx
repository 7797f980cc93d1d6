/** Draws our Adaptive Cards natively: ways to reach people as big buttons, words to say in large letters. */
import type { Action } from '../wire.ts';
import type { CardPart, CardView } from './activity.ts';
import { Icon } from './icons.tsx';
import type { PageData } from './page-data.ts';

export function Reach({ action, page }: { readonly action: Action; readonly page: PageData }) {
  const away = action.kind === 'open' ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  const now = page.emergency.includes(action.href);
  return (
    <a class={`reach ${now ? 'now' : action.kind}`} href={action.href} {...away}>
      <Icon name={action.kind} />
      {action.label}
    </a>
  );
}

interface PartProps {
  readonly part: CardPart;
  readonly page: PageData;
}

const Actions = ({ part, page }: PartProps) =>
  part.actions.length > 0 ? (
    <div class="actions">
      {part.actions.map((action) => (
        <Reach key={action.href} action={action} page={page} />
      ))}
    </div>
  ) : null;

function Entry({ part, page }: PartProps) {
  const [name, says, ...facts] = part.texts;
  return (
    <section class="entry">
      <h3>{name}</h3>
      {says && <p>{says}</p>}
      <Actions part={part} page={page} />
      {facts.length > 0 && (
        <ul class="facts">
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Silent route, words to say, notes, slim line: a heading where there is one, and lines. */
function Lines({ part, page }: PartProps) {
  const headed = part.id === 'silent' || part.id === 'words';
  const [heading, ...texts] = headed ? part.texts : ['', ...part.texts];
  return (
    <section class={`lines ${headed || part.id === 'slim' ? part.id : 'notes'}`}>
      {heading && <h3>{heading}</h3>}
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Actions part={part} page={page} />
    </section>
  );
}

function Part({ part, page }: PartProps) {
  if (part.id === 'title') return <h2>{part.texts.join(' ')}</h2>;
  return part.id.startsWith('entry-') ? <Entry part={part} page={page} /> : <Lines part={part} page={page} />;
}

/** What a call leaves behind is to be read before the first button that calls: the notes come right under the title. */
const RANK: Record<string, number> = { title: 0, notes: 1 };
const rank = ({ id }: CardPart): number => RANK[id] ?? 2;

interface CardProps {
  readonly card: CardView;
  readonly lang: string | undefined;
  readonly page: PageData;
}

export function Card({ card, lang, page }: CardProps) {
  const slim = card.parts.every((part) => part.id === 'slim');
  return (
    <div class={slim ? 'card small' : card.urgent ? 'card urgent' : 'card'} lang={lang}>
      {[...card.parts]
        .sort((a, b) => rank(a) - rank(b))
        .map((part) => (
          <Part key={part.id} part={part} page={page} />
        ))}
      {slim && !lang && <p class="trace">{page.texts['card-call-trace']}</p>}
    </div>
  );
}
