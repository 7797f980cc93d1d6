/**
 * A small Direct Line client. It tells the truth about the server at once, and never gives up: it looks for the
 * same talk again, and opens a new one when that is gone.
 */
import { type Incoming, readActivity } from './activity.ts';
import { call, isGone, sendWipe } from './http.ts';
import { type Body, createOutbox } from './outbox.ts';
import { openPolling, openSocket, type Stream, type StreamEvents } from './stream.ts';
import type { Link, Sent } from './transcript.ts';

export interface ClientEvents {
  onLink(link: Link): void;
  /** A new talk stands in the place of one that the server no longer has. */
  onReplaced(): void;
  onIncoming(incoming: Incoming): void;
  onPost(key: string, sent: Sent): void;
  /** The server ended the talk. */
  onEnded(why: 'expired' | 'wiped'): void;
}

interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly expires_in?: number;
}

const RETRY_MS = [1_000, 1_500, 2_000, 3_000, 5_000];
const SPREAD_MS = 400;
/** After a reconnect the server first repeats what it has: then we know what it has not. */
const REPLAY_MS = 500;
const ENDS: Record<number, 'expired' | 'wiped'> = { 4000: 'expired', 4001: 'wiped' };
/** So many sockets refused while the server answers otherwise: this network lets none through. */
const REFUSALS = 2;

export function createClient(events: ClientEvents) {
  let talk: Opened | null = null;
  let stream: Stream | null = null;
  let watermark = '';
  let link: Link = 'connecting';
  let running = 0;
  let tries = 0;
  let refused = 0;
  let replaced = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  const seen = new Set<string>();
  const outbox = createOutbox(post, events.onPost);

  const path = (rest: string) => `conversations/${encodeURIComponent(talk?.conversationId ?? '')}${rest}`;
  const mark = () => `?watermark=${encodeURIComponent(watermark)}`;

  function setLink(next: Link): void {
    if (link === next) return;
    link = next;
    events.onLink(next);
  }

  function forget(): void {
    replaced ||= talk !== null;
    talk = null;
    watermark = '';
    seen.clear();
  }

  function unplug(): void {
    clearTimeout(retryTimer);
    clearTimeout(refreshTimer);
    stream?.close();
    stream = null;
  }

  function lost(): void {
    unplug();
    setLink('gone');
    const wait = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 0;
    tries += 1;
    retryTimer = setTimeout(open, wait + Math.random() * SPREAD_MS);
  }

  async function open(): Promise<void> {
    unplug();
    const run = running;
    try {
      let answer = talk ? await call('GET', path(mark()), talk.token) : null;
      if (run !== running) return;
      if (answer && isGone(answer)) {
        forget();
        answer = null;
      }
      answer ??= await call('POST', 'conversations');
      if (!answer.ok) throw new Error('no talk');
      const opened = { ...talk, ...(await answer.json()) } as Opened;
      if (run !== running) return;
      talk = opened;
      listen(opened);
      refreshTimer = setTimeout(refresh, (opened.expires_in ?? 1_800) * 500);
    } catch {
      if (run === running) lost();
    }
  }

  function listen({ streamUrl }: Opened): void {
    const handlers: StreamEvents = {
      onReady,
      onFrame,
      onEnd(code, opened) {
        const why = ENDS[code];
        refused = opened ? 0 : refused + 1;
        if (!why) return lost();
        stop();
        events.onEnded(why);
      },
    };
    stream = refused < REFUSALS ? openSocket(streamUrl, handlers) : openPolling(poll, handlers);
  }

  async function poll(): Promise<unknown> {
    const answer = await call('GET', path(`/activities${mark()}`), talk?.token);
    if (!answer.ok) throw new Error('no answer');
    return answer.json();
  }

  function onReady(): void {
    const again = link === 'gone' && !replaced;
    tries = 0;
    setLink('online');
    if (replaced) events.onReplaced();
    replaced = false;
    setTimeout(outbox.resend, again ? REPLAY_MS : 0);
  }

  function onFrame(frame: unknown): void {
    const { activities, watermark: next } = (frame ?? {}) as { activities?: unknown; watermark?: unknown };
    for (const raw of Array.isArray(activities) ? activities : []) {
      const incoming = readActivity(raw);
      if (!incoming || (incoming.id && seen.has(incoming.id))) continue;
      seen.add(incoming.id);
      if (incoming.from === 'me') outbox.arrived(incoming.key);
      else events.onIncoming(incoming);
    }
    if (next !== undefined && next !== null) watermark = String(next);
  }

  async function post(activity: object): Promise<'sent' | 'failed' | 'later'> {
    if (!talk) return link === 'connecting' ? 'later' : 'failed';
    const run = running;
    const used = talk;
    try {
      const answer = await call('POST', path('/activities'), talk.token, activity);
      // Another post may have found out before us.
      if (isGone(answer) && run === running && used === talk) {
        forget();
        void open();
      }
      return answer.ok ? 'sent' : 'failed';
    } catch {
      if (run === running && link === 'online') lost();
      return 'failed';
    }
  }

  async function refresh(): Promise<void> {
    const run = running;
    const answer = await call('POST', 'tokens/refresh', talk?.token).catch(() => null);
    const renewed = answer?.ok ? ((await answer.json()) as Opened) : null;
    if (run !== running || !talk || !renewed) return;
    talk = { ...talk, token: renewed.token };
    refreshTimer = setTimeout(refresh, (renewed.expires_in ?? 1_800) * 500);
  }

  function stop(): void {
    running += 1;
    unplug();
    forget();
    outbox.clear();
  }

  return {
    start(): void {
      stop();
      link = 'connecting';
      tries = refused = 0;
      replaced = false;
      void open();
    },
    stop,
    send: (key: string, body: Body): void => outbox.add(key, body),
    retry: outbox.retry,
    /** The network or the page came back: no need to wait for the next try. */
    hurry: (): void => void (link === 'gone' && open()),
    /** The network is known to be gone. */
    offline: (): void => void (link === 'online' && lost()),
    /** Deletes the talk and stops. @returns whether the server has said that it did */
    async wipe(): Promise<boolean> {
      const used = talk;
      const where = path('/activities');
      stop();
      if (!used) return true;
      const activity = { type: 'event', name: 'signpost.wipe', from: { id: 'me', role: 'user' } };
      const answer = await call('POST', where, used.token, activity).catch(() => null);
      return answer !== null && (answer.ok || isGone(answer));
    },
    /** Deletes the talk while the page goes away; nothing can be awaited. */
    wipeOnLeaving(): void {
      if (talk) sendWipe(path('/wipe'), talk.token);
      stop();
    },
  };
}
export type Client = ReturnType<typeof createClient>;
