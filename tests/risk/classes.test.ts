/** Groups of words: what is learnt of some words of a group holds for one that no message has used. */
import { describe, expect, it } from 'vitest';
import { readClasses } from '../../src/risk/model/classes.ts';
import type { Example } from '../../src/risk/model/example.ts';
import { guess, type Model, trainModel } from '../../src/risk/model/model.ts';
import { packModel, unpackModel } from '../../src/risk/model/pack.ts';
import { readClauses } from '../../src/risk/read.ts';
import { realLibrary } from '../library.ts';

const { lexicon } = realLibrary().assessor;
const read = (text: string) => readClauses(lexicon, text);
const GROUPS = 'vessel: canoe dinghy yacht barge\nfruit: quince plum damson medlar\n';
const message = (level: Example['level'], text: string): Example => ({
  text,
  level,
  topic: 'other-problem',
  speaker: 'child',
  about: 'self',
  style: 'plain',
  hard: false,
  why: '',
});
const learnt = (groups: string): Model =>
  trainModel(
    ['canoe', 'dinghy', 'yacht']
      .map((word) => message('concern', `take the ${word}`))
      .concat(['quince', 'plum', 'damson'].map((word) => message('none', `take the ${word}`))),
    read,
    readClasses(groups),
  );
const flagged = (model: Model, text: string): number => guess(model, read(text)).flagged;

describe('a word that no message has used', () => {
  const model = learnt(GROUPS);

  it('is taken for what its group is', () => {
    expect(flagged(model, 'take the barge')).toBeGreaterThan(flagged(model, 'take the medlar') + 0.2);
  });

  it('is nothing to a model that knows no groups', () => {
    const alone = learnt('');
    expect(Math.abs(flagged(alone, 'take the barge') - flagged(alone, 'take the medlar'))).toBeLessThan(0.1);
  });

  it('means the same to a model that was kept and read again', () => {
    const again = unpackModel(packModel(model)) as Model;
    for (const word of ['barge', 'medlar', 'canoe'])
      expect(flagged(again, `take the ${word}`)).toBe(flagged(model, `take the ${word}`));
  });
});
