/** How people type, and what is read. */
import { describe, expect, it } from 'vitest';
import { MAX_CHARS, normalise, type Vocabulary } from '../../src/risk/normalise.ts';
import { indexSpelling } from '../../src/risk/spelling.ts';

const known = new Set(['die', 'help', 'send', 'outside', 'suicide', 'house', 'please', 'he', 'is', 'knife']);
const vocabulary: Vocabulary = {
  words: new Map([
    ['hes', 'he is'],
    ['pls', 'please'],
  ]),
  emoji: new Map([['🔪', 'knife']]),
  known,
  foreign: new Set(['por', 'ajuda']),
  spelling: indexSpelling(known, new Set(['mouse', 'horse'])),
};
const read = (text: string): string[] =>
  normalise(text, vocabulary).map((clause) => clause.map((token) => token.word).join(' '));

describe('normalise', () => {
  it.each([
    ["He's OUTSIDE", 'he is outside'],
    ['heeeelp', 'help'],
    ['hes outisde my huose', 'he is outside my house'],
    ['sucide', 'suicide'],
    ['the mouse and the horse', 'the mouse and the horse'],
    ['d i e', 'die'],
    ['d.i.e', 'die'],
    ['s3nd', 'send'],
    ['ѕuісіdе', 'suicide'],
    ['ｈｅｌｐ', 'help'],
    ['hélp', 'help'],
    ['h\u200be\u200blp', 'help'],
    ['he has a 🔪', 'he has a knife'],
    ['pls', 'please'],
    ['ЅЕХ', 'sex'], // with a letter that is no Ukrainian one
    ['не', 'не'], // "not", and no he
    ['мене б’є', 'мене бє'],
    ['Zażółć', 'zazolc'],
    ['मुझे', 'मुझे'],
    ['आमाले', 'आमाले'],
    ['বাঁচাও', 'বাচাও'],
    ['سَاعِدُونِي', 'ساعدوني'],
    ['poor', 'poor'], // no drawn-out foreign word
    ['ajudaaaa', 'ajuda'],
  ])('reads %s as %s', (typed, meant) => {
    expect(read(typed)).toContain(meant);
  });

  it('parts sentences', () => {
    expect(read('help. he is outside! ok')).toEqual(['help', 'he is outside', 'ok']);
  });

  it('keeps where each word stood', () => {
    const text = 'so 😭 hes outside';
    const tokens = normalise(text, vocabulary).flat();
    const outside = tokens.find((token) => token.word === 'outside');
    expect(text.slice(outside?.from, outside?.to)).toBe('outside');
  });

  it('reads both ends of what is too long', () => {
    const words = read(`help ${'x '.repeat(MAX_CHARS)} outside`).join(' ');
    expect(words).toContain('help');
    expect(words).toContain('outside');
  });
});
