/**
 * The whole life of one message, in order. Read this file first.
 *
 *   assess the risk -> wait for the turn before -> load -> understand -> step -> save -> count -> answer
 *
 * The risk check comes first and can only add help. Whatever fails on the way ends in help: the urgent card
 * where the words were urgent, else the fixed help reply.
 */
import { type Answer, answerOf, answerOnce, helpAnswer, riskOf, type View, viewOf } from './answering.ts';
import type { Content } from './content/model.ts';
import type { Counts } from './counts/counts.ts';
import { NO_RISK, type Risk } from './engine/input.ts';
import { newSession, type Session } from './engine/session.ts';
import type { Stepped } from './engine/step.ts';
import type { Library } from './library.ts';
import type { Log, LogCode } from './log.ts';
import { type Assessment, assess } from './risk/assess.ts';
import { TurnQueue } from './sessions/queue.ts';
import { type Loaded, type Sessions, within } from './sessions/sessions.ts';
import type { Said } from './topics/meaning.ts';

/**
 * What a door hands in: `text` as typed (assessed before anything else), `choice` (the ref of a button), an
 * event, or the news that a picture came.
 */
export interface TurnInput extends Said {
  /** The door's own id of the conversation: random, made by us, never logged. */
  readonly conversation: string;
}

export type { View } from './answering.ts';

/** `wiped`: the conversation was deleted, and the door forgets its log of it too. */
export interface TurnResult extends Answer {
  readonly view: View;
}

/** Never rejects: whatever fails, the result carries help. */
export type Turn = (input: TurnInput) => Promise<TurnResult>;

export interface TurnParts {
  /** What the bot knows now: after a publish it is another. A turn keeps the one that it began with. */
  readonly library: () => Library;
  /** Whether staff have switched the bot off: then the answer is that it is, and the whole urgent card. */
  readonly off?: () => boolean;
  readonly sessions: Sessions;
  readonly counts: Counts;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A turn past this many milliseconds is given up for the help reply. */
export const TURN_DEADLINE_MS = 2_000;

const NOTHING_STORED: Loaded = { value: null, eTag: undefined };

export function createTurn({ library, off = () => false, sessions, counts, log, now }: TurnParts): Turn {
  const queue = new TurnQueue();

  const broke = (code: LogCode): void => log.error('turn-failed', { code });
  const seenBy = (session: Session, answer: Answer): TurnResult => ({
    ...answer,
    view: viewOf(session, now()),
  });
  const help = (content: Content, risk: Risk, outcome: 'failed' | 'switched-off'): TurnResult =>
    seenBy(newSession(content), helpAnswer(content, risk, outcome));
  const switchedOff = (content: Content, risk: Risk): TurnResult => {
    const said = help(content, risk, 'switched-off');
    return { ...said, replies: [{ kind: 'line', key: 'switched-off' }, ...said.replies] };
  };

  /** A store that is late or broken: the talk goes on without state, and help is shown. */
  async function load(conversation: string): Promise<Loaded | 'lost'> {
    try {
      return await sessions.load(conversation);
    } catch {
      broke('store-late');
      return 'lost';
    }
  }

  async function save(
    conversation: string,
    { outcome, session }: Stepped,
    eTag: string | undefined,
  ): Promise<void> {
    try {
      if (outcome === 'wiped') await sessions.wipe(conversation);
      else await sessions.save(conversation, session, eTag);
    } catch {
      broke('store-failed');
    }
  }

  async function live({ content }: Library, input: TurnInput, first: Assessment | null): Promise<TurnResult> {
    const loaded = await load(input.conversation);
    const { value, eTag } = loaded === 'lost' ? NOTHING_STORED : loaded;
    const answered = answerOnce(content, value, input, first);
    const { stepped } = answered;
    if (stepped) await save(input.conversation, stepped, eTag);
    else broke('engine-failed');
    return seenBy(stepped?.session ?? newSession(content), answerOf(content, answered, loaded === 'lost'));
  }

  async function whole(input: TurnInput): Promise<TurnResult> {
    const known = library();
    const { content } = known;
    let first: Assessment | null = null;
    try {
      if (input.text !== undefined) first = assess(known.assessor, input.text);
    } catch {
      broke('assess-failed');
      return help(content, NO_RISK, 'failed');
    }
    // Whoever deletes their talk is heard all the same.
    if (off() && input.event !== 'wipe') return switchedOff(content, riskOf(first));
    try {
      const turn = queue.run(input.conversation, () => live(known, input, first));
      return await within(TURN_DEADLINE_MS, 'turn', turn);
    } catch {
      broke('turn-late');
      return help(content, riskOf(first), 'failed');
    }
  }

  return async (input) => {
    const started = now();
    const said = await whole(input);
    counts.add(said.outcome);
    log.debug('turn', { outcome: said.outcome, level: said.level, ms: now() - started });
    return said;
  };
}
