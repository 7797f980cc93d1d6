/** The short facts under a service on a card, in their order: opening, cost, name, what happens. */
import type { Content, Service } from '../content/model.ts';
import { type Moment, type OpenState, openState } from './open.ts';
import type { View } from './who.ts';
import { sentence } from './words.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** As much of a view as the facts depend on; no audience: whoever. */
export type ForWhom = Pick<View, 'at' | 'urgent'> & Partial<Pick<View, 'audience'>>;

/**
 * The facts of a service at a time.
 * @param view.at milliseconds since 1970, UTC.
 * @param view.urgent the person may be at risk right now: then a band for such people is simply open.
 * @param view.audience who rings for their work gives their name, and needs no warning of bills.
 */
export function factsOf(content: Content, service: Service, { at, urgent, audience }: ForWhom): string[] {
  const atWork = audience === 'professional';
  const state = openState(service, at, content);
  // At a website nobody answers.
  const answered = service.phone !== undefined || service.text !== undefined;
  const facts = opening(content, state, urgent);
  if (state.kind === 'unknown' && answered) facts.push(sentence(content, 'card-hours-unknown'));
  facts.push(...cost(content, service, atWork));
  // Nothing may make somebody think twice about an emergency service.
  if (!atWork && !service.emergency && (answered || service.anonymous !== 'ask'))
    facts.push(sentence(content, `card-anonymous-${service.anonymous}`));
  facts.push(...service['what-happens']);
  return facts.filter((fact) => fact !== '');
}

/** What holds at this hour alone, or always. */
export function opening(content: Content, state: OpenState, urgent: boolean): string[] {
  if (state.kind === 'unknown') return [];
  const band = state.band ? [state.band.says] : [];
  // "Open until 09:00" would be untrue for whoever is not at risk now.
  if (state.band?.only && !urgent) return [...band, sentence(content, 'card-immediate-only')];
  if (state.kind === 'always') return [sentence(content, 'card-always'), ...band];
  const doubt = state.uncertain ? [sentence(content, 'card-may-be-closed')] : [];
  if (state.kind === 'closed') return [...(state.opens ? [opens(content, state.opens)] : []), ...doubt];
  // A time on another day would need its day; "open now" is enough.
  const until =
    state.until.inDays === 0
      ? sentence(content, 'card-open-until', { time: spoken(content, state.until.time) })
      : sentence(content, 'card-open-now');
  return [until, ...band, ...doubt];
}

function opens(content: Content, { inDays, weekday, time, date }: Moment): string {
  const name = sentence(content, WEEKDAYS[weekday]);
  const far = `${name} ${Number(date.slice(8))}`;
  const day = inDays === 0 ? sentence(content, 'today') : inDays === 1 ? sentence(content, 'tomorrow') : name;
  // From a week on, the weekday alone would mean the nearer one.
  return sentence(content, 'card-closed-opens', { day: inDays < 7 ? day : far, time: spoken(content, time) });
}

/** A time as it is said: 08:45 -> 8.45am, 17:00 -> 5pm, 24:00 -> midnight (GOV.UK style for times). */
export function spoken(content: Content, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour % 24 === 0) return sentence(content, 'midnight');
  if (minute === 0 && hour === 12) return sentence(content, 'midday');
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

function cost(content: Content, { cost, emergency }: Service, atWork: boolean): string[] {
  // What it says of its own cost is more exact than our sentences, and may not fit beside them.
  if (cost.note) return [cost.note];
  const facts = [sentence(content, cost.free ? 'card-free' : 'card-not-free')];
  if (cost['may-show-on-bill'] && !emergency && !atWork) facts.push(sentence(content, 'card-bill'));
  return facts;
}
