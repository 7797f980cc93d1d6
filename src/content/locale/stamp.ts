/** The mark that a translation carries of the English it was made from: when the English changes, it is stale. */
import { createHash } from 'node:crypto';
import type { DialogFile, ServiceEntry } from '../schema.ts';

/** First 8 hex digits of the SHA-256 of these words, in this order. */
export const stampOf = (words: unknown): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 8);

/** Everything a person reads of a step: bubbles, question, words to say, button labels. */
export const stampOfStep = ({ say, ask, words, offer }: DialogFile['steps'][string]): string =>
  stampOf([say ?? [], ask ?? '', words ?? [], (offer ?? []).map(({ label }) => label)]);

/** Everything a person reads of a service, its name and hours' words included. */
export const stampOfService = (service: ServiceEntry): string =>
  stampOf([
    service.name,
    service.short ?? '',
    service.says,
    service.silent ?? [],
    service['what-happens'],
    service.bands.map(({ id, says }) => [id, says]),
    service.cost.note ?? '',
  ]);
