/**
 * The proof that help is near: from every step the help card is one tap away, and from every step of a worry the
 * right service for that audience, place and hour is within two. The whole graph is walked, button by button.
 */

import { frontDoor } from './contacts/front-door.ts';
import { servicesFor } from './contacts/who.ts';
import { cardsOnEntering, needsPerson, onward } from './content/helps.ts';
import {
  type Audience,
  type Content,
  dialogOf,
  KNOWN_DIALOGS,
  KNOWN_SERVICES,
  type ServiceRef,
  type StepRef,
} from './content/model.ts';
import { type Far, withoutCard } from './content/near.ts';
import { interned, once } from './content/once.ts';
import { READERS } from './content/readers.ts';

/** London times at which the front door changes: by day, after four on a Friday, evening, night, bank holiday. */
const HOURS = [
  '2026-11-24T10:00:00Z',
  '2026-11-27T16:01:00Z',
  '2026-11-24T20:00:00Z',
  '2026-11-25T00:30:00Z',
  '2026-11-25T03:00:00Z',
  '2026-12-25T12:00:00Z',
].map(Date.parse);

type Refs = readonly ServiceRef[];

/** Where one tap leads from a step, and the cards that a button itself shows. */
function taps(content: Content, ref: StepRef): { steps: StepRef[]; cards: Refs[] } {
  const step = content.steps.get(ref);
  const offer = step?.parts.find((part) => part.kind === 'offer');
  const person = content.dialogs.get(KNOWN_DIALOGS.person)?.start;
  // A step without a way on shows back, menu and a person.
  if (!offer) return { steps: onward(step).length > 0 || !person ? [...onward(step)] : [person], cards: [] };
  return {
    steps: [
      ...offer.choices.flatMap(({ way }) => (way.kind === 'go' ? [way.to] : [])),
      ...(needsPerson(content, ref) && person ? [person] : []),
    ],
    cards: offer.choices.flatMap(({ way }) => (way.kind === 'hand-off' ? [way.services] : [])),
  };
}

/** Every card that a person can have on the screen after at most so many taps. */
function cardsWithin(content: Content, ref: StepRef, left: number): Refs[] {
  const here = cardsOnEntering(content, ref);
  if (left === 0) return here;
  const next = taps(content, ref);
  return [...here, ...next.cards, ...next.steps.flatMap((to) => cardsWithin(content, to, left - 1))];
}

const placesOf = (content: Content): (string | null)[] => [
  null,
  ...new Map([...content.places.values()].map((place) => [place.area, place.id])).values(),
];

/** Whether a card has, at every hour and in every area, whoever should be rung there and then. */
function servesEverywhere(content: Content, refs: Refs, audience: Audience): boolean {
  if (!refs.includes('front-door')) return false;
  const places = placesOf(content);
  const always = audience === 'young-person' ? KNOWN_SERVICES.childline : KNOWN_SERVICES.police;
  return HOURS.every((at) =>
    places.every((place) => {
      const view = { audience, age: 'unknown', place, at, urgent: false } as const;
      const shown = servicesFor(content, refs, view).map(({ id }) => id);
      const door = frontDoor(content, place, at, false);
      return (
        (door.length === 0 || shown.includes(door[0] ?? '')) &&
        (shown.includes(always) || door.length > 0) &&
        shown.includes(KNOWN_SERVICES.emergency)
      );
    }),
  );
}

/** The services without their words: who is shown where and when does not hang on them. */
const wordless = once((services: Content['services']) =>
  interned(
    [...services.values()].map(
      ({ name, short, says, silent, 'what-happens': happens, sources, seen, rung, ...rest }) => rest,
    ),
  ),
);

/** What is known of cards, as long as the services, their hours and the places are these. */
const judgements = once(
  (_services: ReturnType<typeof wordless>, ..._rest: readonly unknown[]) => new Map<string, boolean>(),
);

/** Dialogs in which no worry is told: there a person within one tap is enough. */
const NO_WORRY: ReadonlySet<string> = new Set([
  KNOWN_DIALOGS.welcome,
  KNOWN_DIALOGS.menu,
  'goodbye',
  'about-this-chat',
]);

/** @returns the steps from which help is too far; empty for content that may be served */
export function farFromHelp(content: Content): Far[] {
  const far = withoutCard(content);
  const { services, areas, places, bankHolidays, calendarEnds } = content;
  const serves = judgements(wordless(services), areas, places, bankHolidays, calendarEnds);
  const isRight = (refs: Refs, audience: Audience): boolean => {
    const key = `${audience} ${refs.join(' ')}`;
    let right = serves.get(key);
    if (right === undefined) {
      right = servesEverywhere(content, refs, audience);
      serves.set(key, right);
    }
    return right;
  };
  for (const [ref, step] of content.steps) {
    const dialog = content.dialogs.get(dialogOf(ref));
    // Nobody rests at a step that leads on by itself.
    if (!dialog || onward(step).length > 0) continue;
    // An urgent card is the right service itself: 999 first, and lines for the one who writes.
    if (NO_WORRY.has(dialog.id) || dialog.urgent) continue;
    const cards = cardsWithin(content, ref, 2);
    for (const audience of dialog.for)
      if (!cards.some((refs) => isRight(refs, audience)))
        far.push({ step: ref, what: `the council's team is not within two taps for ${READERS[audience]}` });
  }
  return far;
}
