/** Reading aloud: after a warning, with voices of the device alone, and silent as soon as anybody else might hear. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { content, type Rig, startRig, tidy, ui } from './rig.ts';
import { buttons, handOff, WELCOME } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

interface Heard {
  readonly said?: string;
  readonly voice?: string;
}

/** A browser's speech, whose voices are given, and which tells what it is asked to say. */
const speech = (voices: readonly object[]): string => `
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { constructor(text) { this.text = text; } } });
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => ${JSON.stringify(voices)},
    speak: ({ text, voice }) => heard({ said: text, voice: voice.name }),
    cancel: () => heard({}),
  } });`;

const NETWORK = { name: 'of the network', lang: 'en-GB', localService: false };
const DEVICE = { name: 'of the device', lang: 'en-GB', localService: true };

async function open(...voices: object[]): Promise<{ page: Page; heard: Heard[]; said: () => string[] }> {
  rig.server.welcome = () => WELCOME;
  rig.server.answer = () => [{ text: '💬 An answer.' }, handOff(), { text: 'Safe?', ...buttons('Yes') }];
  const heard: Heard[] = [];
  const page = await rig.open({ path: '/nowhere' });
  await page.context().exposeFunction('heard', (one: Heard) => heard.push(one));
  await page.context().addInitScript({ content: speech(voices) });
  await page.goto(`${rig.server.origin}/chat`);
  await page.getByText('What is it about?').waitFor();
  return { page, heard, said: () => heard.flatMap(({ said }) => said ?? []) };
}

const toggle = (page: Page) => page.getByRole('button', { name: ui['read-aloud'], exact: true });

async function turnOn(page: Page): Promise<void> {
  await page.locator('.tools > summary').click();
  await toggle(page).click();
  await page.getByText(ui['read-aloud-warn']).waitFor();
  await toggle(page).click();
}

test('warns first, then reads the answer in view and each new one, cards and numbers too', async () => {
  const { page, heard, said } = await open(NETWORK, DEVICE);
  await page.locator('.tools > summary').click();
  await toggle(page).click();
  expect(await page.getByRole('status').filter({ hasText: ui['read-aloud-warn'] }).isVisible()).toBe(true);
  expect(said()).toEqual([]);
  await toggle(page).click();
  await expect.poll(said).toEqual(WELCOME.map(({ text }) => text));
  await page.getByRole('button', { name: 'Something else' }).click();
  await expect.poll(() => said().slice(3)).toHaveLength(3);
  const [answer, card, question] = said().slice(3) as [string, string, string];
  expect([answer.trim(), question]).toEqual(['An answer.', 'Safe?']);
  expect(card).toContain(content.services.get('childline')?.name as string);
  expect(card).toContain('0 8 0 0  1 1 1 1');
  expect(heard.flatMap(({ voice }) => voice ?? [])).toEqual(Array(6).fill(DEVICE.name));
});

test('says that it cannot where only the network has voices, or none for the language', async () => {
  const { page, said } = await open(NETWORK, { ...DEVICE, lang: 'pl-PL' });
  await page.locator('.tools > summary').click();
  await toggle(page).click();
  await page.getByText(ui['read-aloud-none']).waitFor();
  await toggle(page).click();
  await page.getByText(ui['read-aloud-none']).waitFor();
  expect([await toggle(page).getAttribute('aria-pressed'), said()]).toEqual(['false', []]);
});

test('stops at once when it is turned off, and reads no more', async () => {
  const { page, heard, said } = await open(DEVICE);
  await turnOn(page);
  await expect.poll(said).toHaveLength(3);
  await toggle(page).click();
  await expect.poll(() => heard.at(-1)).toEqual({});
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByText('Safe?').waitFor();
  expect(said()).toHaveLength(3);
});

test('stops when the page is hidden, and stays off when somebody comes back', async () => {
  const { page, heard, said } = await open(DEVICE);
  await turnOn(page);
  await expect.poll(said).toHaveLength(3);
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await expect.poll(() => heard.at(-1)).toEqual({});
  await hide(false);
  await page.getByRole('button', { name: ui['cover-show'] }).click();
  await expect.poll(() => toggle(page).getAttribute('aria-pressed')).toBe('false');
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByText('Safe?').waitFor();
  expect(said()).toHaveLength(3);
});

test('stops when somebody leaves, and when the talk is deleted', async () => {
  const leaving = await open(DEVICE);
  await turnOn(leaving.page);
  await expect.poll(leaving.said).toHaveLength(3);
  await leaving.page.getByRole('link', { name: ui.exit, exact: true }).click();
  await expect.poll(() => leaving.heard.at(-1)).toEqual({});
  const deleting = await open(DEVICE);
  await turnOn(deleting.page);
  await expect.poll(deleting.said).toHaveLength(3);
  await deleting.page.getByRole('button', { name: ui['delete-chat'] }).click();
  await expect.poll(() => deleting.heard.at(-1)).toEqual({});
});
