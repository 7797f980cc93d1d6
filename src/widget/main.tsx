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
import { watchSettings } from './settings.tsx';
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
  let slowTimer: ReturnType<typeof setTimeout> | undefined;
  let aboutToDraw = false;
  /** Where the focus was when the page was covered. */
  let before: Element | null = null;

  /** Keeps the place where the newest answer begins in view. At once: what glides away under a finger is not pressed. */
  const follow = () => document.getElementById('latest')?.scrollIntoView({ behavior: 'instant' });
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
    remove() {
      end('deleting');
      let shown = talk;
      client.wipe((deleted) => {
        // A new talk may have begun meanwhile: nothing is said about this one then.
        if (talk !== shown) return;
        apply({ kind: 'over', why: deleted ? 'deleted' : 'unsure' });
        shown = talk;
      });
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
  const settings = watchSettings(data, () => ({ talk, page, on }));

  function draw(): void {
    root.closest('main')?.classList.toggle('veiled', talk.covered);
    render(picture(), root);
    settings.draw();
  }

  function drawAnswer(): void {
    aboutToDraw = false;
    draw();
    follow();
  }

  function apply(what: Change): void {
    const waited = talk.waiting;
    talk = change(talk, what);
    if (talk.waiting !== waited) {
      clearTimeout(slowTimer);
      if (talk.waiting) slowTimer = setTimeout(() => apply({ kind: 'slow' }), SLOW_MS);
    }
    if (what.kind === 'incoming') {
      // The messages of an answer come together, and are drawn together.
      if (!aboutToDraw) queueMicrotask(drawAnswer);
      aboutToDraw = true;
      return;
    }
    draw();
    if (what.kind !== 'mine') return;
    // The answer comes: the settings are out of its way.
    settings.close();
    follow();
  }

  const client = createClient({
    onLink: (link) => apply({ kind: 'link', link }),
    onReplaced: () => {
      apply({ kind: 'replaced', text: page.texts['server-back'] });
      fresh();
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
    draw();
    await settings.load();
  }

  function say(text: string, body: Body): void {
    const key = `${Date.now().toString(36)}-${talk.items.length}`;
    expiry.touch();
    apply({ kind: 'mine', key, text });
    client.send(key, body);
  }

  function begin(): void {
    client.start();
    fresh();
  }

  /** A new talk has its own time, and begins in English. */
  function fresh(): void {
    expiry.restart();
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
  begin();
  // Its patterns are made ready when they are first used, for wide letters such as a box holds: not while somebody waits.
  setTimeout(mask, 0, '\u2019');
  // A link of a page names a step by a code; the address forgets it at once.
  const code = /^#c-([0-9a-f]{8})$/.exec(location.hash)?.[1];
  if (location.hash.startsWith('#c-')) history.replaceState(null, '', location.pathname);
  if (code) client.send(`open-${code}`, { choice: `:at/${code}` });
}

const root = document.getElementById('chat');
const data = document.getElementById('signpost')?.textContent;
if (root && data) start(root, JSON.parse(data) as PageData);
