/** What happens to a proved call: whose talk, its turn, and what is said in which order. */
import type { Activity } from 'botbuilder-core';
import type { Reply } from '../../engine/reply.ts';
import type { Log } from '../../log.ts';
import type { Speak } from '../activities.ts';
import { firstView } from '../door.ts';
import type { Exchange, ExchangeAdapter } from '../exchange.ts';
import { inbound } from '../inbound.ts';
import type { Traffic } from '../traffic.ts';
import type { Arrived, Heard } from './arrived.ts';
import type { Give } from './carrier.ts';
import { inOrder, isFull } from './sending.ts';
import { forTeams } from './shape.ts';
import type { BotTalk, BotTalks } from './talks.ts';

const CHANNEL = 'botservice';
const START: Heard = { type: 'event', name: 'signpost.start' };
/** A group is not told the same twice within a minute, however many write. */
const AGAIN_MS = 60_000;
type Said = readonly Partial<Activity>[];
type Spoken = 'message' | 'arrival' | 'event';

interface Answer {
  readonly said: Said;
  /** It did not arrive: what it said counts as unsaid. */
  readonly lost: () => void;
}
const SILENCE: Answer = { said: [], lost: () => {} };

/** An answer on its way. */
export interface Saying {
  /** Sends it after what the talk was told before. Rejects when it cannot be delivered. */
  readonly send: (give: Give) => Promise<void>;
  /** Hears that it was not delivered. */
  readonly lost: () => void;
}

export interface ConversingDeps {
  readonly adapter: ExchangeAdapter;
  readonly talks: BotTalks;
  readonly traffic: Traffic;
  readonly speak: Speak;
  readonly digest: (...ids: readonly string[]) => string;
  readonly log: Log;
  readonly now: () => number;
  /** The bot's name. */
  readonly bot: () => string;
}

export class Conversing {
  readonly #deps: ConversingDeps;

  constructor(deps: ConversingDeps) {
    this.#deps = deps;
  }

  /** @returns the answer, which holds nothing of what was heard; undefined: there is none */
  async hear({ way, kind, group, heard }: Arrived): Promise<Saying | undefined> {
    const { talks, digest } = this.#deps;
    if (kind === 'other' || kind === 'invoke') return undefined;
    const talk = talks.take(digest(way.channel, way.conversation));
    const { said, lost } = group ? this.#told(talk, kind) : await this.#heard(talk, kind, heard);
    return said.length === 0 ? undefined : this.#saying(talk, said, lost);
  }

  #saying(talk: BotTalk, said: Said, lost: () => void): Saying {
    // Help goes at once, and past those that wait.
    const full = isFull(talk);
    if (full) lost();
    const words = forTeams(full ? this.help(talk.locale) : said);
    const send = async (give: Give): Promise<void> => {
      try {
        // In the order of the turns, but outside of them: a slow service holds up its own talk alone.
        await (full ? give(words) : inOrder(talk, () => give(words)));
      } catch (error) {
        lost();
        throw error;
      }
    };
    return { send, lost };
  }

  /** A group is told where it works, and not read. Whoever writes again finds the numbers again. */
  #told(talk: BotTalk, kind: Spoken): Answer {
    const now = this.#deps.now();
    if (kind === 'event' || now - talk.toldAt < (kind === 'message' ? AGAIN_MS : Number.POSITIVE_INFINITY))
      return SILENCE;
    talk.toldAt = now;
    const lost = () => {
      talk.toldAt = Number.NEGATIVE_INFINITY;
    };
    return { said: this.#lines([{ kind: 'line', key: 'teams-alone' }, { kind: 'numbers' }], 'en'), lost };
  }

  async #heard(talk: BotTalk, kind: Spoken, heard: Heard): Promise<Answer> {
    const { traffic, log } = this.#deps;
    let answer = SILENCE;
    try {
      const passed = await traffic.pass(talk, async () => {
        answer = await this.#answer(talk, kind, heard);
      });
      if (passed) return answer;
    } catch {
      log.error('turn-failed', { code: 'uncaught' });
    }
    return { ...SILENCE, said: this.help(talk.locale) };
  }

  /** The fixed help reply. */
  help(locale = 'en'): Said {
    return this.#lines([{ kind: 'help' }], locale);
  }

  async #answer(talk: BotTalk, kind: Spoken, heard: Heard): Promise<Answer> {
    const first = !talk.greeted;
    if (!first && kind === 'arrival') return SILENCE;
    const said = await this.#turn(talk, kind === 'arrival' ? START : heard);
    // What is not answered does not begin a talk.
    if (!first || said.length === 0) return { ...SILENCE, said };
    talk.greeted = true;
    const lost = () => {
      talk.greeted = false;
    };
    // The welcome says it itself.
    const truth = this.#lines([{ kind: 'line', key: 'teams-first' }], talk.locale);
    return { said: said[0]?.text === truth[0]?.text ? said : [...truth, ...said], lost };
  }

  async #turn(talk: BotTalk, heard: Heard): Promise<Said> {
    const { adapter, talks, bot, now } = this.#deps;
    const exchange: Exchange = { activities: [], locale: talk.locale, wiped: false };
    const known = inbound({ channel: CHANNEL, conversation: talk.key, bot: bot(), at: now() });
    await adapter.receive(exchange, { ...known, ...heard });
    talk.locale = exchange.locale;
    if (exchange.wiped) talks.wipe(talk);
    return exchange.activities;
  }

  #lines(replies: readonly Reply[], locale: string): Said {
    const { speak, now } = this.#deps;
    return speak(replies, { ...firstView(now()), audience: 'professional', locale });
  }
}
