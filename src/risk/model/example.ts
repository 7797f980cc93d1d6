/** A labelled message of content/risk/examples/*.jsonl, in the shape of the code book. */
import { z } from 'zod';
import { LEVELS, TOPICS, VARIANTS } from '../../content/schema.ts';
import { ABOUTS, SPEAKERS } from '../who.ts';

export const STYLES = [
  'plain',
  'textspeak',
  'misspelt',
  'slang',
  'emoji',
  'indirect',
  'long-rambling',
  'second-language',
  'allcaps',
  'split-words',
  'formal',
] as const;

export const example = z.strictObject({
  text: z.string().trim().min(1).max(10_000),
  level: z.enum(LEVELS),
  topic: z.enum(TOPICS),
  /** Which urgent card fits; only on urgent messages. */
  variant: z.enum(VARIANTS).optional(),
  speaker: z.enum(SPEAKERS),
  about: z.enum(ABOUTS),
  style: z.enum(STYLES),
  hard: z.boolean(),
  why: z.string(),
});
export type Example = z.infer<typeof example>;
