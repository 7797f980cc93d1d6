/** A version is named by its content, so that it can never be another. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Files } from './backend.ts';
import { FILE } from './desk.ts';

const kept = z.record(z.string().regex(FILE), z.string());

/** The one way to write a version down: paths in order. */
export const textOf = (files: Files): string =>
  JSON.stringify(Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))));

/** @returns 64 hex digits */
export const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @returns the files of a kept text, or null when it is not what its name says, or names what is no file of ours */
export function filesOf(id: string, text: string | null | undefined): Files | null {
  if (typeof text !== 'string' || nameOf(text) !== id) return null;
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
