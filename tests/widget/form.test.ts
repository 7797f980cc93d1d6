/** The chat before its script, without it, and in the moment when the script takes over. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AXE, faults } from '../axe.ts';
import { EXIT, type Rig, realWelcome, startRig, tidy, ui } from './rig.ts';
import { buttons, handOff, urgent } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ welcome: realWelcome });
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

type Said = { readonly text?: string };
const welcome = () => realWelcome(Date.parse('2026-11-24T10:00:00Z')) as Said[];
const texts = () => welcome().map(({ text }) => text);
const said = async (page: Page) =>
  (await page.locator('.log .bubble').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim());
const noScript = { javaScriptEnabled: false } as const;

async function inView(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).first().boundingBox();
  const dock = await page.locator('.dock').boundingBox();
  return box !== null && dock !== null && box.y >= 0 && box.y + box.height <= dock.y;
}

/** What moved by itself since the page began to load. */
const SHIFTS =
  'window.shifts = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value; }).observe({ type: "layout-shift", buffered: true });';
const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: number }).shifts);

describe('without script', () => {
  test('a small phone shows all numbers, the welcome and the first two buttons; the way out works', async () => {
    const page = await rig.open(noScript);
    const hrefs = ['tel:999', 'tel:08001111', 'sms:85258?body=SHOUT', 'tel:03004560108'];
    for (const href of hrefs) {
      const link = page.locator(`a[href="${href}"]`);
      expect((await link.first().boundingBox())?.height, href).toBeGreaterThanOrEqual(48);
      expect(await inView(page, `a[href="${href}"]`), href).toBe(true);
    }
    expect(await said(page)).toEqual(texts());
    for (const n of [1, 2]) expect(await inView(page, `.choices > :nth-child(${n})`)).toBe(true);
    expect(await page.getByText(ui.promise).last().isVisible()).toBe(true);
    expect(await page.locator('.typing').count()).toBe(0);
    expect(await page.getByRole('link', { name: ui.exit }).getAttribute('href')).toBe(EXIT);
  });

  test('a button is sent as a form, and the answer is a page with this turn alone', async () => {
    rig.server.answer = () => [{ text: 'An answer.' }, handOff(), { text: 'What now?', ...buttons('One') }];
    const page = await rig.open(noScript);
    const first = page.locator('.choices button').first();
    const ref = await first.getAttribute('value');
    await first.click();
    await page.getByText('An answer.').waitFor();
    expect(rig.server.forms).toEqual([{ talk: '', choice: ref, words: '' }]);
    expect(await said(page)).toEqual(['You: What the button says', 'An answer.', 'What now?']);
    expect(await page.locator('.card a[href="tel:08001111"]').isVisible()).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await inView(page, '.mine')).toBe(true);
    expect(await inView(page, '.bot')).toBe(true);
    await page.getByRole('button', { name: 'One' }).click();
    await expect.poll(() => rig.server.forms.length).toBe(2);
    expect(rig.server.forms[1]).toEqual({ talk: 'token-of-the-talk', choice: 'welcome/first#0', words: '' });
    expect(page.url()).toBe(`${rig.server.origin}/chat`);
  });

  test('typed words are sent as a form', async () => {
    rig.server.answer = () => [{ text: 'An answer.' }];
    const page = await rig.open(noScript);
    const box = page.getByRole('textbox', { name: ui['composer-label'] });
    await box.fill('hes outside my house');
    await box.press('Enter');
    expect(rig.server.forms).toEqual([]);
    await page.getByRole('button', { name: ui.send }).click();
    await page.getByText('An answer.').waitFor();
    expect(rig.server.forms).toEqual([{ talk: '', words: 'hes outside my house\r\n' }]);
  });

  test('an answer brings no script of the chat, tells the server when somebody leaves, and goes away in time', async () => {
    const page = await rig.open(noScript);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: ui.send }).click();
    expect((await answer).headers().refresh).toBe('900; url=/chat');
    await page.locator('input[value="token-of-the-talk"]').waitFor({ state: 'attached' });
    // None but the one that leaves faster.
    const scripts = await page
      .locator('script')
      .evaluateAll((all) => all.map((one) => one.getAttribute('src')));
    expect(scripts).toEqual(['/page.js']);
    const exit = page.getByRole('link', { name: ui.exit });
    expect(await exit.getAttribute('ping')).toBe('/chat/leave/token-of-the-talk');
    for (const name of [ui['start-again'], ui['delete-chat']])
      expect(await page.getByRole('button', { name, exact: true }).getAttribute('name')).toBe('choice');
  });

  test('a talk that is over says so, and leads to a new one', async () => {
    rig.server.formView = { token: '', said: null, notice: 'deleted-page', ended: true };
    const page = await rig.open(noScript);
    await page.getByRole('button', { name: ui['delete-chat'] }).click();
    await page.getByText(ui['deleted-page']).waitFor();
    expect(rig.server.forms[0]?.choice).toBe(':delete-this');
    expect(await page.locator('[name=words], [ping]').count()).toBe(0);
    await page.getByRole('button', { name: ui['new-chat'] }).click();
    await page.getByText(String(texts()[0])).waitFor();
  });

  test('a talk that expired begins anew, and says why', async () => {
    rig.server.answer = () => welcome() as Record<string, unknown>[];
    rig.server.formView = { said: null, notice: 'expired-page' };
    const page = await rig.open(noScript);
    await page.getByRole('button', { name: ui.send }).click();
    await page.locator('.notice').getByText(ui['expired-page']).waitFor();
    expect(await page.locator('.choices button').count()).toBe(6);
  });

  test('an answer in another language says so, and so do the words around it', async () => {
    rig.server.answer = () => [
      { text: 'Dzień dobry.', locale: 'pl' },
      { text: 'Good morning.', locale: 'en-GB' },
    ];
    rig.server.formView = { locale: 'pl' };
    const page = await rig.open(noScript);
    await page.getByRole('button', { name: ui.send }).click();
    await page.getByText('Dzień dobry.').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('pl');
    expect(await page.getByText('Dzień dobry.').getAttribute('lang')).toBe(null);
    expect(await page.getByText('Good morning.').getAttribute('lang')).toBe('en-GB');
  });
});

describe('the script', () => {
  test('that never comes leaves the form', async () => {
    rig.server.fault = ({ url }) => (url?.endsWith('.js') ? 'hang up' : null);
    rig.server.answer = () => [{ text: 'An answer.' }];
    const page = await rig.open();
    await page.locator('.choices button').first().click();
    await page.getByText('An answer.').waitFor();
    expect(rig.server.forms.length).toBe(1);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`that never comes leaves pages in which axe finds nothing: ${colorScheme}`, async () => {
      rig.server.fault = ({ url }) => (url?.endsWith('.js') ? 'hang up' : null);
      rig.server.answer = () => [{ text: 'An answer.' }, urgent(), { text: 'What now?', ...buttons('One') }];
      // High enough that no button lies half under the box, from where it can be scrolled: axe takes it for too small.
      const viewport = { width: 360, height: 2_600 };
      const page = await rig.open({ script: AXE, colorScheme, viewport, reducedMotion: 'reduce' });
      expect(await faults(page)).toEqual([]);
      await page.locator('.choices button').first().click();
      await page.getByText('An answer.').waitFor();
      expect(await faults(page)).toEqual([]);
      rig.server.formView = { token: '', said: null, notice: 'expired-page', ended: true };
      rig.server.answer = () => [];
      await page.getByRole('button', { name: 'One' }).click();
      await page.getByText(ui['expired-page']).waitFor();
      expect(await faults(page)).toEqual([]);
    });

  for (const width of [360, 1280])
    test(`moves nothing when it takes over at ${width} px`, async () => {
      rig.server.welcome = () => welcome() as Record<string, unknown>[];
      const page = await rig.open({ viewport: { width, height: 640 }, script: SHIFTS });
      await expect.poll(() => rig.server.opened).toBe(1);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect(await shifts(page)).toBe(0);
      // That it would have been seen:
      await page.evaluate(() => document.querySelector('.about')?.remove());
      await page.evaluate(() => document.querySelector('.log')?.prepend(document.createElement('hr')));
      await expect.poll(() => shifts(page)).toBeGreaterThan(0);
    });

  test('keeps what was typed before it came, and the focus', async () => {
    const page = await rig.open({ path: '/favicon.svg' });
    const come = Promise.withResolvers<void>();
    await page.route('**/widget.js', async (route) => {
      await come.promise;
      await route.continue();
    });
    await page.goto(`${rig.server.origin}/chat`, { waitUntil: 'commit' });
    const box = page.getByRole('textbox');
    await box.fill('he has my pics');
    expect(rig.server.opened).toBe(0);
    come.resolve();
    await expect.poll(() => rig.server.opened).toBe(1);
    expect(await box.inputValue()).toBe('he has my pics');
    await page.keyboard.press('Enter');
    await expect.poll(() => rig.server.posts.map(({ text }) => text)).toEqual(['he has my pics']);
  });

  test('shows the welcome once, also when the stream brings it', async () => {
    rig.server.welcome = () => [...welcome(), { text: 'News of today.' }] as Record<string, unknown>[];
    const page = await rig.open();
    await page.getByText('News of today.').waitFor();
    expect(await said(page)).toEqual([...texts(), 'News of today.']);
  });

  test('shows help that comes in the place of the welcome, and a card with the welcome’s own words', async () => {
    const first = String(texts()[0]);
    rig.server.welcome = () => [{ text: ui['help-intro'] }, { text: first, ...handOff() }];
    const page = await rig.open();
    await page.locator('.card').waitFor();
    expect(await said(page)).toEqual([...texts(), ui['help-intro'], first]);
  });

  test('shows the welcome again as an answer', async () => {
    rig.server.welcome = () => welcome() as Record<string, unknown>[];
    rig.server.answer = () => welcome() as Record<string, unknown>[];
    const page = await rig.open();
    await page.getByRole('button', { name: ui['start-again'] }).click();
    await expect.poll(async () => (await said(page)).length).toBe(2 * texts().length + 1);
    expect(rig.server.posts).toMatchObject([{ value: { choice: ':start-again' } }]);
    expect(await page.locator('.choices button').count()).toBe(6);
  });

  test('sends a button that was pressed before there was a connection', async () => {
    rig.server.welcome = () => welcome() as Record<string, unknown>[];
    rig.server.answer = () => [{ text: 'An answer.' }];
    rig.server.fault = ({ method }) => (method === 'POST' ? 'hang up' : null);
    const page = await rig.open();
    await page.getByRole('alert').getByText(ui['server-gone']).waitFor();
    await page.locator('.choices button').first().click();
    rig.server.fault = () => null;
    await page.getByText('An answer.').waitFor();
    expect(rig.server.posts.length).toBe(1);
    expect((await said(page)).length).toBe(texts().length + 2);
    expect(rig.server.forms).toEqual([]);
  });

  test('keeps a button that was pressed while the talk was being opened', async () => {
    rig.server.welcome = () => welcome() as Record<string, unknown>[];
    rig.server.answer = () => [{ text: 'An answer.', ...buttons('One') }];
    const page = await rig.open({ path: '/favicon.svg' });
    const opened = Promise.withResolvers<void>();
    await page.route('**/v3/directline/conversations', async (route) => {
      await opened.promise;
      await route.continue();
    });
    await page.goto(`${rig.server.origin}/chat`);
    await page.locator('.choices button').first().click();
    await page.locator('.typing').waitFor();
    opened.resolve();
    await page.getByRole('button', { name: 'One' }).waitFor();
    expect(rig.server.posts.length).toBe(1);
    expect(await page.locator('.choices button').count()).toBe(1);
    expect((await said(page)).length).toBe(texts().length + 2);
  });

  test('sends the words on Enter, not the first button', async () => {
    const page = await rig.open();
    await page.getByRole('textbox').fill('hello');
    await page.getByRole('textbox').press('Enter');
    await expect.poll(() => rig.server.posts.map(({ text }) => text)).toEqual(['hello']);
  });

  test('begins a new talk with the welcome at once', async () => {
    const page = await rig.open();
    await page.getByRole('button', { name: ui['delete-chat'] }).click();
    await page.getByRole('button', { name: ui['new-chat'] }).click();
    await expect.poll(async () => (await said(page)).length).toBe(texts().length);
  });
});
