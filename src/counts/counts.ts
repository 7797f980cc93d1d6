/** Counts of outcomes since the start of this process: how often, never who, when or what. */
import { OUTCOMES, type Outcome } from '../outcomes.ts';

export class Counts {
  readonly #counts = new Map<Outcome, number>();

  add(outcome: Outcome): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
  }

  /** Every outcome of the closed list with its count. */
  snapshot(): Readonly<Record<Outcome, number>> {
    const outcomes = Object.keys(OUTCOMES) as Outcome[];
    return Object.fromEntries(outcomes.map((one) => [one, this.#counts.get(one) ?? 0])) as Record<
      Outcome,
      number
    >;
  }
}
