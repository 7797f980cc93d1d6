/** Risk phrases: a pattern is held to its examples, a sentence shows what would change, and can be kept. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { faultsOfView } from './faults.ts';
import { deskServed, faultsOf, saved } from './stage.ts';

const desk = deskServed();

const SENTENCE = 'she said i must pay the purple balloon';
const first = (page: Page) => page.getByRole('textbox', { name: 'Words that must all be there, line 1' });

it('finds a pattern, tries its examples, and shows which of them a change breaks', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'risk');
  await page.getByRole('searchbox', { name: 'Find a pattern by its words' }).fill('owes him for the lifts');
  await page.getByRole('link', { name: 'Owes him for it' }).click();
  await page.getByRole('button', { name: 'Try all examples' }).click();
  await page.getByText('Noticed, as it must be: “she owes him for the lifts”').waitFor();
  await page.getByText('Not noticed, as it should be: “i owe him a fiver for lunch”').waitFor();
  expect(await page.getByText(/and it must/).count()).toBe(0);

  await first(page).fill('purple (balloon|kite)');
  await page.getByRole('button', { name: 'Try all examples' }).click();
  await page.getByText('Not noticed, and it must be: “she owes him for the lifts”').waitFor();
  await first(page).fill('Purple kite');
  await page
    .getByText(/write it in small letters/)
    .first()
    .waitFor();
  await first(page).fill('purple (balloon|kite)');
  await page.getByRole('textbox', { name: 'A sentence of your own' }).fill(SENTENCE);
  await page.getByRole('button', { name: 'Try this sentence' }).click();
  await page.getByText('This pattern notices it.').waitFor();
  await saved(page);

  await page.getByRole('link', { name: 'Try a sentence' }).click();
  await page.getByLabel('A sentence that somebody might type').fill(SENTENCE);
  await page.getByRole('button', { name: 'What would it say?' }).click();
  const [live, draft] = [
    page.getByRole('region', { name: /^Live/ }),
    page.getByRole('region', { name: 'Your draft' }),
  ];
  await draft.getByText('Owes him for it').waitFor();
  await draft.getByText('Concern', { exact: true }).waitFor();
  expect(await live.getByText('Owes him for it').count()).toBe(0);
  await draft.getByText('(only here)').first().waitFor();
  expect(desk.rig.desk.current().phrases).toEqual([]);
  await page.getByRole('button', { name: 'Keep as a sentence that must pass' }).click();
  await page.getByText('Sentences that must pass (1)').waitFor();
  await page.getByRole('button', { name: 'Check them all with your draft' }).click();
  await page.getByText('Passes', { exact: true }).waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('stops keeping a sentence with a reason, by somebody who may agree', { timeout: 60_000 }, async () => {
  const page = await desk.open('approver', 'would');
  await page.getByRole('button', { name: 'Check them all now' }).click();
  await page.getByText('Does not pass', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Stop keeping it/ }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('textbox', { name: 'Why?' }).fill('A trial');
  await asked.getByRole('button', { name: 'Stop keeping it' }).click();
  await page.getByText('Sentences that must pass (0)').waitFor();
  expect(desk.rig.desk.current().phrases).toEqual([]);
  await page.context().close();
});

it('begins a pattern and a concept, and names them', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'risk');
  await page.getByRole('combobox', { name: 'Which group' }).selectOption('gifts');
  await page.getByRole('button', { name: 'New pattern in Gifts' }).click();
  await page.getByRole('textbox', { name: 'Give it a name' }).fill('Purple kites');
  await page.getByRole('button', { name: 'Use this name' }).click();
  await page.getByRole('heading', { level: 1, name: 'Purple kites' }).waitFor();
  await page.getByRole('combobox', { name: 'Level' }).selectOption('urgent');
  await page.getByRole('combobox', { name: 'Which urgent card' }).waitFor();
  await page.getByRole('link', { name: 'All risk phrases' }).click();
  await page.getByRole('tab', { name: 'Concepts' }).click();
  await page.getByRole('button', { name: 'New concept' }).click();
  await page.getByRole('textbox', { name: 'Phrases, phrase 1' }).fill('kite string');
  await page.getByRole('textbox', { name: 'Give it a name' }).fill('Kites');
  await page.getByRole('button', { name: 'Use this name' }).click();
  await page.getByText('Patterns use it as {kites}.').waitFor();
  await page.context().close();
});

it('has no faults that axe finds, in three themes, on a phone and on a desk', {
  timeout: 90_000,
}, async () => {
  const page = await desk.open('approver', 'risk/gifts/owes-him-for-it');
  await first(page).waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await page.getByRole('link', { name: 'All risk phrases' }).click();
  await page.getByRole('combobox', { name: 'Which group' }).selectOption('gifts');
  await page.getByRole('link', { name: 'Owes him for it' }).waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await page.context().close();
});
