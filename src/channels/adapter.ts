/** What the Bot Framework adapters of our own doors share: an activity goes to the bot, its answer to one place. */
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';
import type { Log } from '../log.ts';
import type { TurnResult } from '../turn.ts';
import { RESULT } from './door.ts';

const PLACE = Symbol('signpost.place');

export interface DoorAdapterDeps {
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly log: Log;
}

/** `P`: where the answers of a turn go. */
export abstract class DoorAdapter<P> extends BotAdapter {
  readonly #bot: DoorAdapterDeps['bot'];

  constructor({ bot, log }: DoorAdapterDeps) {
    super();
    this.#bot = bot;
    // Without this hook the SDK sends the error's own message to the caller.
    this.onTurnError = async (context) => {
      log.error('turn-failed', { code: 'uncaught' });
      this.help(context.turnState.get(PLACE) as P);
    };
  }

  /** Gives what a turn said; returns the ids of the activities. */
  protected abstract say(
    place: P,
    result: TurnResult,
    activities: readonly Partial<Activity>[],
  ): readonly string[];

  /** Gives the fixed help reply. */
  protected abstract help(place: P): void;

  /** Runs one turn. Never rejects: a failing bot answers with the fixed help reply. */
  async receive(place: P, activity: Partial<Activity>): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(PLACE, place);
    await this.runMiddleware(context, (revocable) => this.#bot.run(revocable));
  }

  /** Only what a turn said is given: an activity without a TurnResult goes nowhere. */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const result = context.turnState.get(RESULT) as TurnResult | undefined;
    const ids = result ? this.say(context.turnState.get(PLACE) as P, result, activities) : [];
    return activities.map((_, part) => ({ id: ids[part] ?? '' }));
  }

  /** Said is said: what a client was given is never rewritten. */
  override async updateActivity(): Promise<void> {
    throw new Error('not supported');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('not supported');
  }

  /** We never speak first. */
  override async continueConversation(): Promise<void> {
    throw new Error('not supported');
  }
}
