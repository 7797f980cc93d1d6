/** Other words: sentences of the interface keep their gaps, the calendar goes on, and the lists are forms. */
import { describe, expect, it } from 'vitest';
import { gapsIn, groupsOf } from '../../src/editor/page/other/groups.ts';
import { viewOf } from '../../src/editor/page/routes.ts';
import { faultsOfView, pick } from './faults.ts';
import { deskServed, faultsOf, saved } from './stage.ts';

describe('in the browser', () => {
  const desk = deskServed();

  /** The lines of a draft's file that are not in the shipped one. */
  const fresh = async (path: string): Promise<string[]> => {
    const shipped = (await desk.rig.desk.filesOf('shipped'))?.[path]?.split('\n') ?? [];
    return desk
      .drafted(path)
      .split('\n')
      .filter((line) => !shipped.includes(line));
  };

  it('finds a sentence by its words, holds it to its gaps, and shows it in the other languages', {
    timeout: 90_000,
  }, async () => {
    const page = await desk.open('editor', 'other');
    await page.getByRole('combobox', { name: 'Which part' }).selectOption('Cards');
    await page.getByRole('textbox', { name: 'Card title', exact: true }).waitFor();
    await page.getByRole('searchbox', { name: 'Find a sentence' }).fill('open now, until');
    const box = page.getByRole('textbox', { name: 'Card open until', exact: true });
    await page.getByText('Keep {time}: there stands the time on the clock').waitFor();
    expect(await page.getByRole('textbox', { name: 'Card title', exact: true }).count()).toBe(0);
    await box.fill('It is open now.');
    await page.getByText(/The gaps of "card-open-until" are not those.*It needs \{time\}/).waitFor();
    await page.getByRole('button', { name: /problem/ }).click();
    await page.getByRole('button', { name: /Problem: .*gaps/ }).click();
    await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: /problem/, expanded: true }).click();
    await box.fill('It is open now, until {time}.');
    const field = page.locator('[data-place="content/ui.yaml#texts.card-open-until"]');
    await field.getByText(/are not those that are filled in/).waitFor({ state: 'detached' });
    const polish = page.getByRole('textbox', { name: 'Card open until (Polski)' });
    await polish.fill('Czynne do {time}.');
    const fits = page.locator('[data-place="content/pl/ui.yaml#texts.card-open-until"]');
    await fits.getByText(/has changed since it was translated/).waitFor();
    await fits.getByRole('button', { name: 'It fits the English now' }).click();
    await fits.getByRole('button').waitFor({ state: 'detached' });
    await saved(page);
    expect(await fresh('content/ui.yaml')).toEqual(['  card-open-until: "It is open now, until {time}."']);
    expect(await fresh('content/pl/ui.yaml')).toEqual([
      expect.stringMatching(
        /^ {2}card-open-until: \{ from: "?[0-9a-f]{8}"?, text: "Czynne do \{time\}\." \}$/,
      ),
    ]);
    expect(faultsOf.get(page)).toEqual([]);
    await page.context().close();
  });

  it('adds the next bank holidays in their order, and moves the end', { timeout: 90_000 }, async () => {
    const page = await desk.open('editor', 'other/calendar');
    const day = page.getByLabel('New bank holiday: day');
    await day.fill('2028-12-26');
    await page.getByRole('textbox', { name: 'New bank holiday: name' }).fill('Twice');
    await page.getByRole('button', { name: 'Add this bank holiday' }).click();
    await page.getByText('26 December 2028 is in the list already.').waitFor();
    await day.fill('2028-09-04');
    await page.getByRole('textbox', { name: 'New bank holiday: name' }).fill('A new holiday');
    await page.getByRole('button', { name: 'Add this bank holiday' }).click();
    await page.getByText('19 of 19').waitFor();
    await page.getByLabel('The list is complete up to').fill('2029-12-31');
    await page.getByRole('button', { name: /^Remove bank holiday 1: 2026-12-25/ }).click();
    await page.getByText('18 of 18').waitFor();
    await saved(page);
    expect(await fresh('content/calendar.yaml')).toEqual([
      'ends: 2029-12-31',
      '  - { on: 2028-09-04, name: A new holiday }',
    ]);
    const lines = desk.drafted('content/calendar.yaml').split('\n');
    const at = lines.findIndex((line) => line.includes('2028-09-04'));
    expect([lines[at - 1], lines[at + 1]]).toEqual([
      expect.stringContaining('2028-08-28'),
      expect.stringContaining('2028-12-25'),
    ]);
    expect(faultsOf.get(page)).toEqual([]);
    await page.context().close();
  });

  it('the other lists are forms too', { timeout: 90_000 }, async () => {
    const page = await desk.open('editor', 'other/glossary');
    await page.getByRole('combobox', { name: 'Which list' }).selectOption('Words that blame a child');
    await page.getByRole('textbox', { name: 'New phrase: never say' }).fill('led astray*');
    await page.getByRole('textbox', { name: 'New phrase: say instead' }).fill('say who did what');
    await page.getByRole('button', { name: 'Add this phrase' }).click();
    await page.getByRole('link', { name: 'Commands' }).click();
    await page
      .getByRole('textbox', { name: 'Help: what people type for it, phrase 1' })
      .fill('what is this for');
    await page.getByRole('link', { name: 'Places', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name of a new place' }).fill('Little Puddle');
    await page.getByRole('button', { name: 'Add this place' }).click();
    await page.getByText('1 of ').waitFor();
    await page.getByRole('button', { name: 'Add a spelling' }).click();
    await page.getByRole('textbox', { name: /^Other spellings of Little Puddle/ }).fill('litle puddle');
    await page.getByRole('link', { name: 'Areas and their front doors' }).click();
    await pick(page, 'Add a service for Swindon', 'Childline');
    await page.getByRole('button', { name: 'Move Childline up' }).click();
    await saved(page);
    expect(await fresh('content/glossary.yaml')).toEqual(['  - { not: led astray*, say: say who did what }']);
    expect(desk.drafted('content/ui.yaml')).toContain('also: [what is this for, ');
    const places = await fresh('content/places.yaml');
    expect(places).toHaveLength(2);
    expect(places[0]).toMatch(/id: swindon, .*front-door: \[childline, swindon-day\]/);
    expect(places[1]).toBe(
      '  - { id: little-puddle, name: Little Puddle, area: wiltshire, also: [litle puddle] }',
    );
    expect(faultsOf.get(page)).toEqual([]);
    await page.context().close();
  });

  it('has no faults that axe finds, in three themes, on a phone and on a desk', {
    timeout: 120_000,
  }, async () => {
    const page = await desk.open('approver', 'other/words/call');
    await page.getByRole('textbox', { name: 'Call (Polski)' }).waitFor();
    expect(await faultsOfView(page)).toEqual([]);
    for (const part of ['calendar', 'places', 'areas']) {
      await page.evaluate((to) => {
        location.hash = to;
      }, `other/${part}`);
      await page.getByRole('main').getByRole('textbox').first().waitFor();
      expect(await faultsOfView(page), part).toEqual([]);
    }
    await page.context().close();
  });
});

it('the groups of the sentences are the comments above them', () => {
  const text =
    'version: 1\n# not this\ntexts:\n  a: A\n  # the page, in short\n  b-c: "B # b"\n  d: D\ncommands:\n  e: E\n';
  expect(groupsOf(text)).toEqual([
    { name: 'All', keys: ['a'] },
    { name: 'The page, in short', keys: ['b-c', 'd'] },
  ]);
});

it('a gap is explained', () => {
  expect(gapsIn([])).toBe('');
  expect(gapsIn(['number'])).toBe('Keep {number}: there stands the number.');
});

it.each([
  ['content/calendar.yaml', 'other/calendar'],
  ['content/ui.yaml', 'other/words'],
  ['content/pl/ui.yaml', 'other/words'],
  ['content/glossary.yaml', 'other/glossary'],
  ['content/places.yaml', 'other/places'],
  ['content/services.yaml', 'services'],
  ['content/pl/dialogs/menu.yaml', 'translate/pl/menu'],
  ['dialogs/places.yaml', 'dialog/places'],
  ['content/pages/places.md', 'pages/places'],
])('%s is edited at %s', (path, view) => {
  expect(viewOf(path)).toBe(view);
});
