/** The way of a sentence from a tab of Teams to the chat: changed, mended, tried, agreed to by a second person, published. */
import type { Frame } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { tabServed } from './service.ts';
import { CONTEXT, openInTeams, type TeamsPage } from './teams-page.ts';

const here = tabServed();
const T = { timeout: 90_000 };
const PUBLISHED_MS = 2_000;
const NEW = 'It was good to ask.';

const open: TeamsPage[] = [];
afterAll(() => Promise.all(open.map(({ page }) => page.context().close())));

async function enter(role: 'Editor' | 'Approver', subEntityId?: string): Promise<Frame> {
  const context = await here.context();
  const teams = await openInTeams(context, here.editor(), () => ({ token: here.token(role) }), {
    context: { ...CONTEXT, ...(subEntityId && { subEntityId }) },
  });
  open.push(teams);
  return teams.tab;
}

/** What the public chat says to somebody who opens the dialog just now, without a script. */
async function says(words: string): Promise<boolean> {
  const body = new URLSearchParams({ choice: ':open/gifts-and-favours' });
  const answer = await fetch(`${here.service.origin}/chat`, { method: 'POST', body });
  return (await answer.text()).replaceAll('&#39;', "'").includes(words);
}

it('an editor changes a sentence in Teams; what is wrong stands beside it; others are asked', T, async () => {
  const tab = await enter('Editor', 'dialog/gifts-and-favours');
  const bubble = tab.getByLabel('Bubble 1').first();
  await bubble.fill('You put yourself at risk. Ring 01632 960 001.');
  const field = tab.locator('.fui-Field', { has: bubble });
  // The first check of all loads the dictionaries.
  await expect.poll(() => field.textContent(), { timeout: 30_000 }).toMatch(/someone put you at risk/);
  await bubble.fill(`${NEW} Anyone would like free things.`);
  await expect.poll(() => field.textContent()).not.toMatch(/someone put you at risk/);
  await tab.getByText('No problems').waitFor();
  await tab.getByRole('button', { name: 'Try it in a preview' }).click();
  await tab.getByText(NEW).first().waitFor();
  await tab.getByRole('button', { name: 'Save', exact: true }).click();
  await tab.getByRole('button', { name: 'Ask for approval' }).click();
  await tab.getByText('Approval is asked for.').waitFor();
  expect(await says(NEW)).toBe(false);
});

it(
  'a second person sees what changes in Teams, and publishes; the chat says it within two seconds',
  T,
  async () => {
    const tab = await enter('Approver');
    await tab.getByRole('button', { name: /^Look at it/ }).click();
    await tab.getByText(NEW).first().waitFor();
    await tab.getByRole('button', { name: 'Approve and publish' }).click();
    await tab.getByText('Residents see the new words now.').waitFor();
    await expect.poll(() => says(NEW), { timeout: PUBLISHED_MS, interval: 100 }).toBe(true);
  },
);
