/** Who answers at the council that looks after children where a person lives, at this hour. */
import { type Content, HOME_AREA, type PlaceId, type Service, type ServiceId } from '../content/model.ts';
import { once } from '../content/once.ts';
import { openState } from './open.ts';

/** `waits`: answers now, but only for somebody at risk right now. Likeliest to answer first. */
const STANDINGS = ['answers', 'perhaps', 'closed', 'waits'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * How sure it is that a service answers this person now. Unknown hours, or a calendar that does not reach
 * today, give `perhaps`.
 * @param at milliseconds since 1970, UTC.
 * @param immediate somebody is at risk right now.
 */
export const standing = (content: Content, service: Service, at: number, immediate: boolean): Standing =>
  standingIn(service, Math.floor(at / MINUTE_MS), immediate, content.bankHolidays, content.calendarEnds);

const MINUTE_MS = 60_000;

// Whoever looks from many places at once asks for the same minute again and again.
const standingIn = once(
  (
    service: Service,
    minute: number,
    immediate: boolean,
    bankHolidays: Content['bankHolidays'],
    calendarEnds: string,
  ): Standing => {
    const state = openState(service, minute * MINUTE_MS, { bankHolidays, calendarEnds });
    if (state.band?.only && !immediate) return 'waits';
    if (state.kind === 'always') return 'answers';
    if (state.kind === 'open') return state.uncertain ? 'perhaps' : 'answers';
    return state.kind === 'closed' ? 'closed' : 'perhaps';
  },
);

/**
 * The lines to show for these services: whoever answers when one is closed (`otherwise`) is looked at too.
 * If one surely answers now, only such; else all of them, likeliest first, so that nobody is left with none.
 * Ids that are not in the content are left out.
 */
export function answering(
  content: Content,
  ids: readonly ServiceId[],
  at: number,
  immediate: boolean,
): readonly ServiceId[] {
  const { services, bankHolidays, calendarEnds } = content;
  const known = answers(services, Math.floor(at / MINUTE_MS), immediate, bankHolidays, calendarEnds);
  const key = ids.join(' ');
  const lines = known.get(key) ?? linesOf(content, ids, at, immediate);
  known.set(key, lines);
  return lines;
}

/** What was answered in this minute. */
const answers = once(
  (_services: Content['services'], ..._rest: readonly unknown[]) => new Map<string, readonly ServiceId[]>(),
);

function linesOf(
  content: Content,
  ids: readonly ServiceId[],
  at: number,
  immediate: boolean,
): readonly ServiceId[] {
  const found = new Map<ServiceId, Standing>();
  const look = (id: ServiceId | undefined): void => {
    const service = id === undefined ? undefined : content.services.get(id);
    // The second test also ends a ring of `otherwise`.
    if (!service || found.has(service.id)) return;
    found.set(service.id, standing(content, service, at, immediate));
    look(service.otherwise);
  };
  for (const id of ids) look(id);
  const sure = [...found].filter(([, how]) => how === 'answers');
  const lines =
    sure.length > 0
      ? sure
      : [...found].toSorted(([, a], [, b]) => STANDINGS.indexOf(a) - STANDINGS.indexOf(b));
  return lines.map(([id]) => id);
}

/**
 * The role `front-door`, turned into services by home place and clock: the line that is open now; if the day
 * line is closed, whoever answers instead. A band for immediate risk counts as open only if `immediate`, else
 * it comes last. Hours: Wiltshire Council, "Contact children's services" (sources in services.yaml).
 * An unknown place is taken for Wiltshire. An area with no number we trust gives [].
 * @param at milliseconds since 1970, UTC.
 * @throws RangeError if `at` is not a time.
 */
export function frontDoor(
  content: Content,
  place: PlaceId | null,
  at: number,
  immediate: boolean,
): readonly ServiceId[] {
  const area = (place !== null && content.places.get(place)?.area) || HOME_AREA;
  return answering(content, content.areas.get(area)?.['front-door'] ?? [], at, immediate);
}
