/** The short line of numbers under an answer that was flagged. */
import type { Audience, Content } from '../content/model.ts';
import { KNOWN_SERVICES } from '../content/model.ts';
import type { Action } from '../wire.ts';
import { alwaysThere } from './who.ts';
import { callAction, sentence } from './words.ts';

/**
 * 999 and Childline, for everybody: an adult who reads it may have a child beside them, and a child may have
 * said that they are an adult. The sentence is `slim` of content/ui.yaml; the numbers come from the registry.
 */
export function slimNumbers(content: Content, _audience: Audience): { text: string; actions: Action[] } {
  const line = alwaysThere(content, { audience: 'young-person', age: 'unknown' });
  const actions = [content.services.get(KNOWN_SERVICES.emergency), line].flatMap((service) => {
    if (!service?.phone) return [];
    const named = service.emergency ? undefined : (service.short ?? service.name);
    return [callAction(content, service.phone, named)];
  });
  return { text: sentence(content, 'slim'), actions };
}
