/** The whole chat as one picture of the talk. */
import type { Button } from '../wire.ts';
import { Banner, Composer } from './dock.tsx';
import { Log } from './log.tsx';
import type { PageData, WidgetText } from './page-data.ts';
import type { Over, Talk } from './transcript.ts';

export interface AppProps {
  readonly talk: Talk;
  readonly page: PageData;
  readonly onSay: (text: string) => void;
  readonly onChoose: (button: Button) => void;
  readonly onRetry: (key: string) => void;
  readonly onDelete: () => void;
  readonly onNew: () => void;
}

const OVER: Record<Over, WidgetText> = {
  deleting: 'typing',
  deleted: 'deleted-page',
  unsure: 'server-gone',
  expired: 'expired-page',
};

function Ended({
  why,
  page,
  onNew,
}: {
  readonly why: Over;
  readonly page: PageData;
  readonly onNew: () => void;
}) {
  return (
    <div class="ended" role="status" tabIndex={-1} id="ended">
      <p>{page.texts[OVER[why]]}</p>
      {why !== 'deleting' && (
        <button type="button" class="choice" onClick={onNew}>
          {page.texts['new-chat']}
        </button>
      )}
    </div>
  );
}

export function App({ talk, page, onSay, onChoose, onRetry, onDelete, onNew }: AppProps) {
  if (talk.over) return <Ended why={talk.over} page={page} onNew={onNew} />;
  return (
    <>
      <Log talk={talk} page={page} onRetry={onRetry} />
      {talk.buttons.length > 0 && (
        <fieldset class="choices" aria-label={page.texts['buttons-label']}>
          {talk.buttons.map((button) => (
            <button key={button.ref} type="button" class="choice" onClick={() => onChoose(button)}>
              {button.label}
            </button>
          ))}
        </fieldset>
      )}
      <div class="dock">
        <Banner link={talk.link} page={page} />
        <Composer page={page} onSay={onSay} />
      </div>
      <button type="button" class="delete" onClick={onDelete}>
        {page.texts['delete-chat']}
      </button>
    </>
  );
}
