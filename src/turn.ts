/**
 * The whole life of one message, in order. Read this file first.
 *
 *   assess the risk -> wait for the turn before -> load -> understand -> step -> save -> count -> answer
 *
 * The risk check comes first and can only add help. Whatever fails on the way ends in help: the urgent card
 * where the words were urgent, else the fixed help reply.
 */
import type { Audience, PlaceId, Slots } from './content/model.ts';
import type { Level } from './content/schema.ts';
import type { Counts } from './counts/counts.ts';
import { helpOnly } from './engine/help.ts';
import { type Input, NO_RISK, type Risk } from './engine/input.ts';
import type { Reply } from './engine/reply.ts';
import { newSession, openSession, type Session } from './engine/session.ts';
import { type Stepped, step } from './engine/step.ts';
import type { Library } from './library.ts';
import type { Log, LogCode } from './log.ts';
import type { Outcome } from './outcomes.ts';
import { type Assessment, assess, inContext } from './risk/assess.ts';
import { TurnQueue } from './sessions/queue.ts';
import { type Loaded, type Sessions, within } from './sessions/sessions.ts';
import { meaning, type Said } from './topics/meaning.ts';

/**
 * What a door hands in: `text` as typed (assessed before anything else), `choice` (the ref of a button), an
 * event, or the news that a picture came.
 */
export interface TurnInput extends Said {
  /** The door's own id of the conversation: random, made by us, never logged. */
  readonly conversation: string;
}

/** From whose side the replies are to be shown: closed values only, so that a log may keep it. */
export interface View {
  readonly audience: Audience;
  readonly age: Slots['age'];
  readonly place: PlaceId | null;
  /** `en`, or the id of a locale. */
  readonly locale: string;
  /** Milliseconds since the epoch: hand-off cards are drawn by this clock. */
  readonly at: number;
}

export interface TurnResult {
  readonly outcome: Outcome;
  readonly level: Level;
  readonly replies: readonly Reply[];
  readonly view: View;
  /** True when the conversation was deleted: the door forgets its log of it too. */
  readonly wiped: boolean;
}

/** Never rejects: whatever fails, the result carries help. */
export type Turn = (input: TurnInput) => Promise<TurnResult>;

export interface TurnParts {
  readonly library: Library;
  readonly sessions: Sessions;
  readonly counts: Counts;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A turn past this many milliseconds is given up for the help reply. */
export const TURN_DEADLINE_MS = 2_000;

const NOTHING_STORED: Loaded = { value: null, eTag: undefined };

const riskOf = (seen: Assessment | null): Risk =>
  seen
    ? {
        level: seen.level,
        variant: seen.variant,
        topic: seen.topic,
        ofFriend: seen.about === 'friend',
        speaker: seen.speaker,
        speakerSure: seen.speakerSure,
        named: seen.answer !== null,
        weak: seen.weak,
        language: seen.language,
      }
    : NO_RISK;

/**
 * Words that are a button on the screen are that button: what a rule sees in them counts, a guess of the model does
 * not ("idk" to "Are you safe right now?" is an answer).
 */
const asPressed = (meant: Input, seen: Assessment | null, risk: Risk): Risk =>
  meant.kind === 'button' && seen && seen.ruled !== 'urgent'
    ? { ...risk, level: seen.ruled, variant: null, weak: false }
    : risk;

export function createTurn({ library, sessions, counts, log, now }: TurnParts): Turn {
  const { content, assessor } = library;
  const queue = new TurnQueue();

  const broke = (code: LogCode): void => log.error('turn-failed', { code });
  const viewOf = ({ audience, age, place, locale }: Session): View => ({
    audience,
    age,
    place,
    locale,
    at: now(),
  });
  const failed = (risk: Risk): TurnResult => ({
    outcome: 'failed',
    level: risk.level,
    replies: helpOnly(content, risk),
    view: viewOf(newSession(content)),
    wiped: false,
  });

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

  async function live(input: TurnInput, first: Assessment | null): Promise<TurnResult> {
    let risk = riskOf(first);
    try {
      const loaded = await load(input.conversation);
      const { value, eTag } = loaded === 'lost' ? NOTHING_STORED : loaded;
      const opened =
        value === null ? { session: newSession(content), moved: false } : openSession(content, value);
      const seen = first && inContext(first, { signals: opened.session.signals });
      const meant = meaning(content, input, opened.session, seen);
      risk = asPressed(meant, seen, riskOf(seen));
      const stepped = step(content, opened.session, meant, risk);
      await save(input.conversation, stepped, eTag);
      return answer(stepped, risk, loaded === 'lost' ? 'lost' : opened.moved ? 'moved' : 'whole');
    } catch {
      broke('engine-failed');
      return failed(risk);
    }
  }

  function answer(stepped: Stepped, risk: Risk, state: 'whole' | 'moved' | 'lost'): TurnResult {
    const { outcome, replies, session } = stepped;
    const said = { outcome, level: risk.level, replies, view: viewOf(session), wiped: outcome === 'wiped' };
    if (state === 'whole' || outcome === 'wiped') return said;
    if (state === 'moved')
      return { ...said, outcome: 'moved', replies: [{ kind: 'line', key: 'moved' }, ...replies] };
    return {
      ...said,
      outcome: 'failed',
      replies: risk.level === 'urgent' ? replies : [{ kind: 'help' }, ...replies],
    };
  }

  async function whole(input: TurnInput): Promise<TurnResult> {
    let first: Assessment | null = null;
    try {
      if (input.text !== undefined) first = assess(assessor, input.text);
    } catch {
      broke('assess-failed');
      return failed(NO_RISK);
    }
    try {
      const turn = queue.run(input.conversation, () => live(input, first));
      return await within(TURN_DEADLINE_MS, 'turn', turn);
    } catch {
      broke('turn-late');
      return failed(riskOf(first));
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
