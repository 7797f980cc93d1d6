/** The few ways to reach a person that stand on every page, taken from the registry. */
import { actionsOf } from '../contacts/words.ts';
import type { Content } from '../content/model.ts';
import type { NumberLink } from './page.tsx';

/** Danger now, and a line for every child, day and night: always in view. */
export const FIRST = ['police-999', 'childline'] as const;
export const SECOND = ['shout', 'wilts-mash'] as const;

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
