/** Every golden conversation comes out as it is written, and together they visit every step. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StepRef } from '../../src/content/model.ts';
import { realLibrary } from '../library.ts';
import { replay } from './transcript.ts';

const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1';
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'));

describe('golden transcripts', () => {
  it.each(files)('%s', async (name) => {
    const path = join(import.meta.dirname, name);
    const before = readFileSync(path, 'utf8');
    const { text } = await replay(before);
    if (UPDATE) writeFileSync(path, text);
    else expect(text).toBe(before);
  });

  it('visit every step of every dialog', async () => {
    const visited = new Set<StepRef>();
    for (const name of files) {
      const played = await replay(readFileSync(join(import.meta.dirname, name), 'utf8'));
      for (const step of played.visited) visited.add(step);
    }
    expect([...realLibrary().content.steps.keys()].filter((step) => !visited.has(step))).toEqual([]);
  });
});
