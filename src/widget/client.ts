/**
 * A small Direct Line client. It tells the truth about the server at once, and never gives up: it looks for the
 * same talk again, and opens a new one when that is gone.
 */
import type { Incoming } from './activity.ts';
import { call, callForJson, halfLife, isGone, type Opened, talkPath, wipe, wipeByBeacon } from './http.ts';
import { createInbox } from './inbox.ts';
import { type Body, createOutbox } from './outbox.ts';
import { openPolling, openSocket, type Stream, type StreamEvents } from './stream.ts';
import type { Link, Sent } from './transcript.ts';

export interface ClientEvents {
  onLink(link: Link): void;
  /** A new talk stands in the place of one that the server no longer has. */
  onReplaced(): void;
  /** What the bot said, and the echo of what we said. */
  onIncoming(incoming: Incoming): void;
  onPost(key: string, sent: Sent): void;
  /** The server ended the talk. */
  onEnded(why: 'expired' | 'wiped'): void;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

const RETRY_MS = [1_000, 1_500, 2_000, 3_000, 5_000];
/** So that all the pages of a school do not come back in the same moment. */
const SPREAD_MS = 400;
/** After a reconnect the server first repeats what it has: then we know what it has not. */
const REPLAY_MS = 500;
const ENDS: Record<number, 'expired' | 'wiped'> = { 4000: 'expired', 4001: 'wiped' };

export function createClient(events: ClientEvents) {
  let talk: Opened | null = null;
  let stream: Stream | null = null;
  let link: Link | 'stopped' = 'stopped';
  /** Each try to open has its number: what an earlier one brings is too late. */
  let attempt = 0;
  let failures = 0;
  let replaced = false;
  let retryTimer: Timer;
  let refreshTimer: Timer;
  const outbox = createOutbox(post, events.onPost);
  const inbox = createInbox((incoming) => {
    if (incoming.from === 'me') outbox.arrived(incoming.key);
    events.onIncoming(incoming);
  });

  function setLink(next: Link): void {
    if (link === next) return;
    link = next;
    events.onLink(next);
  }

  function forget(): void {
    talk = null;
    inbox.clear();
  }

  /** The server no longer knows the talk. */
  function gone(): void {
    replaced = true;
    forget();
  }

  function unplug(): void {
    attempt += 1;
    clearTimeout(retryTimer);
    clearTimeout(refreshTimer);
    stream?.close();
    stream = null;
  }

  function lost(): void {
    unplug();
    setLink('gone');
    outbox.stall();
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0;
    failures += 1;
    retryTimer = setTimeout(open, wait + Math.random() * SPREAD_MS);
  }

  /** The talk we had, if the server still knows it. */
  async function resume(had: Opened): Promise<Opened | null> {
    const answer = await call('GET', talkPath(had, inbox.mark()), had.token);
    if (isGone(answer)) return null;
    if (!answer.ok) throw new Error(`${answer.status}`);
    return { ...had, ...(await answer.json()) };
  }

  async function open(): Promise<void> {
    unplug();
    const mine = attempt;
    try {
      const known = talk && (await resume(talk));
      if (mine !== attempt) return;
      if (talk && !known) gone();
      const opened = known ?? (await callForJson<Opened>('POST', 'conversations'));
      if (mine !== attempt) return;
      talk = opened;
      refreshTimer = setTimeout(refresh, halfLife(opened));
      listen(opened);
    } catch {
      if (mine === attempt) lost();
    }
  }

  function listen({ streamUrl }: Opened): void {
    const poll = () => {
      stream = openPolling(ask, { onReady, onFrame: inbox.take, onEnd: lost });
    };
    const onEnd: StreamEvents['onEnd'] = (code, ready) => {
      const why = ENDS[code];
      if (why) {
        stop();
        events.onEnded(why);
      } else if (ready) lost();
      else poll();
    };
    try {
      stream = openSocket(streamUrl, { onReady, onFrame: inbox.take, onEnd });
    } catch {
      poll();
    }
  }

  const ask = async (): Promise<unknown> =>
    talk && callForJson('GET', talkPath(talk, `/activities${inbox.mark()}`), talk.token);

  function onReady(): void {
    const again = link === 'gone' && !replaced;
    failures = 0;
    setLink('online');
    if (replaced) events.onReplaced();
    replaced = false;
    setTimeout(outbox.resend, again ? REPLAY_MS : 0);
  }

  async function post(activity: object): Promise<'sent' | 'failed' | 'later'> {
    const used = talk;
    if (!used) return link === 'connecting' ? 'later' : 'failed';
    try {
      const answer = await call('POST', talkPath(used, '/activities'), used.token, activity);
      // Another post may have found out before us.
      if (isGone(answer) && talk?.conversationId === used.conversationId) {
        gone();
        void open();
      }
      return answer.ok ? 'sent' : 'failed';
    } catch {
      if (talk && link === 'online') lost();
      return 'failed';
    }
  }

  async function refresh(): Promise<void> {
    const mine = attempt;
    const renewed = await callForJson<Opened>('POST', 'tokens/refresh', talk?.token).catch(() => null);
    if (mine !== attempt || !talk || !renewed) return;
    talk = { ...talk, token: renewed.token };
    refreshTimer = setTimeout(refresh, halfLife(renewed));
  }

  function stop(): Opened | null {
    const last = talk;
    link = 'stopped';
    unplug();
    forget();
    outbox.clear();
    return last;
  }

  return {
    start(): void {
      stop();
      link = 'connecting';
      failures = 0;
      replaced = false;
      void open();
    },
    send: outbox.add as (key: string, body: Body) => void,
    retry: outbox.retry,
    /** The network or the page came back: no need to wait for the next try. */
    hurry: (): void => void (link === 'gone' && open()),
    /** The network is known to be gone. */
    offline: (): void => void (link === 'online' && lost()),
    /** Stops, and deletes the talk. @param tell hears of each try whether the server has said that it did */
    wipe: (tell: (deleted: boolean) => void): void => void wipe(stop(), tell),
    /** Stops, and deletes the talk while the page goes away: nothing can be awaited. */
    leave(): void {
      const last = stop();
      if (last) wipeByBeacon(last);
    },
  };
}
export type Client = ReturnType<typeof createClient>;
