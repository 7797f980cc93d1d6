/** The short line of numbers under an answer that was flagged. */
import { type Audience, type Content, KNOWN_SERVICES } from '../content/model.ts';
import type { Action } from '../wire.ts';
import { callAction, sentence } from './words.ts';

/**
 * 999 and Childline, for everybody: an adult who reads it may have a child beside them, and a child may have
 * said that they are an adult. The sentence is `slim` of content/ui.yaml; the numbers come from the registry
 * and may stand in it as {emergency} and {childline}.
 */
export function slimNumbers(content: Content, _audience: Audience): { text: string; actions: Action[] } {
  const emergency = content.services.get(KNOWN_SERVICES.emergency)?.phone;
  const childline = content.services.get(KNOWN_SERVICES.childline)?.phone;
  const numbers = [emergency, childline].filter((number) => number !== undefined);
  return {
    text: sentence(content, 'slim', { ...(emergency && { emergency }), ...(childline && { childline }) }),
    actions: numbers.map((number) => callAction(content, number)),
  };
}
