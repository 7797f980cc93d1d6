/** The bot as the Bot Framework sees it: activities in, one turn, activities out. It decides nothing itself. */
import { ActivityHandler, type TurnContext } from 'botbuilder-core';
import type { Turn, TurnInput } from '../turn.ts';
import type { Speak } from './activities.ts';
import { RESULT } from './door.ts';
import { readMessage } from './incoming.ts';

/** How many button labels are remembered: far more than the dialogs have, and a bound all the same. */
const LABELS = 5_000;

const labelled = (ref: string, label: string): string => `${ref}\n${label.trim()}`;

export class SignpostBot extends ActivityHandler {
  readonly #turn: Turn;
  readonly #speak: Speak;
  /** Each ref with each label that was shown on it, in any language. Content only. */
  readonly #labels = new Set<string>();

  constructor({ turn, speak }: { readonly turn: Turn; readonly speak: Speak }) {
    super();
    this.#turn = turn;
    this.#speak = speak;
    this.onMessage(async (context, next) => {
      await this.#take(context, this.#message(context));
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await this.#take(context, { event: 'start' });
      await next();
    });
    this.onEvent(async (context, next) => {
      const { name } = context.activity;
      if (name === 'signpost.start') await this.#take(context, { event: 'start' });
      if (name === 'signpost.wipe') await this.#take(context, { event: 'wipe' });
      await next();
    });
  }

  /**
   * A button sends its own label as the text: then the choice says it all. Any other words beside a choice are a
   * person's, so both go on and the words are assessed.
   */
  #message(context: TurnContext): Omit<TurnInput, 'conversation'> {
    const input = readMessage(context.activity);
    if (input.choice === undefined || input.text === undefined) return input;
    if (!this.#labels.has(labelled(input.choice, input.text))) return input;
    const { text: _label, ...choice } = input;
    return choice;
  }

  async #take(context: TurnContext, input: Omit<TurnInput, 'conversation'>): Promise<void> {
    const result = await this.#turn({ ...input, conversation: context.activity.conversation.id });
    context.turnState.set(RESULT, result);
    const activities = this.#speak(result.replies, result.view);
    for (const { suggestedActions } of activities) {
      for (const { text, value } of suggestedActions?.actions ?? []) this.#remember(value.choice, text ?? '');
    }
    await context.sendActivities(activities);
  }

  #remember(ref: string, label: string): void {
    if (this.#labels.size >= LABELS) this.#labels.clear();
    this.#labels.add(labelled(ref, label));
  }
}
