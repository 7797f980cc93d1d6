/** The messages. Each new one of the bot is announced once; our own are not, the person knows what they said. */
import type { AppProps } from './app.tsx';
import { Card } from './card.tsx';
import { Icon } from './icons.tsx';
import type { Words } from './page-data.ts';
import type { Item } from './transcript.ts';

/** @returns a lang attribute for what is in another language than the page */
export const foreign = (lang: string, page: Words): string | undefined =>
  lang === '' || lang === page.lang ? undefined : lang;

interface LineProps extends Pick<AppProps, 'page' | 'on'> {
  readonly item: Item;
  /** First of a run of messages by the same side. */
  readonly first: boolean;
  readonly latest: boolean;
}

function Mine({ item, latest, page, on }: LineProps & { readonly item: Item & { kind: 'mine' } }) {
  return (
    <div class="mine" aria-live="off" tabIndex={-1} id={latest ? 'latest' : undefined}>
      <p class="bubble" dir="auto">
        <span class="unseen">{page.texts.you}: </span>
        {item.text}
      </p>
      {item.sent === 'failed' && (
        <div class="failed" role="status">
          {page.texts['not-sent']}{' '}
          <button type="button" onClick={() => on?.retry(item.key)}>
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
  const { text, lang, cards } = item.message;
  // Easy read begins with one: the words say it too.
  const [symbol] = /^\p{Extended_Pictographic}\S*/u.exec(text) ?? [];
  return (
    <div class={first ? 'bot first' : 'bot'}>
      {first && <Icon name="mark" />}
      {first && <span class="unseen">{page.texts.bot}: </span>}
      {text && (
        <p class="bubble" dir="auto" lang={foreign(lang, page)}>
          {symbol && (
            <span class="symbol" aria-hidden="true">
              {symbol}
            </span>
          )}
          {text.slice(symbol?.length)}
        </p>
      )}
      {cards.map((card, n) => (
        <Card key={n} card={card} lang={foreign(lang, page)} page={page} />
      ))}
    </div>
  );
}

export function Log({ talk, page, on }: AppProps) {
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
            on={on}
          />
        ))}
        {talk.slow && (
          <p key="slow" class="notice">
            {page.texts.slow}
          </p>
        )}
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
