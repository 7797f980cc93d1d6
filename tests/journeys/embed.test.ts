/** The council's one tag: a button, a frame, and the way out of the page around it. Hosts are on origins of their own. */
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { AXE, faults } from '../axe.ts';
import { example, startSite } from './council.ts';
import { AWAY, visits } from './visits.ts';

let page: Page;
let council: string;
let stranger: string;
const closing: (() => void)[] = [];
const requests: string[] = [];
const complaints: string[] = [];

const visit = visits(async () => {
  const sites = await Promise.all([startSite(() => visit.origin), startSite(() => visit.origin)]);
  closing.push(...sites.map(({ close }) => close));
  [council, stranger] = sites.map(({ origin }) => origin) as [string, string];
  return { EMBED_ORIGINS: council };
});
afterAll(() => {
  for (const close of closing) close();
});

async function open(url: string, more: BrowserContextOptions = {}): Promise<void> {
  requests.length = 0;
  complaints.length = 0;
  const watch = (opened: Page): void => {
    opened.on('request', (request) => requests.push(request.url()));
    opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    opened.on('pageerror', (error) => complaints.push(String(error)));
  };
  page = await visit.open(url, { viewport: { width: 1000, height: 700 }, ...more }, undefined, watch);
}

const opener = () => page.getByRole('button', { name: 'Need help? Chat' });
const closer = () => page.getByRole('button', { name: 'Hide the chat' });
const frame = (): FrameLocator => page.frameLocator('iframe');
const greeting = () => frame().getByText("Hi, I'm Signpost").first();
const ours = () => requests.filter((url) => url.startsWith(visit.origin));

async function start(url = `${council}/`, more: BrowserContextOptions = {}): Promise<void> {
  await open(url, more);
  // The words are there before the talk is.
  const talk = page.waitForEvent('websocket');
  await opener().click();
  await greeting().waitFor();
  await talk;
}

describe('the tag', () => {
  it('asks for nothing but itself before a tap, and draws one button under a strict policy', async () => {
    await open(`${council}/`);
    await opener().waitFor();
    const box = await opener().boundingBox();
    expect(box && box.height >= 48 && box.width >= 48).toBe(true);
    expect(await opener().evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      'rgb(11, 102, 99)',
    );
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(ours()).toEqual([`${visit.origin}/embed.js`]);
    expect(complaints).toEqual([]);
  });

  it('takes words of its own', async () => {
    await open(`${council}/own-words`);
    await page.getByRole('button', { name: 'Ask us' }).click();
    await page.getByRole('region', { name: 'Help' }).waitFor();
  });

  it('opens the chat, which talks, with the focus inside', async () => {
    await start();
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName)).toBe(
      'IFRAME',
    );
    await frame().getByLabel('Type in your own words').fill('is it my fault');
    await page.keyboard.press('Enter');
    await frame().getByText('is to blame').first().waitFor();
    expect(await page.locator('section nav').isVisible()).toBe(false);
  });

  it('shows the numbers when the chat does not come', async () => {
    await open(`${council}/`);
    await page.route(`${visit.origin}/embed`, (route) => route.abort());
    await opener().click();
    await page.locator('section a[href="tel:999"]').waitFor();
    expect(await page.locator('section a[href="tel:08001111"]').isVisible()).toBe(true);
  });

  it('hides by Escape from inside and outside, keeps the talk, and gives the focus back', async () => {
    await start();
    await page.keyboard.press('Escape');
    await opener().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
    expect(await focused()).toBe('Need help? Chat');
    await page.keyboard.press('Enter');
    await greeting().waitFor();
    await closer().focus();
    await page.keyboard.press('Escape');
    await opener().waitFor();
    expect(ours().filter((url) => url.endsWith('/embed'))).toHaveLength(1);
  });

  it.each([
    [1000, 700],
    [360, 640],
    [320, 256],
  ])('fits into %s x %s', async (width, height) => {
    await start(`${council}/`, { viewport: { width, height } });
    const section = page.locator('section');
    // It grows to what the chat asks for, and never out of the window.
    await expect
      .poll(async () => (await section.boundingBox())?.height)
      .toBeGreaterThanOrEqual(Math.min(height - 32, 600));
    const box = await section.boundingBox();
    expect(
      box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
    ).toBe(true);
    const exit = await frame().getByRole('link', { name: 'Leave now' }).boundingBox();
    expect(exit && exit.y >= 0 && exit.y + exit.height <= height && exit.height >= 48).toBe(true);
  });

  it.each([
    'light',
    'dark',
  ] as const)('has no fault that axe can see, open and shut (%s)', async (colorScheme) => {
    await open(`${council}/`, { bypassCSP: true, reducedMotion: 'reduce', colorScheme });
    await page.evaluate(AXE);
    await opener().waitFor();
    expect(await faults(page)).toEqual([]);
    await opener().click();
    await greeting().waitFor();
    await closer().focus();
    await page.keyboard.press('Shift');
    expect(await faults(page)).toEqual([]);
  });
});

describe('leaving from the council page', () => {
  const gone = async () => {
    const wiped = page.waitForRequest((request) => request.url().endsWith('/wipe'));
    return async () => {
      await wiped;
      await page.waitForURL(AWAY);
      await page.goBack();
      expect(page.url()).toBe('about:blank');
    };
  };

  it('by the button in the frame: the whole page goes, and the talk is deleted', async () => {
    await start();
    const check = await gone();
    await frame().getByRole('link', { name: 'Leave now' }).click();
    await check();
  });

  it('by Shift in the box of the chat', async () => {
    await start();
    const check = await gone();
    await frame().getByLabel('Type in your own words').focus();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift');
    await check();
  });

  it('by Shift on the page around it, counted aloud; not before the chat was ever opened', async () => {
    await open(`${council}/`);
    await opener().waitFor();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift');
    const talk = page.waitForEvent('websocket');
    await opener().click();
    await talk;
    await closer().focus();
    await page.keyboard.press('a');
    await page.keyboard.press('Shift');
    await page.getByRole('status').getByText('2 more times').waitFor();
    await page.keyboard.press('Shift');
    const check = await gone();
    await page.keyboard.press('Shift');
    await check();
  });

  it('by Shift while the chat is hidden, for the talk is still there', async () => {
    await start();
    await closer().click();
    await page.keyboard.press('Shift');
    await page.getByRole('status').getByText('2 more times').waitFor();
    expect(await page.getByRole('status').isVisible()).toBe(true);
    await page.keyboard.press('Shift');
    const check = await gone();
    await page.keyboard.press('Shift');
    await check();
  });

  it('is white at once while the network hangs', async () => {
    await start();
    await page.context().unrouteAll();
    await page.context().route(`${AWAY}**`, () => {}); // never answers
    // Tells from inside what is there: a page that is being left answers no questions.
    await page.evaluate(() =>
      new MutationObserver(() => {
        const { backgroundColor } = getComputedStyle(document.documentElement);
        console.info(
          `now ${JSON.stringify([document.documentElement.textContent?.trim(), backgroundColor])}`,
        );
      }).observe(document, { childList: true, subtree: true }),
    );
    const white = page.waitForEvent('console', (message) => message.text().startsWith('now'));
    await frame().getByRole('link', { name: 'Leave now' }).click({ noWaitAfter: true });
    expect((await white).text()).toBe('now ["","rgba(0, 0, 0, 0)"]');
    expect(page.url()).toBe(`${council}/`);
  });
});

describe('who may hold the chat', () => {
  it('a frame without the tag works too, and leaves', async () => {
    await open(`${council}/frame`);
    await greeting().waitFor();
    await frame().getByRole('link', { name: 'Leave now' }).click();
    await page.waitForURL(AWAY);
  });

  it('a page that lets only willing resources in', async () => {
    await start(`${council}/isolated`);
  });

  it.each(['/', '/frame'])('never another site: blank (%s)', async (path) => {
    await open(stranger + path);
    if (path === '/') await opener().click();
    await expect.poll(() => complaints.join(' ')).toContain('frame-ancestors');
    expect(await greeting().count()).toBe(0);
    expect(await page.frames().at(-1)?.content()).not.toContain('Signpost');
  });

  it('and no other page of ours, not even at the council', async () => {
    await open(`${council}/parents`);
    await expect.poll(() => complaints.join(' ')).toContain('frame-ancestors');
  });

  it('and nobody else is listened to', async () => {
    await open(`${council}/`);
    await opener().click();
    await greeting().waitFor();
    await page.evaluate(() => postMessage({ type: 'exit' }));
    await page.evaluate(() => postMessage({ type: 'close' }, '*'));
    await closer().click();
    await opener().waitFor();
    expect(page.url()).toBe(`${council}/`);
  });
});

describe('the examples', () => {
  it('of a council page opens the chat', async () => {
    await start(`${council}/example`);
    expect(complaints).toEqual([]);
  });

  it('of an app hears what the chat says', async () => {
    await open('about:blank');
    await page.setContent(example('app.html', visit.origin));
    const bridge = (await page.locator('#host').textContent()) ?? '';
    await page.context().addInitScript({ content: bridge });
    const heard: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    await page.goto(`${visit.origin}/app?theme=dark`);
    await page.locator('a[href="tel:999"]').first().click();
    await page.getByRole('link', { name: 'Leave now' }).click();
    await page.waitForURL(AWAY);
    const lines = heard.filter((line) => line.startsWith('app:'));
    expect(lines.slice(0, 3)).toEqual(['app: ready', 'app: open tel:999', 'app: show the start screen']);
  });

  it('of an app opens the view by its form', async () => {
    await open('about:blank');
    await page.setContent(example('app.html', visit.origin));
    await page.getByLabel('Address of the chat').fill(visit.origin);
    await page.getByLabel('Theme').selectOption('dark');
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button').click();
    await (await opened).waitForURL(`${visit.origin}/app?theme=dark`);
  });
});
