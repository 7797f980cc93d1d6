/** What a draft would say, how its map looks, what is other in it, and who must agree to it. */
import { describe, expect, it } from 'vitest';
import { BrokenTrial, NoSuchVersion } from '../../src/workbench/broken.ts';
import type { Previewed } from '../../src/workbench/workbench.ts';
import { TUESDAY_TEN } from '../bot.ts';
import { BASE, changed, GIFTS, shared, shipped, trial } from './bench.ts';

const workbench = shared();
const EVENING = Date.parse('2026-11-24T20:00:00Z');

interface Spoken {
  readonly text?: string;
  readonly attachments?: readonly {
    readonly content: { readonly id: string; readonly body: readonly { id: string }[] };
  }[];
  readonly suggestedActions?: {
    readonly actions: readonly { readonly title: string; readonly value: { readonly choice: string } }[];
  };
}
const spoken = ({ activities }: Pick<Previewed, 'activities'>) => activities as readonly Spoken[];
const buttons = (said: Pick<Previewed, 'activities'>) => spoken(said).at(-1)?.suggestedActions?.actions ?? [];
const entries = (said: Pick<Previewed, 'activities'>): string[] =>
  spoken(said)
    .flatMap(({ attachments }) => attachments ?? [])
    .flatMap(({ content }) => content.body.map(({ id }) => id));

/** A talk with the draft; each press is one of the buttons that the draft showed. */
async function talk(files: Parameters<typeof trial>[0], at: number, place: string | null, presses: string[]) {
  const how = { at, place };
  let said = await workbench.preview(trial(files), { ...how, session: null, said: { event: 'start' } });
  said = await workbench.preview(trial(files), {
    ...how,
    session: said.session,
    said: { choice: ':open/gifts-and-favours' },
  });
  for (const label of presses) {
    const choice = buttons(said).find(({ title }) => title === label)?.value.choice;
    if (choice === undefined) throw new Error(`no button "${label}"`);
    said = await workbench.preview(trial(files), { ...how, session: said.session, said: { choice } });
  }
  return said;
}

describe('the preview', () => {
  it('says the words of the draft, step by step', async () => {
    const files = changed(GIFTS, ['You can say no, even if', 'You may say no, even if']);
    const said = await talk(files, TUESDAY_TEN, null, ['They want something back']);
    expect(said).toMatchObject({ at: 'gifts-and-favours/wants-back', level: 'none' });
    expect(spoken(said)[0]?.text).toContain('You may say no');
  });

  it('does without a number that staff have hidden', async () => {
    const how = { at: TUESDAY_TEN, place: null, session: null, said: { text: 'he is outside my house now' } };
    const shows = async (hidden: string[]) => entries(await workbench.preview({ ...trial(), hidden }, how));
    expect(await shows([])).toContain('entry-childline');
    expect(await shows(['childline'])).not.toContain('entry-childline');
    expect(await shows(['childline'])).toContain('entry-police-999');
  });

  it('shows whom to ring at the hour and the place that staff set', async () => {
    const card = async (at: number, place: string | null) =>
      entries(await talk({}, at, place, ['They want something back', "I don't want to say"]));
    const [day, evening, elsewhere] = [
      await card(TUESDAY_TEN, null),
      await card(EVENING, null),
      await card(TUESDAY_TEN, 'swindon'),
    ];
    expect(day).toContain('entry-wilts-mash');
    expect(day).not.toContain('entry-wilts-out-of-hours');
    expect(evening).toContain('entry-wilts-out-of-hours');
    expect(elsewhere).toContain('entry-swindon-day');
    for (const one of [day, evening, elsewhere])
      expect(one).toEqual(expect.arrayContaining(['entry-childline', 'entry-police-999']));
  });

  it('ends in the urgent card, and forgets when it is told to', async () => {
    const said = { text: 'he raped me last night' };
    const urgent = await workbench.preview(trial(), { at: TUESDAY_TEN, place: null, session: null, said });
    expect(urgent).toMatchObject({ level: 'urgent', outcome: 'urgent', at: 'immediate-danger/assaulted' });
    expect(entries(urgent)).toContain('entry-police-999');
    const wiped = await workbench.preview(trial(), {
      at: TUESDAY_TEN,
      place: null,
      session: urgent.session,
      said: { choice: ':delete-this' },
    });
    expect(wiped).toMatchObject({ outcome: 'wiped', session: null });
  });

  it('leads a talk whose step is gone to a safe place', async () => {
    const { session } = await talk({}, TUESDAY_TEN, null, ['They want something back']);
    const said = await workbench.preview(trial(changed(GIFTS, ['  wants-back:\n', '  wants:\n'])), {
      at: TUESDAY_TEN,
      place: null,
      session,
      said: { text: 'hello' },
    });
    expect(said.outcome).toBe('moved');
  });

  it('says where a draft is broken that cannot be tried', async () => {
    const files = changed(GIFTS, ['title: Some', 'title: [Some']);
    const broken = talk(files, TUESDAY_TEN, null, []);
    await expect(broken).rejects.toThrow(BrokenTrial);
    await expect(broken).rejects.toMatchObject({ problems: [{ file: GIFTS, line: 4 }] });
    await expect(workbench.check({ base: 'f'.repeat(64), files: {} })).rejects.toThrow(NoSuchVersion);
  });
});

describe('what it would say', () => {
  it('tells level, topic, reasons and the card', async () => {
    const said = await workbench.would(trial(), 'he raped me last night');
    expect(said).toMatchObject({ level: 'urgent', topic: 'assault' });
    expect(said.reasons).toContainEqual({ words: 'raped me', why: 'raped' });
    expect(entries(said)).toContain('entry-police-999');
  });

  it('goes by the draft', async () => {
    const files = changed('content/risk/patterns-assault.yaml', [
      "all: ['{raped}']",
      "all: ['flibbertigibbet']",
    ]);
    const { reasons } = await workbench.would(trial(files), 'he raped me last night');
    expect(reasons.map(({ why }) => why)).not.toContain('raped');
  });
});

describe('the map', () => {
  const wrong = changed(GIFTS, ['They may add more', 'Ring 01632 960 001. They may add more']);

  it('marks a problem at its step, and in the whole at its dialog', async () => {
    const one = await workbench.map(trial(wrong), 'gifts-and-favours');
    expect(one.panel.boxes.map(({ id }) => id)).toContain('gifts-and-favours/debt-grows');
    expect(one.problems['gifts-and-favours/debt-grows']?.map(({ what }) => what)).toContain(
      'a number is typed here: "01632 960 001"',
    );
    const all = await workbench.map(trial(wrong), null);
    expect(all.panel.boxes.map(({ id }) => id)).toContain('gifts-and-favours');
    expect(Object.keys(all.problems)).toEqual(['gifts-and-favours']);
  });

  it('is that of the version below where the draft cannot be read', async () => {
    const broken = changed(GIFTS, ['title: Some', 'title: [Some']);
    const { panel, problems } = await workbench.map(trial(broken), null);
    expect(panel.boxes.length).toBeGreaterThan(40);
    expect(Object.keys(problems)).toEqual(['gifts-and-favours']);
  });
});

describe('the difference in words', () => {
  it('names the English of a dialog before what was made from it', async () => {
    const polish = 'content/pl/dialogs/gifts-and-favours.yaml';
    const files = {
      ...changed(polish, ['steps:', 'more: x\nsteps:']),
      ...changed(GIFTS, ["I'm glad you asked.", 'It was good to ask.']),
      ...changed('content/places.yaml', ['version: 1', 'version: 1\nmore: x']),
    };
    const found = await workbench.diff(trial(), trial(files));
    expect(found.map(({ file }) => file)).toEqual(['content/places.yaml', GIFTS, polish]);
  });

  const words = async (files: Parameters<typeof trial>[0]) =>
    (await workbench.diff(trial(), trial(files))).map(
      ({ where, before, after }) =>
        `${where.join(' > ')}: ${before ?? '(nothing)'} -> ${after ?? '(nothing)'}`,
    );

  it('of a dialog', async () => {
    const found = await words(
      changed(
        GIFTS,
        ['    ask: Which one is most like it?', '    ask: Which one is it?'],
        ['      - But a real gift', '      - One more line.\n      - But a real gift'],
        ['go: wants-back', 'go: debt'],
        ['label: They say I owe them', 'label: They say that I owe them'],
        ['  - they say i owe them\n', '  - they say i owe\n'],
      ),
    );
    expect(found).toEqual([
      'Someone gives me things > what people type: they say i owe them -> they say i owe',
      'Someone gives me things > step first > says, line 2: (nothing) -> One more line.',
      'Someone gives me things > step first > asks: Which one is most like it? -> Which one is it?',
      'Someone gives me things > step first > button "They want something back" leads to: wants-back -> debt',
      'Someone gives me things > step first > button "They say I owe them" says: They say I owe them -> They say that I owe them',
    ]);
  });

  it.each([
    [
      'a translation',
      changed('content/pl/dialogs/gifts-and-favours.yaml', ['Co najbardziej pasuje?', 'Co pasuje?']),
      'Someone gives me things > Polish > step first > asks: Co najbardziej pasuje? -> Co pasuje?',
    ],
    [
      'a service',
      changed('content/services.yaml', ['phone: "0800 1111"', 'phone: "01632 960 001"']),
      'Services > Childline > phone number: 0800 1111 -> 01632 960 001',
    ],
    [
      'a risk phrase',
      changed('content/risk/patterns-assault.yaml', ['he raped me last night', 'he raped me']),
      'Risk phrases > raped > must hit: he raped me last night -> he raped me',
    ],
    [
      'a page',
      changed('content/pages/parents.md', ['There is no score.', 'No score.']),
      'For parents and carers > paragraph 8: There is no score. One sign alone may mean little. Several, or a gut feeling, are worth a call. -> No score. One sign alone may mean little. Several, or a gut feeling, are worth a call.',
    ],
    [
      'a file taken out',
      { [GIFTS]: null },
      'Someone gives me things > taken out: Someone gives me things -> (nothing)',
    ],
    [
      'a list of words',
      { 'content/risk/real-words.txt': `${shipped['content/risk/real-words.txt']}zzyzx\n` },
      'Words that are spelt right: (nothing) -> zzyzx',
    ],
  ])('of %s', async (_name, files, said) => {
    expect(await words(files)).toEqual([said]);
  });

  it('of a new dialog tells all of it', async () => {
    const text = (shipped[GIFTS] ?? '').replace('title: Someone gives me things', 'title: Something new');
    const found = await words({ 'dialogs/new-one.yaml': text });
    expect(found[0]).toBe('Something new > new: (nothing) -> Something new');
    expect(found).toContain('Something new > step first > asks: (nothing) -> Which one is most like it?');
  });

  it('of what cannot be read says so', async () => {
    expect(await words(changed(GIFTS, ['title: Some', 'title: [Some']))).toEqual([
      `${GIFTS} > cannot be read as it is: (nothing) -> (nothing)`.replace(GIFTS, 'Someone gives me things'),
    ]);
  });

  it('is the same both ways', async () => {
    const files = changed(GIFTS, ["I'm glad", 'I am glad']);
    const [there] = await workbench.diff(trial(), trial(files));
    const [back] = await workbench.diff(trial(files), { base: BASE, files: {} });
    expect([back?.before, back?.after]).toEqual([there?.after, there?.before]);
  });
});
