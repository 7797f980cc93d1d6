/** Which services a person is shown, and in which order. */
import {
  type Audience,
  type Content,
  KNOWN_SERVICES,
  type PlaceId,
  type Service,
  type ServiceId,
  type ServiceRef,
} from '../content/model.ts';
import { answering, frontDoor, standing } from './front-door.ts';

/** For whom, where and when a card is made. `at`: milliseconds since 1970, UTC. */
export interface View {
  readonly audience: Audience;
  readonly age: '16-17' | 'unknown';
  readonly place: PlaceId | null;
  readonly at: number;
  readonly urgent: boolean;
}

/**
 * The services of a card, in its order. Roles are resolved, services for others dropped, nobody is named twice;
 * 999 and a line that answers day and night are added where they are missing (hand-off.ts says how).
 * @throws RangeError if `view.at` is not a time.
 */
export function servicesFor(content: Content, refs: readonly ServiceRef[], view: View): Service[] {
  return ordered(content, named(content, refs, view), view);
}

/** Roles become services; who answers instead of a closed line stands before it; nobody twice. */
function named(content: Content, refs: readonly ServiceRef[], view: View): Service[] {
  const ids: ServiceId[] = [];
  for (const ref of refs) {
    if (ref !== 'front-door') ids.push(...answering(content, [ref], view.at, view.urgent), ref);
    else ids.push(...frontDoorOrPolice(content, view));
  }
  const services = [...new Set(ids)].map((id) => content.services.get(id));
  return services.filter((service) => service !== undefined).filter((service) => isFor(service, view));
}

/**
 * Where no line of the council's can be rung now, 101 stands in front of what there is; where we have no number
 * for it at all, so does Childline (rule of safety at the head of the facts). A child sees Childline first.
 */
function frontDoorOrPolice(content: Content, view: View): readonly ServiceId[] {
  const ids = frontDoor(content, view.place, view.at, view.urgent);
  const lines = ids.map((id) => content.services.get(id)).filter((service) => service !== undefined);
  const phones = lines.filter((line) => line.phone !== undefined);
  const reachable = phones.some((line) =>
    ['answers', 'perhaps'].includes(standing(content, line, view.at, view.urgent)),
  );
  if (reachable) return ids;
  if (view.audience === 'young-person') return [KNOWN_SERVICES.childline, KNOWN_SERVICES.police, ...ids];
  return phones.length > 0
    ? [KNOWN_SERVICES.police, ...ids]
    : [KNOWN_SERVICES.police, KNOWN_SERVICES.childline, ...ids];
}

/**
 * Whether a service may be shown. A young person sees 16+ only after tapping "16 or 17", and 17+ or 18+ never.
 * For adults the ages say whom the help is for, and they may ring about a child.
 */
function isFor(service: Service, { audience, age }: Pick<View, 'audience' | 'age'>): boolean {
  if (!service.for.includes(audience)) return false;
  if (audience !== 'young-person' || service.ages === 'all') return true;
  const from = service.ages.from ?? 0;
  return from < 16 || (from === 16 && age === '16-17');
}

function ordered(content: Content, asked: readonly Service[], view: View): Service[] {
  const young = view.audience === 'young-person';
  const emergency = content.services.get(KNOWN_SERVICES.emergency);
  const always = alwaysThere(content, view);
  const needed = young || !asked.some((service) => dayAndNight(service));
  const list = needed && always && !asked.includes(always) ? [...asked, always] : [...asked];
  if (young) list.sort((a, b) => Number(b.cost.free) - Number(a.cost.free));
  if (!emergency) return list;
  if (view.urgent) return [emergency, ...list.filter((service) => service !== emergency)];
  return list.includes(emergency) ? list : [...list, emergency];
}

/**
 * The line that answers day and night: Childline for a young person, 101 for an adult. When staff have hidden its
 * number, another that is as sure stands in, one to ring before one to text.
 */
export function alwaysThere(content: Content, view: Pick<View, 'audience' | 'age'>): Service | undefined {
  const young = view.audience === 'young-person';
  const known = content.services.get(young ? KNOWN_SERVICES.childline : KNOWN_SERVICES.police);
  if (known) return known;
  const others = [...content.services.values()].filter(
    (service) => isFor(service, view) && dayAndNight(service) && (service.cost.free || !young),
  );
  return others.find(({ phone }) => phone !== undefined) ?? others[0];
}

/** A line that an adult can rely on at any hour: PAPYRUS (hours uncertain) and Childline (for children) are not. */
function dayAndNight(service: Service): boolean {
  const forChildren = service.ages !== 'all' && (service.ages.to ?? 99) < 19;
  const reachable = service.phone !== undefined || service.text !== undefined;
  const sure = service.hours === 'always' && service['hours-confidence'] === 'high';
  return sure && reachable && !forChildren && !service.emergency;
}
