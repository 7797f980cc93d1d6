/** What happens to a posted form: whose talk, its turn, and what the page that answers it will show. */
import { ActivityTypes } from 'botbuilder-core';
import type { Exchange, ExchangeAdapter } from '../exchange.ts';
import { botNamed, inbound } from '../inbound.ts';
import type { Traffic } from '../traffic.ts';
import type { Fields } from './fields.ts';
import { type Ended, type FormTalk, type FormTalks, isFirst } from './talks.ts';
import type { FormView } from './view.ts';

const CHANNEL = 'form';

export interface ConversingDeps {
  readonly adapter: ExchangeAdapter;
  readonly talks: FormTalks;
  readonly traffic: Traffic;
  readonly now: () => number;
  /** The bot's name. */
  readonly bot: () => string;
  /** What stands on the button of this ref; undefined when there is none. */
  readonly label: (ref: string, locale: string) => string | undefined;
}

/** A page that says that the talk is over, and nothing of it. */
const over = (notice: Ended, locale = 'en'): FormView => ({
  token: '',
  said: null,
  activities: [],
  notice,
  ended: true,
  locale,
});

export class Conversing {
  readonly #deps: ConversingDeps;

  constructor(deps: ConversingDeps) {
    this.#deps = deps;
  }

  /**
   * Answers a post. The name of no open talk (too old, deleted, made up) loses no message: it is answered in a new one,
   * unless it was answered before.
   * @param name of the talk, as its page holds it; for a new one that of a page that begins talks, or empty
   */
  async hear(fields: Fields, name: string): Promise<FormView> {
    const { talks } = this.#deps;
    if (fields.ends) return this.end(name);
    const held = talks.get(name);
    const answered = held ? undefined : talks.answered(name);
    if (answered) return over(answered);
    const first = isFirst(name);
    const talk = held ?? talks.create(first ? name : '');
    talks.take(talk);
    const exchange = await this.#exchange(talk, fields);
    if (exchange.wiped) talks.wipe(talk);
    if (talk.ended === 'deleted-page') return over('deleted-page', exchange.locale);
    return {
      token: talk.ended ? '' : talk.name,
      said: this.#said(fields, exchange.locale),
      activities: this.#stamped(exchange),
      notice: held || first ? talk.ended : 'expired-page',
      ended: talk.ended !== null,
      locale: exchange.locale,
    };
  }

  /** Deletes a talk, if it is there. It waits for no turn and is never limited: the talk goes now, the session next. */
  async end(name: string): Promise<FormView> {
    const { adapter, talks } = this.#deps;
    const talk = talks.get(name);
    if (!talk) return over('deleted-page');
    talks.wipe(talk);
    const wipe = { type: ActivityTypes.Event, name: 'signpost.wipe' };
    const exchange: Exchange = { activities: [], locale: talk.locale, wiped: false };
    await adapter.receive(exchange, { ...this.#known(talk), ...wipe });
    return over('deleted-page', exchange.locale);
  }

  async #exchange(talk: FormTalk, { choice, words }: Fields): Promise<Exchange> {
    const { adapter, traffic } = this.#deps;
    const exchange: Exchange = { activities: [], locale: talk.locale, wiped: false };
    const message = {
      ...this.#known(talk),
      type: ActivityTypes.Message,
      ...(words === undefined ? {} : { text: words }),
      ...(choice === undefined ? {} : { value: { choice } }),
    };
    if (!(await traffic.pass(talk, () => adapter.receive(exchange, message)))) adapter.help(exchange);
    talk.locale = exchange.locale;
    return exchange;
  }

  #said({ choice, words }: Fields, locale: string): string | null {
    return words ?? (choice === undefined ? null : (this.#deps.label(choice, locale) ?? null));
  }

  /** As Direct Line clients get them. The SDK writes the token into each: that goes no further. */
  #stamped({ activities }: Exchange): object[] {
    const from = botNamed(this.#deps.bot());
    return activities.map((activity, part) => {
      const { type, text, textFormat, locale, attachments, suggestedActions, inputHint } = activity;
      const said = { type, text, textFormat, locale, attachments, suggestedActions, inputHint };
      return { ...said, id: String(part), from };
    });
  }

  #known({ token }: FormTalk) {
    const { bot, now } = this.#deps;
    return inbound({ channel: CHANNEL, conversation: token, bot: bot(), at: now() });
  }
}
