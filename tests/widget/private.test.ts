/** Personal details that are typed leave the browser only as marks: everything it sends is looked at. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Rig, startRig, tidy, ui } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

/** What is typed, the secrets in it, what is sent instead, and what the person is told was taken out. */
const TYPED: readonly (readonly [string, readonly string[], string, readonly string[]])[] = [
  ['ring me on 07700 900123', ['07700', '900123'], 'ring me on [phone]', ['masked-phone']],
  ['or jess99@example.com', ['jess99', 'example.com'], 'or [email]', ['masked-email']],
  ['im in SN15 1AB', ['SN15', '1AB'], 'im in [postcode]', ['masked-postcode']],
  ['Year 9 at Lavington School', ['Lavington'], 'Year 9 at [school]', ['masked-school']],
  ['my name is Jess Smith', ['Jess', 'Smith'], 'my name is [name]', ['masked-name']],
  ['i live at 14 Elm Road', ['Elm'], 'i live at [address]', ['masked-address']],
  ['my snap is lily_may', ['lily_may'], 'my snap is [handle]', ['masked-handle']],
  [
    'call 01380 723456, my name is kai',
    ['723456', 'kai'],
    'call [phone], my name is [name]',
    ['masked-phone', 'masked-name'],
  ],
];

/** Everything that the page sends from now on: addresses, bodies, headers, and frames of its sockets. */
function listen(page: Page): string[] {
  const sent: string[] = [];
  page.context().on('request', (request) => {
    const headers = Object.values(request.headers());
    sent.push(request.url(), request.postData() ?? '', ...headers);
  });
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  return sent;
}

async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: ui['composer-label'] });
  await box.fill(text);
  await box.press('Enter');
}

const told = (keys: readonly string[]): string =>
  ui.masked.replace('{what}', keys.map((key) => ui[key as keyof typeof ui]).join(', '));

test.each(TYPED)('%s', async (typed, secrets, marked, keys) => {
  rig.server.answer = () => [{ text: 'Thank you for telling me.' }];
  const page = await rig.open();
  const sent = listen(page);
  await page.reload();
  await say(page, typed);
  await page.getByText('Thank you for telling me.').waitFor();
  await page.getByText(told(keys)).waitFor();
  expect(rig.server.posts).toMatchObject([{ text: marked }]);
  await page.getByRole('link', { name: ui.exit }).click();
  await page.waitForURL('https://weather.example/**');
  expect(sent.some((one) => one.includes(marked))).toBe(true);
  for (const secret of secrets) expect(sent.filter((one) => one.includes(secret))).toEqual([]);
  for (const secret of secrets) expect(JSON.stringify(rig.server.posts)).not.toContain(secret);
});

test('what is shown is what was sent, and the note is no promise', async () => {
  const page = await rig.open();
  await say(page, 'my number is 07700 900123');
  await page.getByText(told(['masked-phone'])).waitFor();
  expect(await page.locator('.mine').innerText()).toContain('my number is [phone]');
  expect(await page.getByRole('log').innerText()).not.toContain('900123');
  expect(ui.masked).toContain('may miss');
});

test('words without details go as they are, and nothing is said of it', async () => {
  rig.server.answer = () => [{ text: 'Thank you for telling me.' }];
  const page = await rig.open();
  const text = "ring 999 or 0800 1111? i'm scared, im 13 and in Devizes";
  await say(page, text);
  await page.getByText('Thank you for telling me.').waitFor();
  expect(rig.server.posts).toMatchObject([{ text }]);
  expect(await page.getByText(ui.masked.slice(0, 10)).count()).toBe(0);
});

test('what could not be sent is tried again with its marks', async () => {
  rig.server.answer = () => [{ text: 'Thank you for telling me.' }];
  const page = await rig.open();
  const sent = listen(page);
  await rig.server.kill();
  await say(page, 'my number is 07700 900123');
  await page.getByText(told(['masked-phone'])).waitFor();
  await rig.server.start();
  await page.getByText('Thank you for telling me.').waitFor();
  expect(rig.server.posts).toMatchObject([{ text: 'my number is [phone]' }]);
  expect(sent.filter((one) => one.includes('900123'))).toEqual([]);
});
