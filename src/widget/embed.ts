/**
 * /embed.js, the one tag on the council's pages: a button, and behind it the chat in a frame. Before a tap on the
 * button nothing is asked of us. It also takes the page around the chat away when somebody leaves.
 */
import type { Action } from '../wire.ts';
import type { HeldMessage } from './bridge.ts';
import { STYLE } from './embed-style.ts';
import { watchShift } from './shift.ts';

export interface EmbedSettings {
  readonly exitUrl: string;
  /** Each may be said otherwise by an attribute of the tag: `data-open`, `data-close`, `data-title`. */
  readonly open: string;
  readonly close: string;
  readonly title: string;
  /** Said after one press of Shift, and after two. */
  readonly shift: readonly [string, string];
  /** Shown until the chat is there, and when it never comes. */
  readonly numbers: readonly Action[];
}
/** The server writes it around this script. */
declare const SIGNPOST: EmbedSettings;

function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  parts: Partial<HTMLElementTagNameMap[K]>,
  ...children: Node[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), parts);
  made.append(...children);
  return made;
}

function launch(script: HTMLScriptElement): void {
  const texts = { ...SIGNPOST, ...script.dataset };
  const { origin } = new URL(script.src);
  let frame: HTMLIFrameElement | undefined;
  let left = false;

  const opener = el('button', { textContent: texts.open, onclick: open });
  const closer = el('button', { textContent: texts.close, onclick: close, className: 'hide' });
  const links = SIGNPOST.numbers.map(({ label, href }) => el('a', { textContent: label, href }));
  const numbers = el('nav', {}, ...links);
  const note = el('p', { role: 'status' });
  const panel = el('section', { hidden: true, ariaLabel: texts.title }, closer, numbers);
  const host = el('div', {});
  const root = host.attachShadow({ mode: 'open' });
  root.append(el('div', {}, opener), panel, note);
  // A style element would need the leave of the page's own policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  function open(): void {
    opener.hidden = true;
    panel.hidden = false;
    if (!frame) {
      frame = el('iframe', { title: texts.title, src: `${origin}/embed`, allow: '' });
      frame.onload = () => frame?.contentWindow?.postMessage({ type: 'hello' }, origin);
      panel.append(frame);
    }
    frame.focus();
  }

  function close(): void {
    panel.hidden = true;
    opener.hidden = false;
    opener.focus();
  }

  /** White, without a trace of the page, and then away. */
  function leave(): void {
    if (left || !frame) return;
    left = true;
    const page = document.documentElement;
    page.replaceChildren(el('head', {}));
    document.adoptedStyleSheets = [];
    for (const { name } of [...page.attributes]) page.removeAttribute(name);
    document.title = '\u00a0';
    location.replace(SIGNPOST.exitUrl);
  }

  addEventListener('message', (event: MessageEvent<HeldMessage>) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    const { data } = event;
    if (data.type === 'ready') numbers.hidden = true;
    if (data.type === 'size') panel.style.height = `${data.height + closer.offsetHeight}px`;
    if (data.type === 'close') close();
    if (data.type === 'exit') leave();
  });
  panel.onkeydown = ({ key }) => key === 'Escape' && close();
  watchShift((more) => {
    // A hidden chat still holds its talk.
    note.textContent = frame ? (SIGNPOST.shift[2 - more] ?? '') : '';
  }, leave);
  document.body.append(host);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) launch(script);
