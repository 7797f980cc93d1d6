/** The Bot Framework adapter of doors that answer one call at a time: what a turn says goes into the call's exchange. */
import type { Activity } from 'botbuilder-core';
import type { TurnResult } from '../turn.ts';
import type { Speak } from './activities.ts';
import { DoorAdapter, type DoorAdapterDeps } from './adapter.ts';
import { firstView } from './door.ts';

/** What comes of one call. It lives as long as the call. */
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

export class ExchangeAdapter extends DoorAdapter<Exchange> {
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
