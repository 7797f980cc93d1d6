/**
 * Whether help is there, worked out anew from what it means and without the product's own check: the talk is walked as
 * a person would, button by button, whoever they are, and each screen is looked at by clock and place.
 *
 * - The screen a person comes to shows a card, or a button of it leads straight to one, on which there are a number
 *   for emergencies and a line that answers this person now.
 * - What the bot itself opens when somebody is in danger shows such a card at once, the emergency number first; and so
 *   does every button by which somebody says that they are not safe, or not sure.
 */
import { needsPerson } from '../../../src/content/helps.ts';
import {
  type Audience,
  type Choice,
  type Content,
  dialogOf,
  KNOWN_DIALOGS,
  type Step,
  type StepRef,
  URGENT_STEPS,
  urgentStep,
} from '../../../src/content/model.ts';
import { AUDIENCES } from '../../../src/content/schema.ts';

import type { Judge, Refs } from './cards.ts';

/** What a person is to the talk; values that no branch asks for are left out. */
interface Person {
  readonly audience: Audience;
  readonly age: string;
  readonly safe: string;
  readonly level: string;
}
interface Card {
  readonly refs: Refs;
  readonly urgent: boolean;
}
/** Where somebody comes to rest, and the cards they saw on the way. */
interface Arrival {
  /** Null: back where they were. */
  readonly at: StepRef | null;
  readonly who: Person;
  readonly cards: readonly Card[];
  /** The talk ends in nothing: a step that is not there, or one without any button. */
  readonly lost: boolean;
  /** One of the cards helps. */
  readonly helps: boolean;
}
const USUAL: Person = { audience: 'young-person', age: 'unknown', safe: 'unknown', level: 'none' };
const notSafe = ({ set: { safe } }: Choice): boolean =>
  safe !== undefined && safe !== 'yes' && safe !== 'unknown';

const partOf = <K extends Step['parts'][number]['kind']>(step: Step, kind: K) =>
  step.parts.find((part): part is Extract<Step['parts'][number], { kind: K }> => part.kind === kind);

/** Everybody who can be told apart by the branches of this content. */
function peopleOf(content: Content): Person[] {
  const used = { age: new Set<string>(), safe: new Set<string>(), level: new Set<string>() };
  for (const step of content.steps.values())
    for (const { when } of partOf(step, 'branch')?.cases ?? [])
      for (const key of ['age', 'safe', 'level'] as const) if (when[key]) used[key].add(when[key]);
  const values = (key: 'age' | 'safe' | 'level', usual: string) => [...new Set([usual, ...used[key]])];
  return AUDIENCES.flatMap((audience) =>
    values('age', 'unknown').flatMap((age) =>
      values('safe', 'unknown').flatMap((safe) =>
        values('level', 'none').map((level): Person => ({ audience, age, safe, level })),
      ),
    ),
  );
}

/** One talk after the other through the same content. */
class Walk {
  readonly #content: Content;
  readonly #judge: Judge;
  readonly #people: readonly Person[];
  readonly #arrivals = new Map<StepRef, Map<Person, Arrival>>();
  readonly #seen = new Map<StepRef, Set<Person>>();
  readonly #bare = new Set<Arrival>();
  readonly #open: Arrival[] = [];
  readonly found: string[] = [];

  constructor(content: Content, judge: Judge) {
    this.#content = content;
    this.#judge = judge;
    this.#people = peopleOf(content);
  }

  /** Whoever somebody has become; a value that no branch asks for is like any other. */
  #become(before: Person, set: Partial<Person>): Person {
    const is = { ...before, ...set };
    const same = (one: Person, key: keyof Person): boolean =>
      one[key] === is[key] || (one[key] === USUAL[key] && !this.#people.some((who) => who[key] === is[key]));
    const keys = ['audience', 'age', 'safe', 'level'] as const;
    return this.#people.find((one) => keys.every((key) => same(one, key))) ?? before;
  }

  /** Follows a talk from a step to where it waits. */
  #follow(from: StepRef, person: Person): Arrival {
    const cards: Card[] = [];
    let who = person;
    let at = from;
    const end = (where: StepRef | null, lost: boolean): Arrival => {
      const helps = cards.some(({ refs, urgent }) => this.#judge(refs, who.audience, urgent) === '');
      return { at: where, who, cards, lost, helps };
    };
    // Longer rounds than this do not end.
    for (let moves = 0; moves < 20; moves += 1) {
      const step = this.#content.steps.get(at);
      const dialog = this.#content.dialogs.get(dialogOf(at));
      if (!step || !dialog) return end(at, true);
      const [first] = dialog.for;
      if (first && !dialog.for.includes(who.audience)) who = this.#become(who, { audience: first });
      const handOff = partOf(step, 'hand-off');
      if (handOff) cards.push({ refs: handOff.services, urgent: dialog.urgent });
      if (partOf(step, 'offer')) return end(at, false);
      const branch = partOf(step, 'branch');
      const fits = branch?.cases.find(({ when }) =>
        Object.entries(when).every(([key, value]) => who[key as keyof Person] === value),
      );
      if (branch && !fits) return end(at, true);
      const to = fits?.go ?? partOf(step, 'go')?.to;
      if (!to) return end(partOf(step, 'return') ? null : at, false);
      at = to;
    }
    return end(at, true);
  }

  #arrive(from: StepRef, who: Person): Arrival {
    const known = this.#arrivals.get(from) ?? new Map<Person, Arrival>();
    this.#arrivals.set(from, known);
    const arrival = known.get(who) ?? this.#follow(from, who);
    known.set(who, arrival);
    return arrival;
  }

  #start(dialog: string, who: Person): Arrival | undefined {
    const start = this.#content.dialogs.get(dialog)?.start;
    return start && this.#arrive(start, who);
  }

  #choicesAt(at: StepRef | null): readonly Choice[] {
    const step = at === null ? undefined : this.#content.steps.get(at);
    return (step && partOf(step, 'offer')?.choices) ?? [];
  }

  /** What a button brings; null: back to where the talk was. */
  #tap(before: Person, { way, set: { locale: _locale, ...set } }: Choice): { helps: boolean; to?: Arrival } {
    const who = Object.keys(set).length > 0 ? this.#become(before, set) : before;
    if (way.kind === 'hand-off') return { helps: this.#judge(way.services, who.audience, false) === '' };
    if (way.kind === 'return') return { helps: false };
    const to = this.#arrive(way.to, who);
    return { helps: to.helps, to };
  }

  #visit(arrival: Arrival): void {
    const { at, who, helps } = arrival;
    if (at === null) return;
    const seen = this.#seen.get(at) ?? new Set<Person>();
    this.#seen.set(at, seen);
    // Who came without seeing help is looked at in any case: who saw some on the way is better off.
    if (this.#bare.has(arrival) || (helps && seen.has(who))) return;
    if (!helps) this.#bare.add(arrival);
    seen.add(who);
    this.#open.push(arrival);
  }

  /** What the bot opens by itself, for one person. */
  begin(who: Person): void {
    for (const dialog of this.#content.dialogs.keys()) {
      const arrival = this.#start(dialog, who);
      if (arrival) this.#visit(arrival);
    }
    const first = this.#content.dialogs.get(KNOWN_DIALOGS.urgent)?.start;
    for (const from of [...(first ? [first] : []), ...URGENT_STEPS.map(urgentStep)]) {
      const arrival = this.#arrive(from, who);
      const right = arrival.cards.find((card) => card.urgent);
      const wrong = right ? this.#judge(right.refs, arrival.who.audience, true) : 'no urgent card';
      if (wrong !== '') this.found.push(`${from} for ${who.audience}: ${wrong}`);
      this.#visit(arrival);
    }
    const question = this.#start(KNOWN_DIALOGS.safeNow, who);
    if (!this.#choicesAt(question?.at ?? null).some(notSafe))
      this.found.push(`for ${who.audience}: nobody can say that they are not safe`);
  }

  /** One screen, and each of its buttons. */
  #look({ at, who, lost, helps }: Arrival & { at: StepRef }): void {
    const choices = this.#choicesAt(at);
    const tapped = choices.map((choice) => ({ choice, ...this.#tap(who, choice) }));
    const stands = choices.length === 0 || needsPerson(this.#content, at);
    const person = stands && this.#start(KNOWN_DIALOGS.person, who)?.helps === true;
    const where = `${at} for ${who.audience} ${who.age} ${who.safe} ${who.level}`;
    if (lost) this.found.push(`${where}: the talk ends there`);
    else if (!helps && !person && !tapped.some((one) => one.helps))
      this.found.push(`${where}: no help within a tap`);
    for (const { choice, helps: helped, to } of tapped) {
      if (notSafe(choice) && !helped) this.found.push(`${where}, "${choice.label}": nobody to ring at once`);
      if (to) this.#visit(to);
    }
  }

  through(): readonly string[] {
    for (const who of this.#people) this.begin(who);
    for (let here = this.#open.pop(); here; here = this.#open.pop())
      if (here.at !== null) this.#look({ ...here, at: here.at });
    return this.found;
  }
}

/** @returns every place at which somebody is without help, in words; empty when there is none */
export const withoutHelp = (content: Content, judge: Judge): readonly string[] =>
  new Walk(content, judge).through();
