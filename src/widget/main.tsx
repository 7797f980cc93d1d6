/** Takes over the form that the server drew: one talk, one client, one picture. */
import { hydrate, render } from 'preact';
import { App } from './app.tsx';
import { createClient } from './client.ts';
import { LEAVE } from './exit.ts';
import { watchExpiry } from './expiry.ts';
import type { Hands } from './hands.ts';
import type { Body } from './outbox.ts';
import type { PageData } from './page-data.ts';
import { mask } from './private.ts';
import type { Tools } from './tools.tsx';
import { begun, type Change, change, type Over } from './transcript.ts';
import { wordsIn } from './words.ts';

// What the script of the settings borrows from this one (src/cli/build.mjs).
export { Component, createElement, Fragment } from 'preact';
export { LEAVE } from './exit.ts';
export { instead } from './hands.ts';
export { callForJson } from './http.ts';

/** An answer that takes longer wants a word about it. */
const SLOW_MS = 4_000;

function start(root: HTMLElement, data: PageData): void {
  let page = data;
  let talk = begun(page.welcome);
  let keys = 0;
  const tools = document.getElementById('tools');
  let Settings: typeof Tools | undefined;
  let slowTimer: ReturnType<typeof setTimeout> | undefined;
  /** Where the focus was when the page was covered. */
  let before: Element | null = null;

  /** Keeps the place where the newest answer begins in view. */
  const follow = () => document.getElementById('latest')?.scrollIntoView();
  const focus = (id: string) => document.getElementById(id)?.focus({ preventScroll: true });
  const focusLog = () => root.querySelector<HTMLElement>('[role=log]')?.focus({ preventScroll: true });

  const on: Hands = {
    say(typed) {
      const { text, found } = mask(typed);
      say(text, { text });
      if (found.length > 0) {
        const what = found.map((kind) => page.texts[`masked-${kind}`]).join(', ');
        apply({ kind: 'notice', text: page.texts.masked.replace('{what}', what) });
      }
    },
    /** The button goes away, so the focus moves to what it said: the answer and its links come next. */
    choose({ label, ref }) {
      say(label, { choice: ref });
      focus('latest');
    },
    retry(key) {
      client.retry(key);
      focus('latest');
    },
    async remove() {
      const deleted = client.wipe();
      end('deleting');
      const why = (await deleted) ? 'deleted' : 'unsure';
      if (talk.over === 'deleting') apply({ kind: 'over', why });
    },
    renew() {
      apply({ kind: 'new', welcome: page.welcome });
      begin();
      focusLog();
    },
    uncover() {
      apply({ kind: 'cover', covered: false });
      if (before !== document.body && before?.isConnected)
        (before as HTMLElement).focus({ preventScroll: true });
      else focusLog();
    },
  };
  const picture = () => <App talk={talk} page={page} on={on} />;

  function draw(): void {
    render(picture(), root);
    if (!tools) return;
    tools.hidden = talk.over !== null;
    if (Settings) render(<Settings talk={talk} page={page} on={on} />, tools);
  }

  /** The server drew the settings; what they can do is fetched when somebody opens them. */
  async function openTools(): Promise<void> {
    const file = await import('./tools.tsx').catch(() => null);
    // As the server drew them: another language may have come since.
    if (!Settings && file && tools) hydrate(<file.Tools talk={talk} page={data} on={on} />, tools);
    Settings = file?.Tools;
    draw();
  }

  function apply(what: Change): void {
    const waited = talk.waiting;
    talk = change(talk, what);
    if (talk.waiting !== waited) {
      clearTimeout(slowTimer);
      if (talk.waiting) slowTimer = setTimeout(() => apply({ kind: 'slow' }), SLOW_MS);
    }
    root.closest('main')?.classList.toggle('veiled', talk.covered);
    draw();
    // The answer comes: the settings are out of its way.
    if (what.kind === 'mine') tools?.firstElementChild?.removeAttribute('open');
    if (what.kind === 'mine' || what.kind === 'incoming') follow();
  }

  const client = createClient({
    onLink: (link) => apply({ kind: 'link', link }),
    onReplaced: () => {
      apply({ kind: 'replaced', text: page.texts['server-back'] });
      expiry.restart();
      keepLanguage();
    },
    onIncoming: (incoming) => {
      // An answer begins in its language; what comes after may be left in English.
      const begins = talk.items[talk.items.length - 1]?.kind !== 'bot';
      expiry.touch();
      apply({ kind: 'incoming', incoming });
      if (begins) void speak(incoming.message.lang);
    },
    onPost: (key, sent) => apply({ kind: 'sent', key, sent }),
    onEnded: (why) => end(why === 'wiped' ? 'deleted' : 'expired'),
  });
  const expiry = watchExpiry(page.idleMs, page.lifeMs, () => {
    client.leave();
    end('expired');
  });

  function end(why: Over): void {
    expiry.stop();
    const here = talk.covered || root.contains(document.activeElement);
    apply({ kind: 'over', why });
    if (here) focus('ended');
  }

  /** The words around the talk follow the language of its answers. */
  async function speak(lang: string): Promise<void> {
    const next = await wordsIn(page, lang);
    if (next === page) return;
    page = next;
    root.lang = page.lang;
    if (Settings) draw();
    else await openTools();
  }

  function say(text: string, body: Body): void {
    keys += 1;
    const key = `${Date.now().toString(36)}-${keys}`;
    expiry.touch();
    apply({ kind: 'mine', key, text });
    client.send(key, body);
  }

  function begin(): void {
    expiry.restart();
    client.start();
    keepLanguage();
  }

  /** A new talk begins in English. */
  function keepLanguage(): void {
    const n = page.locales.findIndex(({ lang }) => lang === page.lang);
    if (n > 0) client.send('locale', { choice: `:locale/${page.locales[n]?.id}` });
  }

  /** Whoever takes up the phone next sees nothing of the talk. */
  function cover(): void {
    if (talk.over || talk.covered) return;
    before = document.activeElement;
    apply({ kind: 'cover', covered: true });
  }

  addEventListener(LEAVE, client.leave);
  addEventListener('online', client.hurry);
  addEventListener('offline', client.offline);
  addEventListener('pageshow', expiry.check);
  // Leaving in any other way ends the talk too: nothing of it is kept that could be come back to.
  addEventListener('pagehide', (event) => event.persisted || client.leave());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return cover();
    expiry.check();
    client.hurry();
    focus('uncover');
  });
  hydrate(picture(), root);
  tools?.addEventListener('toggle', openTools, { capture: true, once: true });
  begin();
  // A link of a page names a step by a code; the address forgets it at once.
  const code = /^#c-([0-9a-f]{8})$/.exec(location.hash)?.[1];
  if (location.hash.startsWith('#c-')) history.replaceState(null, '', location.pathname);
  if (code) client.send(`open-${code}`, { choice: `:at/${code}` });
}

const root = document.getElementById('chat');
const data = document.getElementById('signpost')?.textContent;
if (root && data) start(root, JSON.parse(data) as PageData);
