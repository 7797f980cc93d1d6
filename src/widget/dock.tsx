/** What stays at the bottom of the screen: the banner when the server is gone, and the box to type in. */
import { Reach } from './card.tsx';
import { Icon } from './icons.tsx';
import type { PageData } from './page-data.ts';
import type { Link } from './transcript.ts';

/** Read whole by the server up to this length. */
const LONGEST = 10_000;

/** The region is always there, so that its text is announced when it comes. */
export function Banner({ link, page }: { readonly link: Link; readonly page: PageData }) {
  return (
    <div role="alert">
      {link === 'gone' && (
        <div class="banner">
          <p>{page.texts['server-gone']}</p>
          <div class="actions">
            {page.numbers.map((action) => (
              <Reach key={action.href} action={action} page={page} />
            ))}
          </div>
          <p class="again">{page.texts.reconnecting}</p>
        </div>
      )}
    </div>
  );
}

export function Composer({
  page,
  onSay,
}: {
  readonly page: PageData;
  readonly onSay: (text: string) => void;
}) {
  const say = (form: HTMLFormElement) => {
    const box = form.elements.namedItem('words') as HTMLTextAreaElement;
    const text = box.value.trim();
    box.value = '';
    if (text) onSay(text);
    box.focus();
  };
  return (
    <form
      class="composer"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        say(event.currentTarget);
      }}
    >
      <label class="unseen" for="words">
        {page.texts['composer-label']}
      </label>
      <textarea
        id="words"
        name="words"
        rows={1}
        maxLength={LONGEST}
        placeholder={page.texts['composer-label']}
        aria-describedby="hint"
        enterkeyhint="send"
        autocomplete="off"
        // Not `autocorrect`: set as a property, which some browsers have as a boolean, "off" would mean on.
        autoCorrect="off"
        autocapitalize="off"
        spellcheck={false}
        dir="auto"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          const form = event.currentTarget.form;
          if (form) say(form);
        }}
      />
      <button class="say" type="submit">
        <Icon name="send" />
        <span class="unseen">{page.texts.send}</span>
      </button>
      <p class="hint" id="hint">
        {page.texts['composer-hint']}
      </p>
    </form>
  );
}
