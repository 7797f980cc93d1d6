/** The short code of a step in a link. It says nothing to whoever reads an address or a history. */
import { createHash } from 'node:crypto';
import type { StepRef } from './model.ts';
import { onceForText } from './once.ts';

/** 8 hex digits: the same for a step as long as it has its name. */
export const codeOf: (ref: StepRef) => string = onceForText((ref) =>
  createHash('sha256').update(`step ${ref}`).digest('hex').slice(0, 8),
);
