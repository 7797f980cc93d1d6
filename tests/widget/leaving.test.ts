/** How a talk ends: quick exit, delete, time, the server; and that nothing of it stays in the browser. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { EXIT, type Rig, startRig, tidy, ui } from './rig.ts';
import { buttons } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

const exit = (page: Page) => page.getByRole('link', { name: ui.exit });

async function begin(options: { clock?: boolean; javaScriptEnabled?: boolean } = {}): Promise<Page> {
  rig.server.welcome = () => [{ text: 'Hello, you.', ...buttons('Yes') }];
  const page = await rig.open(options);
  if (options.javaScriptEnabled !== false) await page.getByText('Hello, you.').waitFor();
  return page;
}

test('quick exit: white at once, deleted, gone, and Back does not come back', async () => {
  const page = await begin();
  const seen: string[] = [];
  page.on('console', (message) => seen.push(message.text()));
  // Runs in the same click, after the page's own listener: what is on the screen at that moment.
  await page.evaluate(() =>
    addEventListener('click', () => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      console.info(JSON.stringify([document.body.innerHTML, document.title.trim(), backgroundColor]));
    }),
  );
  await page.getByRole('textbox').focus();
  await exit(page).click();
  await page.waitForURL(EXIT);
  expect(seen).toEqual([JSON.stringify(['', '', 'rgb(255, 255, 255)'])]);
  await expect.poll(() => rig.server.wipes.length).toBe(1);
  const path = '/v3/directline/conversations/talk1/wipe';
  expect(rig.server.wipes).toEqual([
    { path, type: 'text/plain;charset=UTF-8', body: '{"token":"token.talk1.x"}' },
  ]);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('quick exit leaves also when the server hangs', async () => {
  const page = await begin();
  await rig.server.kill();
  await exit(page).click();
  await page.waitForURL(EXIT);
});

test('quick exit works without script', async () => {
  const page = await begin({ javaScriptEnabled: false });
  await exit(page).click();
  await page.waitForURL(EXIT);
});

test('quick exit stays in view while the talk scrolls', async () => {
  rig.server.welcome = () => Array.from({ length: 40 }, (_, n) => ({ text: `Line ${n}` }));
  const page = await rig.open();
  await page.getByText('Line 39').scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
  const box = await exit(page).boundingBox();
  expect(box && box.y >= 0 && box.y + box.height < 100 && box.height >= 48).toBe(true);
});

test('closing or reloading the page deletes the talk', async () => {
  const page = await begin();
  await page.reload();
  await expect
    .poll(() => rig.server.wipes.map(({ path }) => path))
    .toEqual(['/v3/directline/conversations/talk1/wipe']);
});

test('the delete button deletes here and there, and a new talk can begin', async () => {
  const page = await begin();
  await page.getByRole('button', { name: ui['delete-chat'] }).click();
  await page.getByRole('status').getByText(ui['deleted-page']).waitFor();
  expect(rig.server.posts).toMatchObject([{ type: 'event', name: 'signpost.wipe' }]);
  expect(await page.getByText('Hello, you.').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('ended');
  await page.getByRole('button', { name: ui['new-chat'] }).click();
  await page.getByText('Hello, you.').waitFor();
  expect(rig.server.opened).toBe(2);
  expect(await page.getByText(ui['server-back']).count()).toBe(0);
});

test('deleting while the server is gone clears the page and does not claim more', async () => {
  const page = await begin();
  await rig.server.kill();
  await page.getByRole('button', { name: ui['delete-chat'] }).click();
  await page.getByRole('status').getByText(ui['delete-unsure']).waitFor();
  expect(await page.getByText('Hello, you.').count()).toBe(0);
  expect(await page.getByText(ui['deleted-page']).count()).toBe(0);
  for (const href of ['tel:999', 'tel:08001111'])
    expect(await page.locator(`header a[href="${href}"]`).isVisible()).toBe(true);
});

test('what was deleted without a network is deleted on the server as soon as there is one, and says so', async () => {
  const page = await begin();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: ui['delete-chat'] }).click();
  await page.getByRole('status').getByText(ui['delete-unsure']).waitFor();
  expect(rig.server.posts).toEqual([]);
  await page.context().setOffline(false);
  await page.getByRole('status').getByText(ui['deleted-page']).waitFor();
  expect(rig.server.posts).toMatchObject([{ type: 'event', name: 'signpost.wipe' }]);
});

test('a talk begun meanwhile is left alone when the one before is deleted late', async () => {
  const page = await begin();
  let cut = true;
  rig.server.fault = ({ url }) => (cut && url?.includes('/talk1/') ? 'hang up' : null);
  await page.getByRole('button', { name: ui['delete-chat'] }).click();
  await page.getByRole('status').getByText(ui['delete-unsure']).waitFor();
  await page.getByRole('button', { name: ui['new-chat'] }).click();
  await page.getByText('Hello, you.').waitFor();
  cut = false;
  await expect.poll(() => rig.server.posts.map(({ name }) => name)).toEqual(['signpost.wipe']);
  expect(await page.getByText('Hello, you.').isVisible()).toBe(true);
});

const ENDS = [
  [4000, 'expired-page'],
  [4001, 'deleted-page'],
] as const;
for (const [code, key] of ENDS) {
  test(`closed by the server with ${code}: cleared, and says ${key}`, async () => {
    const page = await begin();
    rig.server.closeSockets(code);
    await page.getByText(ui[key]).waitFor();
    expect(await page.getByText('Hello, you.').count()).toBe(0);
    await page.getByRole('button', { name: ui['new-chat'] }).click();
    await page.getByText('Hello, you.').waitFor();
  });
}

test('after the idle time the page clears itself and deletes the talk', async () => {
  const page = await begin({ clock: true });
  await page.clock.fastForward('14:00');
  expect(await page.getByText('Hello, you.').count()).toBe(1);
  await page.clock.fastForward('01:01');
  await page.getByText(ui['expired-page']).waitFor();
  expect(await page.getByText('Hello, you.').count()).toBe(0);
  await expect.poll(() => rig.server.wipes.length).toBe(1);
});

test('what is said puts the end off, but never beyond the longest life', async () => {
  rig.server.answer = () => [{ text: 'Go on.' }];
  const page = await begin({ clock: true });
  for (let n = 1; n <= 4; n += 1) {
    await page.clock.fastForward('14:00');
    await page.getByRole('textbox').fill(`word ${n}`);
    await page.getByRole('textbox').press('Enter');
    await expect.poll(() => page.getByText('Go on.').count()).toBe(n);
  }
  await page.clock.fastForward('05:00');
  await page.getByText(ui['expired-page']).waitFor();
  expect(await page.getByText('word 1').count()).toBe(0);
});

test('nothing is stored, and nobody else is asked for anything', async () => {
  rig.server.answer = () => [{ text: 'Go on.' }];
  const page = await begin();
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByText('Go on.').waitFor();
  await page.getByRole('textbox').fill('something private');
  await page.getByRole('textbox').press('Enter');
  await expect.poll(() => page.getByText('Go on.').count()).toBe(2);
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    history: history.length,
    address: location.href,
  }));
  const address = `${rig.server.origin}/chat`;
  expect(stored).toEqual({
    local: 0,
    session: 0,
    cookie: '',
    databases: 0,
    caches: 0,
    workers: 0,
    history: 2,
    address,
  });
  expect(await page.context().cookies()).toEqual([]);
  expect(new Set(rig.requests.map((url) => new URL(url).origin))).toEqual(new Set([rig.server.origin]));
});
