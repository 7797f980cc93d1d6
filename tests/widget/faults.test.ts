/** The server dies, comes back, loses a message or lets no socket through: the page says the truth and goes on. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Rig, startRig, tidy, ui } from './rig.ts';
import { buttons } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

const banner = (page: Page) => page.getByRole('alert').getByText(ui['server-gone']);
const said = (page: Page) => page.locator('.log .bubble').allInnerTexts();

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
}

test('killed: a banner with the numbers within 5 s; back: a new talk unasked, says so, old lines kept', async () => {
  rig.server.welcome = () => [{ text: 'Hello.', ...buttons('Yes') }];
  rig.server.answer = () => [{ text: 'An answer.' }];
  const page = await rig.open();
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByText('An answer.').waitFor();
  const before = Date.now();
  await rig.server.kill();
  await banner(page).waitFor();
  expect(Date.now() - before).toBeLessThan(5_000);
  const numbers = page.getByRole('alert').getByRole('link');
  expect(await numbers.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'tel:999',
    'tel:08001111',
  ]);
  expect(await page.getByRole('navigation').getByRole('link').first().isVisible()).toBe(true);
  await rig.server.start();
  await page.getByText(ui['server-back']).waitFor();
  await banner(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Yes' }).waitFor();
  const lines = await said(page);
  expect(lines.map((line) => line.split('\n').at(-1))).toEqual(['Hello.', 'Yes', 'An answer.', 'Hello.']);
  expect(rig.server.opened).toBe(2);
  await type(page, 'are you there');
  await expect.poll(() => rig.server.posts.at(-1)?.text).toBe('are you there');
});

test('a message that could not be posted is marked, and sent again by itself once there is a new talk', async () => {
  rig.server.welcome = () => [{ text: 'Hello.' }];
  rig.server.answer = () => [{ text: 'I got it.' }];
  const page = await rig.open();
  await page.getByText('Hello.').waitFor();
  await rig.server.kill();
  await type(page, 'he has my pics');
  await page.locator('.failed').getByText(ui['not-sent']).waitFor();
  await rig.server.start();
  await page.getByText('I got it.').waitFor();
  expect(await page.locator('.failed').count()).toBe(0);
  expect(rig.server.posts.map((post) => post.text)).toEqual(['he has my pics']);
});

test('a message that the server would not take can be tried again by hand, and is not marked twice', async () => {
  rig.server.welcome = () => [{ text: 'Hello.' }];
  rig.server.answer = () => [{ text: 'I got it.' }];
  const page = await rig.open();
  await page.getByText('Hello.').waitFor();
  rig.server.fault = ({ method }) => (method === 'POST' ? 502 : null);
  await type(page, 'hello?');
  const retry = page.getByRole('button', { name: ui.retry });
  await retry.waitFor();
  expect(await banner(page).count()).toBe(0);
  rig.server.fault = () => null;
  await retry.click();
  await page.getByText('I got it.').waitFor();
  expect(rig.server.posts.length).toBe(1);
  expect(await page.locator('.mine').count()).toBe(1);
});

test('a talk that the server has forgotten is replaced, and the message goes into the new one', async () => {
  rig.server.welcome = () => [{ text: 'Hello.' }];
  rig.server.answer = () => [{ text: 'I got it.' }];
  const page = await rig.open();
  await page.getByText('Hello.').waitFor();
  let first = true;
  rig.server.fault = ({ url }) => {
    if (!url?.endsWith('/activities') || !first) return null;
    first = false;
    return 403;
  };
  await type(page, 'hello?');
  await page.getByText(ui['server-back']).waitFor();
  await page.getByText('I got it.').waitFor();
  expect(rig.server.opened).toBe(2);
});

test('a socket that drops while the server lives goes on with the same talk, nothing lost or doubled', async () => {
  rig.server.welcome = () => [{ text: 'Hello.' }];
  const page = await rig.open();
  await page.getByText('Hello.').waitFor();
  rig.server.closeSockets(1012);
  await banner(page).waitFor();
  rig.server.say({ text: 'Said while you were away.' });
  await page.getByText('Said while you were away.').waitFor();
  await banner(page).waitFor({ state: 'detached' });
  expect(rig.server.opened).toBe(1);
  expect((await said(page)).length).toBe(2);
  expect(await page.getByText(ui['server-back']).count()).toBe(0);
});

test('the same activity twice is shown once', async () => {
  const page = await rig.open();
  rig.server.welcome = () => [];
  await expect.poll(() => rig.server.opened).toBe(1);
  await expect
    .poll(async () => {
      rig.server.say({ id: 'same', text: 'Once.' });
      return page.locator('.log .bubble').count();
    })
    .toBe(1);
  rig.server.say({ id: 'same', text: 'Once.' });
  rig.server.say({ id: 'other', text: 'Last.' });
  await page.getByText('Last.').waitFor();
  expect((await said(page)).length).toBe(2);
});

test('a network that lets no socket through: the talk goes on by asking', async () => {
  rig.server.refuseSockets = true;
  rig.server.welcome = () => [{ text: 'Hello.' }];
  rig.server.answer = () => [{ text: 'I got it.' }];
  const page = await rig.open();
  await page.getByText('Hello.').waitFor();
  expect(await banner(page).count()).toBe(0);
  await type(page, 'hello?');
  await page.getByText('I got it.').waitFor();
  expect(await banner(page).count()).toBe(0);
  await rig.server.kill();
  await banner(page).waitFor({ timeout: 5_000 });
});

test('no server from the start: it says so, and begins when there is one', async () => {
  rig.server.welcome = () => [{ text: 'Hello.' }];
  rig.server.fault = ({ method }) => (method === 'POST' ? 'hang up' : null);
  const page = await rig.open();
  await banner(page).waitFor();
  expect(await page.locator('.typing').count()).toBe(0);
  rig.server.fault = () => null;
  await page.getByText('Hello.').waitFor();
  expect(await page.getByText(ui['server-back']).count()).toBe(0);
});

test('the network goes and comes back', async () => {
  rig.server.welcome = () => [{ text: 'Hello.' }];
  const page = await rig.open();
  await page.getByText('Hello.').waitFor();
  await page.context().setOffline(true);
  await banner(page).waitFor();
  await page.context().setOffline(false);
  await banner(page).waitFor({ state: 'detached' });
  expect(rig.server.opened).toBe(1);
});

test('the token is renewed before it ends, and used', async () => {
  rig.server.tokenLife = 1;
  rig.server.welcome = () => [{ text: 'Hello.' }];
  const page = await rig.open();
  await expect.poll(() => rig.server.renewed).toBe(1);
  await expect
    .poll(async () => {
      await type(page, 'hello?');
      return rig.server.lastToken;
    })
    .toMatch(/y$/);
});

test('nothing comes back by itself after a delete, also when the network does', async () => {
  rig.server.welcome = () => [{ text: 'Hello.' }];
  const page = await rig.open();
  await page.getByText('Hello.').waitFor();
  await rig.server.kill();
  await banner(page).waitFor();
  await page.getByRole('button', { name: ui['delete-chat'] }).click();
  await page.getByRole('button', { name: ui['new-chat'] }).waitFor();
  await rig.server.start();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByRole('button', { name: ui['new-chat'] }).click();
  await page.getByText('Hello.').waitFor();
  expect(rig.server.opened).toBe(2);
});
