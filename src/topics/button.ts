/** Reads the ref that a pressed button sends back. Only what exists in the content is a button. */
import type { Content, StepRef } from '../content/model.ts';
import { COMMANDS } from '../content/schema.ts';
import type { ButtonRef } from '../engine/input.ts';

const MAX_LETTERS = 120;

/** @returns undefined when the ref names no button of this content (it was forged, or staff took it out) */
export function readButton(content: Content, ref: string): ButtonRef | undefined {
  if (ref.length > MAX_LETTERS) return undefined;
  if (ref.startsWith(':open/')) {
    const dialog = ref.slice(':open/'.length);
    return content.dialogs.has(dialog) ? { kind: 'open', dialog } : undefined;
  }
  if (ref.startsWith(':at/')) {
    const step = content.codes.get(ref.slice(':at/'.length));
    return step && { kind: 'jump', step };
  }
  if (ref.startsWith(':locale/')) {
    const locale = ref.slice(':locale/'.length);
    const known = locale === 'en' || content.languages.some(({ id }) => id === locale);
    return known ? { kind: 'locale', locale } : undefined;
  }
  if (ref.startsWith(':place/')) {
    const place = ref.slice(':place/'.length);
    return content.places.has(place) ? { kind: 'place', place } : undefined;
  }
  if (ref.startsWith(':')) {
    const command = COMMANDS.find((one) => one === ref.slice(1));
    return command && { kind: 'command', command };
  }
  const [, step, index] = /^([a-z0-9-]+\/[a-z0-9-]+)#(\d{1,2})$/.exec(ref) ?? [];
  const offer = content.steps.get(step as StepRef)?.parts.find((part) => part.kind === 'offer');
  const n = Number(index);
  return offer && n < offer.choices.length ? { kind: 'choice', step: step as StepRef, n } : undefined;
}
