/** Several people at once: what one does shows on the others' open pages, drafts go to and fro, and each finds the place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Person } from '../editor/rig.ts';
import { ROOT } from '../library.ts';
import { faultsOfView } from './faults.ts';
import { deskServed, faultsOf } from './stage.ts';

const desk = deskServed();

const GIFTS = 'dialogs/gifts-and-favours.yaml';
const changed = (file: string): string =>
  readFileSync(join(ROOT, file), 'utf8').replace("I'm glad you asked.", 'It was good to ask.');

const go = (page: Page, view: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, view);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function draft(person: Person, id: string, title: string): Promise<void> {
  const body = { title, base: 'shipped', files: { [GIFTS]: changed(GIFTS) }, revision: 0 };
  expect((await person.put(`/drafts/${id}`, body)).status).toBe(200);
}

it('shows what others did on a page that is already open, and tells when the open draft is done with', {
  timeout: 90_000,
}, async () => {
  const page = await desk.open('editor', 'services');
  const other = await desk.apart(page);
  await page.clock.install();
  await page.reload();
  await heading(page, 'Services').waitFor();
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Childline', exact: true }) });
  await row.waitFor();
  await other.post('/services/hide', { service: 'childline', why: 'It rings a shop' });
  await page.clock.fastForward(15_000);
  await row.getByText('Hidden', { exact: true }).waitFor();

  await other.post('/off', { why: 'It says wrong things' });
  await go(page, 'drafts');
  await page.getByText('The reason: It says wrong things.').waitFor();
  const approver = await desk.apart(await desk.open('approver', 'trail'));
  await approver.post('/on', { why: 'Mended' });
  await go(page, 'services');
  await page.getByText('Switched off.', { exact: true }).waitFor({ state: 'detached' });

  await draft(other, 'shared', 'Shared words');
  await go(page, 'drafts');
  await page.getByRole('button', { name: 'Open Shared words' }).click();
  await heading(page, 'Someone gives me things').waitFor();
  await page.getByText('Being written').waitFor();
  await other.post('/drafts/shared/ask', { revision: 1 });
  await page.clock.fastForward(15_000);
  await page.getByText('Waiting for approval').waitFor();
  await other.post('/drafts/shared/drop', { revision: 1 });
  await page.clock.fastForward(15_000);
  await page.getByText('“Shared words” is closed here: it was published or thrown away.').waitFor();
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('leads from a draft to what it changes, and always to the top of what is opened', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'drafts');
  await draft(await desk.apart(page), 'kinder', 'Kinder words');
  await page.reload();
  await page.getByRole('button', { name: 'Open Kinder words' }).click();
  await heading(page, 'Someone gives me things').waitFor();
  expect(await page.getByLabel('Draft', { exact: true }).inputValue()).toBe('Kinder words');
  await page.getByRole('button', { name: 'Close draft' }).click();
  await page.getByLabel('Draft', { exact: true }).waitFor({ state: 'detached' });

  await go(page, 'drafts');
  await page.getByRole('main').getByRole('link', { name: 'Someone gives me things' }).click();
  await heading(page, 'Someone gives me things').waitFor();
  expect(await page.getByLabel('Draft', { exact: true }).inputValue()).toBe('Kinder words');
  await page.getByRole('button', { name: 'Close draft' }).click();

  await go(page, 'services');
  const last = page.getByRole('main').getByRole('link').last();
  await last.scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  const off = (await page.getByRole('button', { name: 'Switch the bot off' }).boundingBox()) ?? { y: -1 };
  expect(off.y).toBeGreaterThanOrEqual(0);
  await last.click();
  await page.getByRole('link', { name: 'All services' }).waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  await page.context().close();
});

it('finds a sentence in the words, and leads to it', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'dialogs');
  const search = page.getByRole('searchbox', { name: 'Search' });
  const found = page.getByRole('region', { name: 'Found in the words' });
  await search.fill('gl');
  expect(await found.count()).toBe(0);
  await search.fill('glad you asked');
  await found.getByText("I'm glad you asked.", { exact: false }).first().waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await found.getByRole('link', { name: 'Someone gives me things', exact: true }).click();
  await heading(page, 'Someone gives me things').waitFor();
  await go(page, 'dialogs');
  await search.fill('words that stand nowhere at all');
  await found.getByText('In 0 texts').waitFor();
  await page.context().close();
});

it('sends a draft back with a reason that its writer sees; once agreed to it stands in the history', {
  timeout: 90_000,
}, async () => {
  const editor = await desk.open('editor', 'drafts');
  const writer = await desk.apart(editor);
  await draft(writer, 'sent', 'Shorter words');
  await writer.post('/drafts/sent/ask', { revision: 1 });

  const approver = await desk.open('approver', 'draft/sent');
  await approver.getByRole('button', { name: 'Not like this…' }).click();
  await approver.getByLabel('Why?').fill('Still too long for a child');
  await approver.getByRole('button', { name: 'Send it back' }).click();
  await approver.getByText('Sent back. The people who wrote it see your reason.').waitFor();
  await approver.getByText('Being written').waitFor();
  expect(await approver.getByRole('button', { name: 'Not like this…' }).count()).toBe(0);

  const why = 'Sent back by an approver: Still too long for a child';
  await go(editor, 'reminders');
  await editor.getByRole('region', { name: 'Sent back to you' }).getByText(why, { exact: false }).waitFor();
  await go(editor, 'drafts');
  await editor.getByRole('listitem').getByText(why).waitFor();
  await editor.getByRole('button', { name: 'Open Shorter words' }).click();
  await editor.getByRole('region', { name: 'The open draft' }).getByText(why).waitFor();
  expect(await faultsOfView(editor)).toEqual([]);

  const { revision } = (await writer.get('/drafts/sent')).body.draft;
  await writer.post('/drafts/sent/ask', { revision });
  await go(approver, 'draft/sent');
  await approver.reload();
  await approver.getByRole('button', { name: 'Approve and publish' }).click();
  await approver.getByText('Published. Residents see the new words now.').waitFor();
  await go(approver, 'history');
  const live = approver.getByRole('listitem').filter({ hasText: 'Live now' });
  await live.getByRole('heading', { name: '“Shorter words”' }).waitFor();
  await live.getByText(/^Published by an approver \(you\) on \d+ \w+ \d{4}, \d\d:\d\d$/).waitFor();
  await approver.getByRole('heading', { name: 'The words as shipped' }).waitFor();
  await approver.getByText(/^Live since \d+ \w+ \d{4}, \d\d:\d\d$/).waitFor();
  expect(await faultsOfView(approver)).toEqual([]);
  await Promise.all([editor.context().close(), approver.context().close()]);
});

it('says to the second of two that a number waits for them, and lists no more than five at first', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'reminders');
  const person = await desk.apart(page);
  await person.post('/services/hide', { service: 'nspcc', why: 'A wrong number' });
  await person.post('/services/ask-back', { service: 'nspcc' });
  const approver = await desk.open('approver', 'reminders');
  const asked = approver.getByRole('region', { name: 'Waiting for your approval' });
  await asked.getByText(/^Somebody asks for your agreement: bring .*NSPCC.* back\.$/).waitFor();
  const ring = approver.getByRole('region', { name: 'Numbers to ring' });
  expect(await ring.getByRole('listitem').count()).toBe(5);
  await ring.getByRole('button', { name: /^Show all \d+/ }).click();
  expect(await ring.getByRole('listitem').count()).toBeGreaterThan(5);
  await asked.getByRole('button', { name: /^Open the service/ }).click();
  await approver.getByRole('button', { name: 'I agree: show it again' }).waitFor();
  await Promise.all([page.context().close(), approver.context().close()]);
});
