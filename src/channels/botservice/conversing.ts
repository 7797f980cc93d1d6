/** What happens to a proved call: whose talk, its turn, and what is said in which order. */
import type { Activity } from 'botbuilder-core';
import type { Reply } from '../../engine/reply.ts';
import type { Speak } from '../activities.ts';
import { firstView } from '../door.ts';
import type { Exchange, ExchangeAdapter } from '../exchange.ts';
import { inbound } from '../inbound.ts';
import type { Traffic } from '../traffic.ts';
import type { Arrived, Heard } from './arrived.ts';
import { forTeams } from './shape.ts';
import type { BotTalk, BotTalks } from './talks.ts';

const CHANNEL = 'botservice';
type Said = readonly Partial<Activity>[];

export interface ConversingDeps {
  readonly adapter: ExchangeAdapter;
  readonly talks: BotTalks;
  readonly traffic: Traffic;
  readonly speak: Speak;
  readonly digest: (...ids: readonly string[]) => string;
  readonly now: () => number;
  /** The bot's name. */
  readonly bot: () => string;
  /** The button that a talk begins with; undefined: with the welcome. */
  readonly opening: () => string | undefined;
}

export class Conversing {
  readonly #deps: ConversingDeps;

  constructor(deps: ConversingDeps) {
    this.#deps = deps;
  }

  /** @param give sends messages to where the call came from; it rejects when they cannot be delivered */
  async hear({ way, kind, group, heard }: Arrived, give: (said: Said) => Promise<void>): Promise<void> {
    const { talks, digest, traffic } = this.#deps;
    if (kind === 'other' || kind === 'invoke') return;
    const talk = talks.take(digest(way.channel, way.conversation));
    let said: Said = [];
    if (group) {
      if (kind === 'event' || talk.greeted) return;
      talk.greeted = true;
      said = this.#lines([{ kind: 'line', key: 'teams-alone' }, { kind: 'numbers' }], 'en');
    } else {
      const passed = await traffic.pass(talk, async () => {
        said = await this.#answer(talk, kind, heard);
      });
      if (!passed) said = this.help(talk.locale);
    }
    if (said.length === 0) return;
    // In the order of the turns, but outside of them: a slow service holds up its own talk alone.
    const sending = talk.sending.then(() => give(forTeams(said)));
    talk.sending = sending.catch(() => {});
    await sending;
  }

  /** The fixed help reply. */
  help(locale = 'en'): Said {
    return this.#lines([{ kind: 'help' }], locale);
  }

  async #answer(talk: BotTalk, kind: 'message' | 'arrival' | 'event', heard: Heard): Promise<Said> {
    const first = !talk.greeted;
    if (!first && kind === 'arrival') return [];
    talk.greeted = true;
    // Whatever they say first, they say it at work.
    const opened = first ? await this.#turn(talk, this.#opening()) : [];
    const truth = first ? this.#lines([{ kind: 'line', key: 'teams-first' }], talk.locale) : [];
    if (kind === 'arrival')
      return [...truth, ...this.#lines([{ kind: 'line', key: 'teams-hello' }], talk.locale), ...opened];
    return [...truth, ...(await this.#turn(talk, heard))];
  }

  #opening(): Heard {
    const choice = this.#deps.opening();
    return choice === undefined
      ? { type: 'event', name: 'signpost.start' }
      : { type: 'message', value: { choice } };
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
