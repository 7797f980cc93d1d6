/** Starts the chat in the page: one talk, one client, one picture. */
import { render } from 'preact';
import type { Button } from '../wire.ts';
import { App } from './app.tsx';
import { createClient } from './client.ts';
import { installExit } from './exit.ts';
import { watchExpiry } from './expiry.ts';
import type { Body } from './outbox.ts';
import type { PageData } from './page-data.ts';
import { type Change, change, NO_TALK } from './transcript.ts';

function start(root: HTMLElement, page: PageData): void {
  let talk = NO_TALK;
  let keys = 0;

  /** Keeps the place where the newest answer begins in view. */
  const follow = () => document.getElementById('latest')?.scrollIntoView();
  const focus = (id: string) => document.getElementById(id)?.focus({ preventScroll: true });

  function apply(what: Change): void {
    talk = change(talk, what);
    render(
      <App
        talk={talk}
        page={page}
        onSay={(text) => say(text, { text })}
        onChoose={choose}
        onRetry={retry}
        onDelete={remove}
        onNew={begin}
      />,
      root,
    );
    if (what.kind === 'mine' || what.kind === 'incoming') follow();
  }

  const client = createClient({
    onLink: (link) => apply({ kind: 'link', link }),
    onReplaced: () => {
      apply({ kind: 'notice', text: page.texts['server-back'] });
      expiry.restart();
    },
    onIncoming: (incoming) => {
      expiry.touch();
      apply({ kind: 'incoming', incoming });
    },
    onPost: (key, sent) => apply({ kind: 'sent', key, sent }),
    onEnded: (why) => end(why === 'wiped' ? 'deleted' : 'expired'),
  });
  const expiry = watchExpiry(page.idleMs, page.lifeMs, () => {
    client.leave();
    end('expired');
  });

  function end(why: 'deleting' | 'deleted' | 'unsure' | 'expired'): void {
    expiry.stop();
    const here = root.contains(document.activeElement);
    apply({ kind: 'over', why });
    if (here) focus('ended');
  }

  function say(text: string, body: Body): void {
    keys += 1;
    const key = `${Date.now().toString(36)}-${keys}`;
    expiry.touch();
    apply({ kind: 'mine', key, text });
    client.send(key, body);
  }

  /** The button goes away, so the focus moves to what it said: the answer and its links come next. */
  function choose({ label, ref }: Button): void {
    say(label, { choice: ref });
    focus('latest');
  }

  function retry(key: string): void {
    client.retry(key);
    focus('latest');
  }

  async function remove(): Promise<void> {
    const deleted = client.wipe();
    end('deleting');
    const why = (await deleted) ? 'deleted' : 'unsure';
    if (talk.over === 'deleting') apply({ kind: 'over', why });
  }

  function begin(): void {
    apply({ kind: 'new' });
    expiry.restart();
    client.start();
    root.querySelector<HTMLElement>('[role=log]')?.focus({ preventScroll: true });
  }

  const exit = document.getElementById('exit');
  if (exit instanceof HTMLAnchorElement) installExit(exit, client.leave);
  addEventListener('online', client.hurry);
  addEventListener('offline', client.offline);
  addEventListener('pageshow', expiry.check);
  // Leaving in any other way ends the talk too: nothing of it is kept that could be come back to.
  addEventListener('pagehide', (event) => event.persisted || client.leave());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    expiry.check();
    client.hurry();
  });
  root.textContent = '';
  apply({ kind: 'new' });
  expiry.restart();
  client.start();
  // A link of a page names a step by a code; the address forgets it at once.
  const code = /^#c-([0-9a-f]{8})$/.exec(location.hash)?.[1];
  if (location.hash.startsWith('#c-')) history.replaceState(null, '', location.pathname);
  if (code) {
    client.send(`open-${code}`, { choice: `:at/${code}` });
  }
}

const root = document.getElementById('chat');
const data = document.getElementById('signpost')?.textContent;
if (root && data) start(root, JSON.parse(data) as PageData);
