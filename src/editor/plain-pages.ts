/** The few pages of the staff side that are no part of the editor: plain words, no script. */
import type { StaffAnswer } from './answer.ts';

const STYLE =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:38em;margin:3em auto;padding:0 1em;color:#222;background:#fff}' +
  'button{font:inherit;padding:.5em 1.2em;min-height:48px}' +
  '@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}a{color:#9cf}}';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

const document = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(title)}</title>` +
  `<meta name="viewport" content="width=device-width,initial-scale=1">${head}</head><body>${body}</body></html>`;

/** A heading, paragraphs, and perhaps a link or a button (which posts to the page's own address). */
export interface Words {
  readonly status: number;
  readonly title: string;
  readonly says: readonly string[];
  readonly link?: { readonly to: string; readonly label: string };
  readonly button?: string;
}

export function plainPage(nonce: string, { status, title, says, link, button }: Words): StaffAnswer {
  const body = [
    `<main><h1>${escaped(title)}</h1>`,
    ...says.map((text) => `<p>${escaped(text)}</p>`),
    link ? `<p><a href="${escaped(link.to)}">${escaped(link.label)}</a></p>` : '',
    button ? `<form method="post"><button>${escaped(button)}</button></form>` : '',
    '</main>',
  ].join('');
  const head = `<style nonce="${nonce}">${STYLE}</style>`;
  return { status, nonce, html: document(`${title} - Signpost`, head, body) };
}

/**
 * The page of the editor: its script does the rest, and takes the nonce for its styles from the page.
 * @param framed whether Teams may show it
 */
export function shell(nonce: string, framed: boolean): StaffAnswer {
  const head = `<meta name="csp-nonce" content="${nonce}"><script type="module" src="/editor/assets/main.js"></script>`;
  const body =
    '<div id="root"></div><noscript><main><h1>Signpost editor</h1><p>The editor needs JavaScript. ' +
    'Switch it on in your browser, then load this page again. The public chat works without it.</p></main></noscript>';
  return { status: 200, nonce, framed, html: document('Signpost editor', head, body) };
}
