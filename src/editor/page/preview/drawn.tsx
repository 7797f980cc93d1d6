/** The chat as residents see it, drawn by the chat's own parts and styles into a document of its own. */
import { render } from 'preact';
import baseStyles from '../../../site/base.css';
import chatStyles from '../../../site/chat.css';
import { Sprite } from '../../../site/sprite.tsx';
import tokenStyles from '../../../site/tokens.css';
import { App, type AppProps } from '../../../widget/app.tsx';

/** The page around the talk is left out: the talk fills the frame. */
const FRAME_STYLES = '.talk { margin: 0 !important; border: 0 !important; border-radius: 0 !important; }';

/** Draws the talk into a frame's document; again, when it has changed. */
export function drawTalk(document: Document, props: AppProps): void {
  const { body } = document;
  if (document.adoptedStyleSheets.length === 0) {
    const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync([tokenStyles, baseStyles, chatStyles, FRAME_STYLES].join('\n'));
    document.adoptedStyleSheets = [sheet];
  }
  document.documentElement.lang = props.page.lang;
  render(
    <>
      <Sprite />
      <main aria-label={props.page.texts['messages-label']}>
        <div class="talk">
          <div id="chat">
            <App {...props} />
          </div>
        </div>
      </main>
    </>,
    body,
  );
}

/** Brings the place where the newest answer begins into view, within the frame alone. */
export function follow(document: Document): void {
  const latest = document.getElementById('latest');
  const top = latest ? latest.getBoundingClientRect().top + (document.defaultView?.scrollY ?? 0) : 0;
  document.defaultView?.scrollTo({ top: top - 8, behavior: 'instant' });
}

export function clear(document: Document): void {
  render(null, document.body);
}
