/** Ways on: the buttons; and what stays at the bottom of the screen: the banner when the server is gone, and the box. */
import type { AppProps } from './app.tsx';
import { Reach } from './card.tsx';
import { instead, sayFrom } from './hands.ts';
import { Icon } from './icons.tsx';
import { foreign } from './log.tsx';
import type { Link } from './transcript.ts';

/** Read whole by the server up to this length. */
const LONGEST = 10_000;

export function Choices({ talk: { buttons, lang }, page, on }: AppProps) {
  return (
    <fieldset class="choices" aria-label={page.texts['buttons-label']}>
      {buttons.map((button) => (
        <button
          key={button.ref}
          type="submit"
          name="choice"
          value={button.ref}
          class="choice"
          lang={foreign(lang, page)}
          onClick={instead(on && (() => on.choose(button)))}
        >
          {button.label}
        </button>
      ))}
    </fieldset>
  );
}

/** The region is always there, so that its text is announced when it comes. */
export function Banner({ link, page }: Pick<AppProps, 'page'> & { readonly link: Link }) {
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

export function Composer({ page, on }: Pick<AppProps, 'page' | 'on'>) {
  return (
    <div class="composer">
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
          if (!on || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          sayFrom(event.currentTarget, on);
        }}
      />
      <button class="say" type="submit">
        <Icon name="send" />
        <span class="unseen">{page.texts.send}</span>
      </button>
      <p class="hint" id="hint">
        {page.texts['composer-hint']}
        {/* Only the script does. */}
        {on && ` ${page.texts['composer-masks']}`}
      </p>
    </div>
  );
}
