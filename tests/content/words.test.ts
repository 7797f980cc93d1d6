/** What the check says of words: hard to read, blaming, promising too much, unsafe, unexplained, misspelt, stale. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/content/check.ts';
import { readFiles } from '../../src/content/files.ts';
import type { Problem } from '../../src/content/problem.ts';
import { polishFog, readingGrade, sentences } from '../../src/content/reading.ts';
import { onDisk } from '../../src/content/texts.ts';
import { farFromHelp } from '../../src/ways.ts';
import { ROOT, realLibrary, withBroken } from '../library.ts';
import { problemsWith } from './changed.ts';

const GOODBYE = 'dialogs/goodbye.yaml';
const SAID = "You're welcome. You can come back at any time, day or night.";
const LINE =
  readFileSync(join(ROOT, GOODBYE), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(SAID)) + 1;

/** What is found when the goodbye says this instead. */
const saying = (text: string): Problem[] =>
  problemsWith(GOODBYE, (before) => before.replace(SAID, JSON.stringify(text))).filter(
    ({ file }) => file === GOODBYE,
  );

/** Each: what is said, and what the check says of it. */
const SAYINGS: [string, string, RegExp][] = [
  ['blame', 'Next time, think why you put yourself at risk.', /"put yourself at risk" blames/],
  ['blame in other letters', 'It was a Lifestyle  Choice.', /"lifestyle choice" blames/],
  ['blame with a curly apostrophe', 'Why didn’t you tell?', /"why didn't you" blames/],
  ['an ending of a word', 'She was promiscuous.', /"promiscuous" blames/],
  ['a promise', 'We will keep you safe.', /"we will keep you safe" promises/],
  ['a promise about trouble', "You won't get in trouble.", /"you won't get in trouble" promises/],
  ['a promise about us', 'We keep nothing.', /"we keep nothing" promises/],
  ['a promise that somebody comes', 'Help is on its way.', /"help is on its way" promises/],
  ['a text to 999', 'You can text 999 from here.', /"text 999" is unsafe advice/],
  ['wiping everything', 'Then delete everything on it.', /"delete everything" is unsafe advice/],
  ['disbelief', 'Nobody will believe you.', /"nobody will believe you" is unsafe advice/],
  ['a secret', "It's our secret now.", /"our secret" is unsafe advice/],
  ['a child kept alone', 'Best not. Do not tell anyone.', /"do not tell anyone" is unsafe advice/],
  ['a meeting', 'Then go and meet him.', /"go and meet him" is unsafe advice/],
  ['being sent away', 'Please go away.', /"please go away" is unsafe advice/],
  ['blame for a choice', 'It was your choice.', /"it was your choice" blames/],
  ['words that are joined unseen', 'It was a life\u200bstyle choice.', /"lifestyle choice" blames/],
  ['a sign that nobody sees', 'You can \u202eregnad ring.', /a sign that nobody can see/],
  ['joined digits', 'Ring 01632\u200b960\u200b001.', /a number is typed here: "01632960001"/],
  ['digits in boxes', 'Ring 0\ufe0f\u20e3 1\ufe0f\u20e3 6\ufe0f\u20e3.', /a number is typed here: "0 1 6"/],
  ['digits in circles', 'Ring \u24ea\u2460\u2465\u2462\u2461.', /a number is typed here: "01632"/],
  ['digits that are raised', 'Ring \u2070\u00b9\u2076\u00b3.', /a number is typed here: "0163"/],
  ['digits of another script', 'Ring \u0660\u0661\u0666\u0663.', /a number is typed here/],
  ['digits with signs between', 'Ring 0 / 1 / 6 / 3.', /a number is typed here/],
  ['code for web pages', 'Look \u003cscript>here.', /a text begins like code for web pages/],
  ['code in another way', 'Look &#60;b&#62;here.', /a sign is written as code for web pages/],
  ['no word at all', '.', /a text without a word in it/],
  ['a short form that nobody explains', 'You can ring the MASH.', /MASH is not explained/],
  [
    'a short form that the glossary lacks',
    'You can ask the LSCB.',
    /"LSCB" is a short form that is not on the list/,
  ],
  ['a number in words', 'Ring oh eight hundred one one one one.', /a number is written in words/],
  ['an American spelling', 'That behavior is not your fault.', /"behavior" is not in the British dictionary/],
  ['a misspelling', 'They can lissten to you.', /"lissten" is not in the British dictionary/],
  [
    'a long sentence',
    'You can come back here at any time you like and I will still be here to show you who can help.',
    /a sentence of 22 words/,
  ],
  [
    'hard words',
    'Multidisciplinary organisations coordinate individualised interventions. Practitioners facilitate participation.',
    /hard to read for young people: reading grade \d+\.\d/,
  ],
];

describe('the check of words', () => {
  it.each(SAYINGS)('names %s, where it stands and how to mend it', (_name, text, says) => {
    const found = saying(text).filter(({ what }) => says.test(what));
    expect(found).toHaveLength(1);
    expect(found[0]?.mend.length).toBeGreaterThan(5);
    if (!/reading grade/.test(found[0]?.what ?? '')) expect(found[0]?.line).toBe(LINE);
  });

  it.each([
    'Silly girls should know better.',
    'You should have known better.',
    'You know better than to go with them.',
    'She was asking for it.',
    'Silly girl!',
    'What did you expect?',
    'You knew what he wanted.',
    'But you knew.',
    'It was your own fault.',
    "It's your fault.",
    'You only have yourself to blame.',
    'You brought it on yourself.',
    'You got yourself into this.',
    'She had it coming.',
    'You could have said no.',
    'What were you thinking?',
    'How could you be so careless?',
    'You let it happen.',
    'It takes two.',
    'You made poor choices.',
    'You put yourself in danger.',
    'You should’ve told us.',
    'Be more careful next time.',
  ])('knows blame when it reads %j', (text) => {
    expect(saying(text).map(({ what }) => what)).toContainEqual(expect.stringMatching(/" blames$/));
  });

  it.each([
    'It can be someone you knew before.',
    "That isn't silly. You are not stupid.",
    'None of this is your fault.',
    'You are not to blame.',
    "It doesn't mean you wanted it.",
    'It is not your fault if you said yes.',
    'They should have helped you. They knew it was wrong.',
    'Nobody asks for this. You can be angry.',
    'You deserve to be safe.',
  ])('sees no blame in %j', (text) => {
    expect(saying(text).filter(({ what }) => what.endsWith('blames'))).toEqual([]);
  });

  it('lets plain and kind words pass', () => {
    expect(
      saying('You did nothing wrong. You can ring the Multi-Agency Safeguarding Hub (MASH), or Childline.'),
    ).toEqual([]);
  });

  it('reads easy and hard texts as far apart as people do', () => {
    const easy = readingGrade(['The cat sat on the mat. It was warm. You can come in.']);
    const hard = readingGrade([
      'Professionals demonstrate considerable responsibility in multidisciplinary collaboration.',
    ]);
    expect(easy).toBeLessThan(2);
    expect(hard).toBeGreaterThan(15);
    expect(sentences('Stop. Are you OK? Ring 999')).toHaveLength(3);
  });

  it('counts Polish by its own syllables', () => {
    const easy = polishFog(['To nie Twoja wina. Możesz zadzwonić. Ktoś Cię wysłucha.']);
    const hard = polishFog([
      'Multidyscyplinarne oddziaływania specjalistyczne wymagają odpowiedzialności profesjonalistów.',
    ]);
    expect(easy).toBeLessThan(8);
    expect(hard).toBeGreaterThan(20);
  });

  it('keeps help within reach of every step', () => {
    const { content } = realLibrary();
    expect(farFromHelp(content)).toEqual([]);
    const without = (id: string): typeof content => ({
      ...content,
      steps: new Map(
        [...content.steps].map(([ref, step]) => [
          ref,
          {
            ...step,
            parts: step.parts.map((part) =>
              part.kind === 'hand-off'
                ? { ...part, services: part.services.filter((service) => service !== id) }
                : part,
            ),
          },
        ]),
      ),
    });
    const far = farFromHelp(without('front-door')).map(({ step, what }) => `${step}: ${what}`);
    expect(far).toContain("fears/phone: the council's team is not within two taps for young people");
    expect(far.length).toBeGreaterThan(100);
  });
});

describe('the check of translations', () => {
  const POLISH = 'content/pl/dialogs/goodbye.yaml';
  const found = (change: (text: string) => string) =>
    problemsWith(POLISH, change).map(({ file, what, mend }) => `${file} ${what} ${mend}`);

  it('prints the stamp of a step that has none yet', () => {
    expect(found((text) => text.replace(/from: "?[0-9a-f]{8}"?\n/, 'from: ""\n')).join('\n')).toMatch(
      /goodbye\.yaml nobody has said yet that goodbye\/\S+ fits .*from: [0-9a-f]{8}/,
    );
  });

  it('names English that stands in a translation, and a folder that is no language', () => {
    const english = 'You can come back at any time, day or night.';
    expect(
      found((text) => text.replace(/(say:\n\s+- ).*\n/, `$1"You're welcome. ${english}"\n`)).join('\n'),
    ).toMatch(/still English/);
    withBroken(
      GOODBYE,
      (text) => `${text}\n`,
      (root) => {
        mkdirSync(join(root, 'content/ro'));
        expect(check(readFiles(onDisk(root)), true).map(({ what }) => what)).toContainEqual(
          expect.stringMatching(/"ro" is no language/),
        );
      },
    );
  });
});

describe('the check of pages', () => {
  const PAGE = 'content/pages/get-help.md';
  const changed = (change: (text: string) => string) =>
    problemsWith(PAGE, change).filter(({ file }) => file === PAGE);

  it.each([
    ['HTML', '<b>Help</b>', /HTML/],
    ['a picture', '![a](/a.png)', /a picture/],
    ['a link to elsewhere', '[Help](https://www.example.org)', /a link to "https/],
    ['a link to no page', '[Help](/nowhere)', /a link to "\/nowhere", which is no page/],
    ['an unknown service', '[hand-off: childlin]', /there is no service "childlin"/],
    [
      'a website of a service without one',
      '[website: childline]',
      /"childline" is no service with a website/,
    ],
    ['an unknown dialog', '[chat: nowhere | Talk]', /there is no dialog "nowhere"/],
    ['a number', 'Ring 01225 123456.', /a number or an address is typed here/],
    ['a second title', '# Help', /a heading of level 1/],
    ['a slip in brackets', '[chat gifts-and-favours | Talk]', /a line in brackets that is neither/],
  ])('names %s', (_name, line, says) => {
    expect(changed((text) => `${text}\n${line}\n`).map(({ what }) => what)).toContainEqual(
      expect.stringMatching(says),
    );
  });
});
