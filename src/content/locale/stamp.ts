/** The mark that a translation carries of the English it was made from: when the English changes, it is stale. */
import { createHash } from 'node:crypto';
import { once } from '../once.ts';
import type { DialogFile, ServiceEntry } from '../schema.ts';
import { wordsOfService, wordsOfStep } from './stamped.ts';

/** First 8 hex digits of the SHA-256 of these words, in this order. */
export const stampOf = (words: unknown): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 8);

export const stampOfStep = once((step: DialogFile['steps'][string]) => stampOf(wordsOfStep(step)));

export const stampOfService = once((service: ServiceEntry) => stampOf(wordsOfService(service)));
