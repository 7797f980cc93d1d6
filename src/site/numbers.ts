/** The few ways to reach a person that stand on every page, taken from the registry. */
import { frontDoor, standing } from '../contacts/front-door.ts';
import { alwaysThere } from '../contacts/who.ts';
import { actionsOf } from '../contacts/words.ts';
import { type Content, KNOWN_SERVICES } from '../content/model.ts';
import type { NumberLink } from './frame.tsx';

/** Danger now, and a line for every child, day and night: always in view. */
export function first(content: Content): string[] {
  const line = alwaysThere(content, { audience: 'young-person', age: 'unknown' });
  return [KNOWN_SERVICES.emergency, ...(line ? [line.id] : [])];
}

/** A line by text, and the council's team that answers now; by night, when it is for danger only, Shout alone. */
export function second(content: Content, at: number): string[] {
  const [door] = frontDoor(content, null, at, false);
  const service = door === undefined ? undefined : content.services.get(door);
  const open = service && standing(content, service, at, false) === 'answers';
  return open ? ['shout', service.id] : ['shout'];
}

const quick = (kind: string) => kind === 'call' || kind === 'text';

/** @returns a link to each of these services that can be rung or texted */
export function numberLinks(content: Content, ids: readonly string[]): NumberLink[] {
  return ids.flatMap((id) => {
    const service = content.services.get(id);
    const action = service && actionsOf(content, service).find(({ kind }) => quick(kind));
    if (!service || !action) return [];
    const name = service.emergency ? service.name : (service.short ?? service.name);
    return [{ name, action, emergency: service.emergency }];
  });
}

/** The addresses of all emergency services. */
export const emergencyAddresses = (content: Content): string[] =>
  [...content.services.values()]
    .filter((service) => service.emergency)
    .flatMap((service) => actionsOf(content, service).map(({ href }) => href));
