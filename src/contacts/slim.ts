/** The short line of numbers: under an answer that was flagged, and where somebody asks whom to ring. */
import { type Content, KNOWN_SERVICES, type Service } from '../content/model.ts';
import type { Action } from '../wire.ts';
import { alwaysThere, servicesFor, type View } from './who.ts';
import { callAction, sentence } from './words.ts';

export interface Slim {
  readonly text: string;
  readonly actions: Action[];
}

const calls = (content: Content, services: readonly (Service | undefined)[]): Action[] =>
  services.flatMap((service) => {
    if (!service?.phone) return [];
    const named = service.emergency ? undefined : (service.short ?? service.name);
    return [callAction(content, service.phone, named)];
  });

const childrensLine = (content: Content): Service | undefined =>
  alwaysThere(content, { audience: 'young-person', age: 'unknown' });

/**
 * 999 and Childline, for everybody: an adult who reads it may have a child beside them, and a child may have
 * said that they are an adult. The sentence is `slim` of content/ui.yaml; the numbers come from the registry.
 */
export const slimNumbers = (content: Content): Slim => ({
  text: sentence(content, 'slim'),
  actions: calls(content, [content.services.get(KNOWN_SERVICES.emergency), childrensLine(content)]),
});

/**
 * The same for who is here for their work: 999, then whoever answers at the council's front door at this hour.
 * @param flagged Childline is on it too, as on all that follows words of risk
 */
export function workNumbers(content: Content, view: Omit<View, 'urgent'>, flagged: boolean): Slim {
  const team = servicesFor(content, ['front-door'], { ...view, urgent: false });
  const next = team.find(({ phone, emergency }) => phone !== undefined && !emergency);
  const child = flagged ? childrensLine(content) : undefined;
  const services = [content.services.get(KNOWN_SERVICES.emergency), next, child === next ? undefined : child];
  return { text: sentence(content, 'slim-work'), actions: calls(content, services) };
}
