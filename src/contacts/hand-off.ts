/** The hand-off card: whom to reach now, in which order, and what to know before. */
import type { Content, Service, ServiceRef } from '../content/model.ts';
import type { Card, CardEntry } from '../wire.ts';
import { type ForWhom, factsOf } from './facts.ts';
import { addDays, londonTime } from './london.ts';
import { servicesFor, type View } from './who.ts';
import { actionsOf, sentence } from './words.ts';

export type { View } from './who.ts';

/**
 * The card for these services and roles, as this person should see it. Whatever is asked for, it holds 999 and
 * a line that answers day and night: Childline for a young person; for an adult 101, unless another is there.
 * Order: 999 first if urgent, else last (unless named); for a young person free lines before paid ones
 * (0300 numbers cost, and show on a bill); else as asked for.
 * @param words lines to read out when the phone is answered.
 * @throws RangeError if `view.at` is not a time; nothing else.
 */
export function handOffCard(
  content: Content,
  refs: readonly ServiceRef[],
  view: View,
  words: readonly string[],
): Card {
  const services = servicesFor(content, refs, view);
  const entries = services.map((service) => entryOf(content, service, view));
  const emergency = services.filter((service) => service.emergency);
  return {
    title: sentence(content, view.urgent ? 'card-title-urgent' : 'card-title'),
    urgent: view.urgent,
    entries,
    silent: view.urgent ? emergency.flatMap((service) => service.silent ?? []) : [],
    words,
    notes: notesOf(content, services, entries, view),
    headings: { silent: sentence(content, 'card-silent'), words: sentence(content, 'card-words') },
  };
}

/** What a card says of one service. */
export function entryOf(content: Content, service: Service, view: ForWhom): CardEntry {
  return {
    service: service.id,
    name: service.name,
    says: service.says,
    facts: factsOf(content, service, view),
    actions: actionsOf(content, service),
  };
}

function notesOf(
  content: Content,
  services: readonly Service[],
  entries: readonly CardEntry[],
  { at, audience }: View,
): string[] {
  const today = londonTime(at).date;
  const overdue = ({ rung, seen, 'review-every-days': days }: Service): boolean =>
    rung === null && addDays(seen, days) < today;
  const notes: string[] = [];
  if (
    audience !== 'professional' &&
    entries.some((entry) => entry.actions.some((action) => action.kind === 'call'))
  )
    notes.push(sentence(content, 'card-call-trace'));
  if (services.some(overdue)) notes.push(sentence(content, 'card-may-have-changed'));
  return notes.filter((note) => note !== '');
}
