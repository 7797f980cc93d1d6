/** The mark that a translation carries of the English it was made from: when the English changes, it is stale. */
import { createHash } from 'node:crypto';
import { once, onceForText } from '../once.ts';
import type { DialogFile, ServiceEntry } from '../schema.ts';
import { wordsOfService, wordsOfStep } from './stamped.ts';

const stamped = onceForText((json) => createHash('sha256').update(json).digest('hex').slice(0, 8));

/** First 8 hex digits of the SHA-256 of these words, in this order. */
export const stampOf = (words: unknown): string => stamped(JSON.stringify(words));

export const stampOfStep = once((step: DialogFile['steps'][string]) => stampOf(wordsOfStep(step)));

export const stampOfService = once((service: ServiceEntry) => stampOf(wordsOfService(service)));
