/** What a flagged reply offers never depends on the grade: help is on it, urgent or not, and the question comes once. */
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../src/examples.ts';
import { createBot } from '../bot.ts';
import { ROOT } from '../library.ts';

const examples = readExamples(ROOT).parse().examples;
/** Every fortieth message of each voice: all topics, speakers and levels come by. */
const SOME = examples.filter((_, n) => n % 40 === 0);
const SAFE_NOW = 'Are you safe right now?';

describe('a flagged reply', () => {
  it('shows 999 and Childline, urgent or concern, whoever writes', async () => {
    const without: string[] = [];
    const seen = new Set<string>();
    for (const { text } of SOME) {
      const { level, words } = await createBot().say(text);
      if (level === 'none') continue;
      seen.add(level);
      if (!words.includes('tel:999') || !words.includes('tel:08001111')) without.push(`${level}: ${text}`);
    }
    expect(without).toEqual([]);
    expect([...seen].sort()).toEqual(['concern', 'urgent']);
  });

  it('asks once a conversation whether they are safe now', async () => {
    const bot = createBot();
    const all: string[] = [];
    for (const text of [
      'an older man keeps giving me presents and says keep it secret',
      'he said not to tell anyone',
      'he asked me for pictures of me',
    ])
      all.push((await bot.say(text)).words);
    expect(all.filter((words) => words.includes(SAFE_NOW))).toHaveLength(1);
    expect(all[0]).toContain(SAFE_NOW);
  });
});
