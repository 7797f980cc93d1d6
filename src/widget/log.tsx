/** The messages. Each new one of the bot is announced once; our own are not, the person knows what they said. */
import { Card } from './card.tsx';
import { Icon } from './icons.tsx';
import type { PageData } from './page-data.ts';
import type { Item, Talk } from './transcript.ts';

interface LineProps {
  readonly item: Item;
  /** First of a run of messages by the same side. */
  readonly first: boolean;
  readonly latest: boolean;
  readonly page: PageData;
  readonly onRetry: (key: string) => void;
}

function Mine({ item, latest, page, onRetry }: LineProps & { readonly item: Item & { kind: 'mine' } }) {
  return (
    <div class="mine" aria-live="off" tabIndex={-1} id={latest ? 'latest' : undefined}>
      <p class="bubble" dir="auto">
        <span class="unseen">{page.texts.you}: </span>
        {item.text}
      </p>
      {item.sent === 'failed' && (
        <div class="failed" role="status">
          {page.texts['not-sent']}{' '}
          <button type="button" onClick={() => onRetry(item.key)}>
            {page.texts.retry}
          </button>
        </div>
      )}
    </div>
  );
}

function Line(props: LineProps) {
  const { item, first, page } = props;
  if (item.kind === 'mine') return <Mine {...props} item={item} />;
  if (item.kind === 'notice') return <p class="notice">{item.text}</p>;
  return (
    <div class={first ? 'bot first' : 'bot'}>
      {first && <Icon name="mark" />}
      {first && <span class="unseen">{page.texts.bot}: </span>}
      {item.message.text && (
        <p class="bubble" dir="auto">
          {item.message.text}
        </p>
      )}
      {item.message.cards.map((card, n) => (
        <Card key={n} card={card} page={page} />
      ))}
    </div>
  );
}

export interface LogProps {
  readonly talk: Talk;
  readonly page: PageData;
  readonly onRetry: (key: string) => void;
}

export function Log({ talk, page, onRetry }: LogProps) {
  const latest = talk.items.map(({ kind }) => kind).lastIndexOf('mine');
  return (
    <>
      <div class="log" role="log" aria-live="polite" aria-label={page.texts['messages-label']} tabIndex={-1}>
        {talk.items.map((item, n) => (
          <Line
            key={item.key}
            item={item}
            first={talk.items[n - 1]?.kind !== item.kind}
            latest={n === latest}
            page={page}
            onRetry={onRetry}
          />
        ))}
      </div>
      {talk.waiting && (
        <p class="typing">
          <span class="unseen">{page.texts.typing}</span>
          <i />
          <i />
          <i />
        </p>
      )}
    </>
  );
}
