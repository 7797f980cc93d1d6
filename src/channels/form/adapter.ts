/** The Bot Framework adapter of the form: the answer to a post goes into the page that is the post's answer. */
import type { Activity } from 'botbuilder-core';
import type { TurnResult } from '../../turn.ts';
import type { Speak } from '../activities.ts';
import { DoorAdapter, type DoorAdapterDeps } from '../adapter.ts';
import { firstView } from '../door.ts';

/** What comes of one post. It lives as long as the post. */
export interface Exchange {
  activities: readonly Partial<Activity>[];
  /** Of the talk so far, and then of its answer. */
  locale: string;
  wiped: boolean;
}

export interface AdapterDeps extends DoorAdapterDeps {
  readonly speak: Speak;
  readonly now: () => number;
}

export class FormAdapter extends DoorAdapter<Exchange> {
  readonly #speak: Speak;
  readonly #now: () => number;

  constructor(deps: AdapterDeps) {
    super(deps);
    this.#speak = deps.speak;
    this.#now = deps.now;
  }

  /** The fixed help reply, unassessed, in the language of the exchange. */
  override help(exchange: Exchange): void {
    const view = { ...firstView(this.#now()), locale: exchange.locale };
    exchange.activities = this.#speak([{ kind: 'help' }], view);
  }

  protected override say(
    exchange: Exchange,
    { view, wiped }: TurnResult,
    activities: readonly Partial<Activity>[],
  ): readonly string[] {
    exchange.activities = activities;
    exchange.locale = view.locale;
    exchange.wiped = wiped;
    return [];
  }
}
