/**
 * Whether help is there, worked out anew from what it means and without the product's own check: the talk is walked as
 * a person would, button by button, whoever they are, and each screen is looked at by clock and place.
 *
 * - The screen a person comes to shows a card, or a button of it leads straight to one, on which there are a number
 *   for emergencies and a line that answers this person now.
 * - What the bot itself opens when somebody is in danger shows such a card at once, the emergency number first; and so
 *   does every button by which somebody says that they are not safe, or not sure.
 */
import { type View, servicesFor } from '../../src/contacts/who.ts';
import { needsPerson } from '../../src/content/helps.ts';
import {
  type Audience,
  type Choice,
  type Content,
  dialogOf,
  KNOWN_DIALOGS,
  type Service,
  type ServiceRef,
  type Step,
  type StepRef,
  URGENT_STEPS,
  urgentStep,
} from '../../src/content/model.ts';
import { AUDIENCES, SLOTS } from '../../src/content/schema.ts';

/** The clock times at which somebody may need help, as a person reads them off a calendar. */
const CLOCKS = [
  { at: '2026-11-24T10:00:00Z', day: 'tue', hour: 10, holiday: false },
  { at: '2026-11-27T16:30:00Z', day: 'fri', hour: 16.5, holiday: false },
  { at: '2026-11-24T20:00:00Z', day: 'tue', hour: 20, holiday: false },
  { at: '2026-11-25T03:00:00Z', day: 'wed', hour: 3, holiday: false },
  { at: '2026-11-28T07:30:00Z', day: 'sat', hour: 7.5, holiday: false },
  { at: '2026-12-25T12:00:00Z', day: 'fri', hour: 12, holiday: true },
].map((one) => ({ ...one, at: Date.parse(one.at) }));
type Clock = (typeof CLOCKS)[number];
/** Nothing said; a council whose number we have; one whose number we have not. */
const PLACES = [null, 'swindon', 'bournemouth'];

/** What a person is to the talk; values that no branch asks for are left out. */
interface Person {
  readonly audience: Audience;
  readonly age: string;
  readonly safe: string;
  readonly level: string;
}
type Refs = readonly ServiceRef[];
/** Where somebody comes to rest, and the cards they saw on the way. `at` null: back where they were. */
interface Arrival {
  readonly at: StepRef | null;
  readonly who: Person;
  readonly cards: readonly { readonly refs: Refs; readonly urgent: boolean }[];
  /** The talk ends in nothing: a step that is not there, or one without any button. */
  readonly lost: boolean;
}

const WEEKEND = ['sat', 'sun'];
const hourOf = (time = ''): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;

/** Read off the hours as they are written. */
function isOpen({ hours, 'hours-confidence': sure }: Service, { day, hour, holiday }: Clock): boolean {
  if (hours === 'unknown' || !['high', 'medium'].includes(sure)) return false;
  if (hours === 'always') return true;
  const group = WEEKEND.includes(day) ? 'sat-sun' : day === 'fri' ? 'mon-fri' : 'mon-thu';
  const written = hours as Readonly<Record<string, string>>;
  const weekday = WEEKEND.includes(day) ? undefined : written['mon-fri'];
  const span = holiday
    ? written['bank-holiday']
    : (written[day] ?? written[group] ?? weekday ?? written['every-day']);
  if (!span) return false;
  const [from, until] = span.split('-').map(hourOf) as [number, number];
  return from <= hour && (hour < until || until <= from);
}

const canRing = ({ phone }: Service): boolean => phone !== undefined;
const canReach = ({ phone, text }: Service): boolean => phone !== undefined || text !== undefined;

/** The content of one clock: services of its own, because the product remembers their hours for one day only. */
const atEachClock = (content: Content) =>
  CLOCKS.map((clock) => {
    const services = new Map([...content.services].map(([id, service]) => [id, { ...service }]));
    return { clock, content: { ...content, services } };
  });
type Clocked = ReturnType<typeof atEachClock>;

/** What is wrong with a card for some clock or place; '' when it helps everybody everywhere. */
function faultOf(clocked: Clocked, refs: Refs, audience: Audience, urgent: boolean): string {
  for (const { clock, content } of clocked)
    for (const place of refs.includes('front-door') ? PLACES : [null]) {
      const known = place !== null && content.places.has(place) ? place : null;
      const view: View = { audience, age: 'unknown', place: known, at: clock.at, urgent };
      const shown = servicesFor(content, refs, view);
      const where = `for ${audience} in ${place ?? 'Wiltshire'}, ${clock.day} ${clock.hour}`;
      if (!shown.some((one) => one.emergency && canRing(one))) return `no emergency number ${where}`;
      if (urgent && !(shown[0]?.emergency && canRing(shown[0])))
        return `the emergency number is not first ${where}`;
      if (!shown.some((one) => !one.emergency && canReach(one) && isOpen(one, clock)))
        return `nobody answers ${where}`;
    }
  return '';
}

/** Judges cards, for one registry: what is found out about a card holds as long as services and places stay. */
export function judgeOf(content: Content): (refs: Refs, audience: Audience, urgent: boolean) => string {
  const clocked = atEachClock(content);
  const known = new Map<string, string>();
  return (refs, audience, urgent) => {
    const key = `${audience} ${urgent} ${refs.join(' ')}`;
    const fault = known.get(key) ?? faultOf(clocked, refs, audience, urgent);
    known.set(key, fault);
    return fault;
  };
}
export type Judge = ReturnType<typeof judgeOf>;

const partOf = <K extends Step['parts'][number]['kind']>(step: Step, kind: K) =>
  step.parts.find((part): part is Extract<Step['parts'][number], { kind: K }> => part.kind === kind);

/** Everybody who can be told apart by the branches of this content. */
function people(content: Content): Person[] {
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

const keyOf = (at: StepRef, { audience, age, safe, level }: Person): string =>
  `${at} ${audience} ${age} ${safe} ${level}`;

/** Follows a talk from a step to where it waits. */
function follow(content: Content, from: StepRef, person: Person): Arrival {
  const cards: Arrival['cards'][number][] = [];
  let who = person;
  let at = from;
  // Longer rounds than this do not end.
  for (let moves = 0; moves < 20; moves += 1) {
    const step = content.steps.get(at);
    const dialog = content.dialogs.get(dialogOf(at));
    if (!step || !dialog) return { at, who, cards, lost: true };
    const [first] = dialog.for;
    if (first && !dialog.for.includes(who.audience)) who = { ...who, audience: first };
    const handOff = partOf(step, 'hand-off');
    if (handOff) cards.push({ refs: handOff.services, urgent: dialog.urgent });
    if (partOf(step, 'offer')) return { at, who, cards, lost: false };
    const branch = partOf(step, 'branch');
    const fits = branch?.cases.find(({ when }) =>
      Object.entries(when).every(([key, value]) => who[key as keyof Person] === value),
    );
    if (branch && !fits) return { at, who, cards, lost: true };
    const to = fits?.go ?? partOf(step, 'go')?.to;
    if (!to) return { at: partOf(step, 'return') ? null : at, who, cards, lost: false };
    at = to;
  }
  return { at, who, cards, lost: true };
}

/** @returns every place at which somebody is without help, in words; empty when there is none */
export function withoutHelp(content: Content, judge: Judge): string[] {
  const found: string[] = [];
  const arrivals = new Map<string, Arrival>();
  const arrive = (from: StepRef, who: Person): Arrival => {
    const key = keyOf(from, who);
    const arrival = arrivals.get(key) ?? follow(content, from, who);
    arrivals.set(key, arrival);
    return arrival;
  };
  const fault = (card: Arrival['cards'][number], who: Person) => judge(card.refs, who.audience, card.urgent);
  const helpsAtOnce = ({ cards, who }: Arrival): boolean => cards.some((card) => fault(card, who) === '');
  const person = content.dialogs.get(KNOWN_DIALOGS.person)?.start;
  const toPerson = (who: Person): boolean => person !== undefined && helpsAtOnce(arrive(person, who));
  const everybody = people(content);
  const after = (who: Person, { set }: Choice): Person => {
    const { locale: _locale, ...slots } = set;
    const values = { ...who, ...slots };
    // A value that no branch asks for is like any other.
    return everybody.some(({ safe }) => safe === values.safe) ? values : { ...values, safe: 'unknown' };
  };
  const sameAge = (who: Person): Person =>
    everybody.some(({ age }) => age === who.age) ? who : { ...who, age: 'unknown' };
  const tap = (who: Person, choice: Choice): Arrival | null =>
    choice.way.kind === 'go' ? arrive(choice.way.to, sameAge(after(who, choice))) : null;
  const choicesAt = (at: StepRef): readonly Choice[] => {
    const step = content.steps.get(at);
    return (step && partOf(step, 'offer')?.choices) ?? [];
  };

  const urgentAtOnce = (arrival: Arrival, why: string): void => {
    const right = arrival.cards.find((card) => card.urgent);
    const wrong = right ? fault(right, arrival.who) : 'no urgent card';
    if (wrong !== '') found.push(`${why}: ${wrong}`);
  };
  const helpsWithinATap = (at: StepRef, who: Person): boolean => {
    const choices = choicesAt(at);
    if ((choices.length === 0 || needsPerson(content, at)) && toPerson(who)) return true;
    return choices.some((choice) => {
      const then = sameAge(after(who, choice));
      if (choice.way.kind === 'hand-off') return judge(choice.way.services, then.audience, false) === '';
      const arrival = tap(who, choice);
      return arrival !== null && helpsAtOnce(arrival);
    });
  };

  const seen = new Set<string>();
  const open: Arrival[] = [];
  const visit = (arrival: Arrival): void => {
    if (arrival.at === null) return;
    const key = `${keyOf(arrival.at, arrival.who)} ${helpsAtOnce(arrival)} ${arrival.lost}`;
    if (seen.has(key)) return;
    seen.add(key);
    open.push(arrival);
  };
  const isSafe = (choice: Choice): boolean => choice.set.safe === 'yes' || choice.set.safe === 'unknown';
  for (const who of everybody) {
    for (const { start } of content.dialogs.values()) visit(arrive(start, who));
    const opened = [content.dialogs.get(KNOWN_DIALOGS.urgent)?.start, ...URGENT_STEPS.map(urgentStep)];
    for (const start of opened) {
      if (!start) found.push('there is no urgent card');
      else {
        visit(arrive(start, who));
        urgentAtOnce(arrive(start, who), `${start} for ${who.audience}`);
      }
    }
    const asked = content.dialogs.get(KNOWN_DIALOGS.safeNow)?.start;
    const question = asked && arrive(asked, who);
    const answers = question?.at ? choicesAt(question.at) : [];
    const noes = answers.filter((choice) => choice.set.safe && !isSafe(choice));
    if (noes.length === 0) found.push(`nobody can say that they are not safe, for ${who.audience}`);
  }
  for (let here = open.pop(); here; here = open.pop()) {
    const { at, who, lost } = here;
    if (at === null) continue;
    if (lost) found.push(`${at} for ${who.audience}: the talk ends there`);
    else if (!helpsAtOnce(here) && !helpsWithinATap(at, who))
      found.push(`${keyOf(at, who)}: no help within a tap`);
    for (const choice of choicesAt(at)) {
      const arrival = tap(who, choice);
      if (choice.set.safe && !isSafe(choice)) {
        const why = `${at}, "${choice.label}" for ${who.audience}`;
        if (arrival) urgentAtOnce(arrival, why);
        else found.push(`${why}: no urgent card`);
      }
      if (arrival) visit(arrival);
    }
  }
  return found;
}

/** Every value of the talk that a branch can ask for: what the edits choose from. */
export const ASKABLE = { audience: SLOTS.audience, age: SLOTS.age, safe: SLOTS.safe } as const;
