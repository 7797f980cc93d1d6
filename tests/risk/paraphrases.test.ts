/**
 * Phrase -> level -> topic -> card. The paraphrases were written by people who had not seen the rules, and are
 * not looked at while rules are written: a set that falls below its bar is mended by better concepts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, createBot } from '../bot.ts';

interface Line {
  readonly of: string;
  readonly text: string;
}

const lines = ['a', 'b'].flatMap((set) =>
  readFileSync(join(import.meta.dirname, `paraphrases-${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ set, ...(JSON.parse(line) as Line) })),
);

/** The card that an answer shows: the urgent variant, or the dialog that answers a flagged message. */
function cardOf({ level, replies }: Answer): string {
  const step = replies.find((reply) => reply.kind === 'step');
  if (level === 'none') return 'none';
  return `${level} ${step?.kind === 'step' ? step.at : '-'}`;
}

const ask = async (text: string): Promise<Answer> => createBot().say(text);

/** Set -> the cards that fit, and how many of 20 must show one of them. */
const SETS: Readonly<Record<string, { readonly fits: RegExp; readonly of20: number }>> = {
  'friend-gifts': { fits: /^(concern worried-about-friend|urgent )/, of20: 15 },
  'forced-12': { fits: /^urgent immediate-danger\/(danger|assaulted)/, of20: 15 },
  'outside-house': { fits: /^urgent immediate-danger\/danger/, of20: 15 },
  'share-pics': { fits: /^urgent immediate-danger\/(danger|suicide)/, of20: 15 },
  suicide: { fits: /^urgent immediate-danger\/suicide/, of20: 12 },
  overdose: { fits: /^urgent immediate-danger\/(hurt-now|suicide|friend)/, of20: 12 },
  'just-assaulted': { fits: /^urgent immediate-danger\/(assaulted|danger)/, of20: 12 },
  'nowhere-tonight': { fits: /^urgent immediate-danger\/(nowhere-safe|danger)/, of20: 12 },
  'adult-child-now': { fits: /^urgent immediate-danger\/child-now/, of20: 10 },
};

describe('the phrases of the brief', () => {
  it.each([
    [
      'my friend is getting gifts from an older man',
      'concern',
      'worried-about-friend',
      'concern worried-about-friend/first',
    ],
    [
      "I'm being forced to have sex and I'm only 12 years old",
      'urgent',
      'immediate-danger',
      'urgent immediate-danger/danger',
    ],
    ['hes outside my house', 'urgent', 'immediate-danger', 'urgent immediate-danger/danger'],
    [
      'he says he will share my pics if i dont meet him tonight',
      'urgent',
      'blackmail',
      'urgent immediate-danger/danger',
    ],
    ['i want to die', 'urgent', 'self-harm-suicide', 'urgent immediate-danger/suicide'],
    ['help me', 'concern', 'immediate-danger', 'concern immediate-danger/what'],
  ])('%s -> %s, %s', async (text, level, _topic, card) => {
    const said = await ask(text);
    expect(said.level).toBe(level);
    expect(cardOf(said)).toBe(card);
    expect(said.words).toContain('tel:999');
    expect(said.words).toContain('tel:08001111');
  });

  it('leads from a friend who gets gifts to the MASH', async () => {
    const bot = createBot();
    const first = await bot.say('my friend is getting gifts from an older man');
    expect(first.words).toContain("You're a good friend for noticing");
    await bot.press('Yes');
    expect((await bot.press('They get gifts or money')).words).toContain('tel:03004560108');
  });
});

describe.each(Object.entries(SETS))('paraphrases of %s', (of, { fits, of20 }) => {
  it.each(['a', 'b'])(`set %s: at least ${of20} of 20 show the card that fits`, async (set) => {
    const cards = await Promise.all(
      lines
        .filter((line) => line.of === of && line.set === set)
        .map(async ({ text }) => cardOf(await ask(text))),
    );
    expect(cards).toHaveLength(20);
    expect(cards.filter((card) => fits.test(card)).length).toBeGreaterThanOrEqual(of20);
  });
});

describe('safe messages full of danger words', () => {
  it.each(['a', 'b'])('set %s: few are flagged, hardly any urgent', async (set) => {
    const levels = await Promise.all(
      lines
        .filter((line) => line.of === 'safe' && line.set === set)
        .map(async ({ text }) => (await ask(text)).level),
    );
    expect(levels).toHaveLength(40);
    expect(levels.filter((level) => level !== 'none').length).toBeLessThanOrEqual(6);
    expect(levels.filter((level) => level === 'urgent').length).toBeLessThanOrEqual(2);
  });
});
