/** The whole chat as one picture of the talk: a form that works by itself, on the server's page and in the browser. */
import type { Button } from '../wire.ts';
import { Banner, Choices, Composer } from './dock.tsx';
import { type Hands, instead, sayFrom } from './hands.ts';
import { Icon } from './icons.tsx';
import { Log } from './log.tsx';
import type { PageData, WidgetText } from './page-data.ts';
import type { Over, Talk } from './transcript.ts';

export interface AppProps {
  readonly talk: Talk;
  readonly page: PageData;
  /** Names the talk where there is no script; nothing before the first answer. */
  readonly token?: string | undefined;
  readonly on?: Hands | undefined;
}

const OVER: Record<Over, WidgetText> = {
  deleting: 'typing',
  deleted: 'deleted-page',
  unsure: 'delete-unsure',
  expired: 'expired-page',
};

/** Sends the words, or presses a button that stands outside the form. */
function submit(event: SubmitEvent, on: Hands): void {
  event.preventDefault();
  const by = event.submitter as HTMLButtonElement | null;
  if (by?.name === 'choice') on.choose({ label: by.innerText, ref: by.value });
  else sayFrom((event.currentTarget as HTMLFormElement).words, on);
}

type PartProps = Pick<AppProps, 'page' | 'on'>;

function Ended({ why, page, on }: PartProps & { readonly why: Over }) {
  return (
    <div class="ended" role="status" tabIndex={-1} id="ended">
      <p>{page.texts[OVER[why]]}</p>
      {why !== 'deleting' && (
        <form action="/chat">
          <button type="submit" class="choice" onClick={instead(on?.renew)}>
            {page.texts['new-chat']}
          </button>
        </form>
      )}
    </div>
  );
}

/** Over everything below the head; it says nothing about what is under it. */
const Cover = ({ page, on }: PartProps) => (
  <div class="cover">
    <Icon name="mark" />
    <button type="button" class="choice" id="uncover" onClick={on?.uncover}>
      {page.texts['cover-show']}
    </button>
  </div>
);

/** Not about what was said, but about the talk itself. */
function Quiet({ page, on }: PartProps) {
  const again: Button = { label: page.texts['start-again'], ref: ':start-again' };
  return (
    <div class="quiet">
      <button type="submit" name="choice" value={again.ref} onClick={instead(on && (() => on.choose(again)))}>
        {again.label}
      </button>
      <button type="submit" name="choice" value=":delete-this" onClick={instead(on?.remove)}>
        {page.texts['delete-chat']}
      </button>
    </div>
  );
}

export function App({ talk, page, token = '', on }: AppProps) {
  if (talk.over) return <Ended why={talk.over} page={page} on={on} />;
  return (
    <>
      {talk.covered && <Cover page={page} on={on} />}
      {/* Enter in a one-line field of this form would press its first button: there must be none. */}
      <form
        id="talk"
        method="post"
        action="/chat"
        autocomplete="off"
        onSubmit={(event) => on && submit(event, on)}
      >
        <input type="hidden" name="talk" value={token} />
        <Log talk={talk} page={page} on={on} />
        {talk.buttons.length > 0 && <Choices talk={talk} page={page} on={on} />}
        <div class="dock">
          <Banner link={talk.link} page={page} />
          <Composer page={page} on={on} />
        </div>
        <Quiet page={page} on={on} />
      </form>
    </>
  );
}
