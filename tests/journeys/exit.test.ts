/** Leaving at once: from a page, the chat, the app's view, without JavaScript; and what Back shows afterwards. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { buildService, type Service } from './service.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000, expect: { poll: { timeout: 15_000 } } });

const AWAY = 'https://www.bbc.co.uk/weather';
const SHOW = 'Show the page';
let service: Service;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [service, browser] = await Promise.all([buildService(), launchBrowser()]);
  await service.start();
});
afterAll(async () => {
  await browser?.close();
  await service?.remove();
});
afterEach(async () => {
  await page?.context().close();
});

async function open(path: string, more: BrowserContextOptions = {}, script?: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...more });
  if (script) await context.addInitScript({ content: script });
  await context.route(`${AWAY}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
  page = await context.newPage();
  await page.goto(service.origin + path);
}

const exit = () => page.getByRole('link', { name: 'Leave now' });
const note = () => page.locator('#exit-note');
const greeting = () => page.getByText("Hi, I'm Signpost").first();
/** All that can be read or heard of the page, and of its tab. */
const readable = () => page.evaluate(() => `${document.title.trim()}|${document.body.innerText.trim()}`);
const follow = async (path: string) => {
  await page.locator(`a[href="${path}"]`).last().click();
  await page.waitForURL(`**${path}`);
};
async function shift(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await page.keyboard.press('Shift');
}
/** The words are there before the talk is. */
async function openTalk(): Promise<void> {
  await open('/leaving');
  const talk = page.waitForEvent('websocket');
  await follow('/chat');
  await talk;
}
/** Home, a page, the chat, and away. */
async function walk(): Promise<void> {
  await open('/');
  await follow('/parents');
  await follow('/chat');
  await greeting().waitFor();
  await exit().click();
  await page.waitForURL(AWAY);
}

describe('after leaving', () => {
  it('Back, and Back again, shows nothing of ours until somebody asks for it', async () => {
    await walk();
    const stops = [];
    for (let n = 0; n < 3; n += 1) {
      await page.goBack();
      const path = new URL(page.url()).pathname;
      if (page.url() !== 'about:blank') stops.push([path, await readable()]);
    }
    expect(stops).toEqual([
      ['/parents', `|${SHOW}`],
      ['/', `|${SHOW}`],
    ]);
  });

  it('nothing flashes up on Back before the script is there; and help is not held back for ever', async () => {
    const WATCH = `const look = () => {
      const body = document.body && getComputedStyle(document.body);
      if (document.querySelector('main') && body.visibility === 'visible'
        && getComputedStyle(document.querySelector('main')).visibility === 'visible') {
        console.info('seen ' + location.pathname + ' ' + performance.now());
      } else requestAnimationFrame(look);
    }; look();`;
    await open('/', {}, WATCH);
    await follow('/parents');
    await follow('/leaving');
    await exit().click();
    await page.waitForURL(AWAY);
    await page.context().route('**/page.js', () => {}); // never comes
    const seen = page.waitForEvent('console', (message) => message.text().startsWith('seen /parents'));
    await page.goBack({ waitUntil: 'commit' });
    const after = Number((await seen).text().split(' ')[2]);
    expect(after).toBeGreaterThan(1_400);
    expect(after).toBeLessThan(5_000);
  });

  it('Forward and a reload stay covered too, and the button shows the page', async () => {
    await walk();
    await page.goBack();
    await page.goBack();
    await page.goForward();
    expect(await readable()).toBe(`|${SHOW}`);
    await page.reload();
    expect(await readable()).toBe(`|${SHOW}`);
    await page.getByRole('button', { name: SHOW }).click();
    expect(await readable()).toMatch(/^Advice: .*\|.*999/s);
    await page.goBack();
    expect(await readable()).toBe(`|${SHOW}`);
  });

  it('a page that the browser kept wakes covered', async () => {
    await open('/');
    await follow('/parents');
    const happens = (type: string) =>
      page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type);
    await happens('pagehide');
    expect(await page.evaluate(() => document.body.innerText.trim())).toBe('Show the page');
    await happens('pageshow');
    expect(await readable()).toBe(`|${SHOW}`);
    await page.getByRole('button', { name: SHOW }).click();
    expect(await readable()).toMatch(/999/);
  });

  it('nothing of it stands where a browser stores things', async () => {
    await walk();
    await page.goBack();
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    expect(kept).toEqual([0, 0, '', 0, 0]);
  });
});

describe('Back and Forward between our own pages', () => {
  it('covers nothing', async () => {
    await open('/');
    await follow('/parents');
    await follow('/chat');
    await page.goBack();
    expect(await readable()).toMatch(/999/);
    await page.goBack();
    expect(await readable()).toMatch(/999/);
    await page.goForward();
    expect(await readable()).toMatch(/999/);
  });

  it('covers everything in a browser that does not say where somebody came from', async () => {
    await open('/', {}, 'delete window.navigation; Object.defineProperty(window, "navigation", {});');
    await follow('/parents');
    expect(await readable()).toMatch(/999/);
    await page.goBack();
    expect(await readable()).toBe(`|${SHOW}`);
    await page.getByRole('button', { name: SHOW }).click();
    expect(await readable()).toMatch(/999/);
  });

  it('covers nothing without JavaScript', async () => {
    await open('/', { javaScriptEnabled: false });
    await follow('/parents');
    await page.goBack();
    expect(await page.getByRole('button', { name: SHOW }).isVisible()).toBe(false);
    expect(await page.locator('a[href="tel:999"]').first().isVisible()).toBe(true);
  });
});

describe('Shift three times', () => {
  it('leaves from a page, and counts aloud', async () => {
    await open('/parents');
    const live = page.getByRole('status').and(note());
    await shift(1);
    await live.getByText('2 more times').waitFor();
    await shift(1);
    await live.getByText('1 more time ').waitFor();
    const box = await note().boundingBox();
    expect(box && box.y >= 0 && box.y < 200 && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    await shift(1);
    await page.waitForURL(AWAY);
  });

  it('leaves with the focus in the box, and the talk is deleted', async () => {
    await openTalk();
    const wiped = page.waitForRequest((request) => request.url().endsWith('/wipe'));
    await page.locator('#words').fill('hello');
    await shift(3);
    await wiped;
    await page.waitForURL(AWAY);
  });

  it('does not count capital letters, and starts again after another key', async () => {
    await open('/chat');
    await greeting().waitFor();
    await page.locator('#words').focus();
    for (const letter of 'HELP') await page.keyboard.press(`Shift+${letter}`);
    expect(await note().textContent()).toBe('');
    await shift(2);
    await page.keyboard.press('a');
    expect(await note().textContent()).toBe('');
    await shift(2);
    expect(await note().textContent()).toContain('1 more time');
    expect(new URL(page.url()).pathname).toBe('/chat');
  });

  it('is forgotten after five seconds', async () => {
    await open('/parents');
    await page.clock.install();
    await page.reload();
    await shift(2);
    await note().getByText('1 more time').waitFor();
    await page.clock.fastForward(5_001);
    await expect.poll(() => note().textContent()).toBe('');
    await shift(2);
    expect(await note().textContent()).toContain('1 more time');
  });
});

describe('the page that is left', () => {
  it('is white within 50 ms on a slow processor, and stays white while the network hangs', async () => {
    await openTalk();
    await page.context().unrouteAll();
    await page.context().route(`${AWAY}**`, () => {}); // never answers
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    // Tells from inside what is there: a page that is being left answers no questions.
    const still = page.waitForEvent('console', (message) => message.text().startsWith('still'));
    // In the same task: the next thing that can be painted is the white page.
    const took = await page.evaluate(() => {
      const { body, documentElement } = document;
      setTimeout(() => {
        const { backgroundColor } = getComputedStyle(documentElement);
        console.info(`still ${JSON.stringify([body.innerHTML, document.title.trim(), backgroundColor])}`);
      }, 1_000);
      const began = performance.now();
      document.getElementById('exit')?.click();
      return body.childNodes.length === 0 ? performance.now() - began : Number.NaN;
    });
    expect(took).toBeLessThan(50);
    expect((await still).text()).toBe('still ["","","rgb(255, 255, 255)"]');
  });

  it('by form, because the chat did not load in time, is deleted too', async () => {
    await open('/leaving');
    await page.route('**/widget.js', (route) => route.abort());
    await follow('/chat');
    await page.getByRole('button', { name: "I'm worried about me", exact: true }).click();
    await page.waitForURL('**/chat');
    await page.locator('#exit[ping]').waitFor();
    const left = page.waitForRequest((request) => request.url().includes('/chat/leave/'));
    await shift(3);
    await left;
    await page.waitForURL(AWAY);
  });

  it('without JavaScript is left by a plain link that tells nobody where from', async () => {
    await open('/chat', { javaScriptEnabled: false });
    const asked = page.waitForRequest(AWAY);
    await exit().click();
    expect((await asked).headers().referer).toBeUndefined();
    await page.waitForURL(AWAY);
  });

  it('says what the button does, and leads to the page that explains it', async () => {
    await open('/chat', { viewport: { width: 1280, height: 800 } });
    await page.locator('#exit-help').getByText('Shift three times').waitFor();
    expect(await exit().getAttribute('aria-describedby')).toBe('exit-help');
    await page.locator('#exit-help').getByRole('link').click();
    await page.waitForURL('**/leaving');
    await page.getByRole('heading', { name: 'Leave fast' }).waitFor();
  });
});

describe('the way out is in view', () => {
  it.each([640, 300])('when a phone pushes the page up for its keyboard (%s px high)', async (height) => {
    // As phones do that do not make the page smaller: the window looks at a lower part of the same page.
    const PUSHED = `const view = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0 });
      Object.defineProperty(window, 'visualViewport', { value: view });
      window.push = (by) => { view.offsetTop = by; view.onscroll(); };`;
    await open('/chat', { viewport: { width: 360, height } }, PUSHED);
    const top = async () => (await exit().boundingBox())?.y ?? Number.NaN;
    const before = await top();
    const push = (by: number) =>
      page.evaluate((n) => (window as unknown as { push(by: number): void }).push(n), by);
    await push(150);
    expect(await top()).toBe(before + 150);
    await push(0);
    expect(await top()).toBe(before);
  });
  const SIZES = [
    ['a phone', 360, 640],
    ['an open keyboard', 360, 260],
    ['400 % zoom', 320, 256],
    ['a phone on its side', 640, 300],
    ['a desk', 1280, 800],
  ] as const;
  for (const path of ['/chat', '/parents', '/app'])
    it.each(SIZES)(`${path} on %s, also after scrolling`, async (_, width, height) => {
      await open(path, { viewport: { width, height } });
      for (const to of [0, 600]) {
        await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), to);
        const box = await exit().boundingBox();
        expect(box && box.y >= 0 && box.y + box.height <= 120).toBe(true);
        expect(box && box.height >= 48 && box.width >= 96).toBe(true);
        const hit = await page.evaluate(
          ([x, y]) => document.elementFromPoint(x as number, y as number)?.id,
          [box ? box.x + box.width / 2 : 0, box ? box.y + box.height / 2 : 0],
        );
        expect(hit).toBe('exit');
      }
    });
});

describe('in the app', () => {
  const HOST = `window.told = []; window.SignpostHost = { handlesLinks: true, postMessage: (m) => {
    window.told.push(m); console.info('told ' + m); } };`;

  it('tells the app, goes white and leaves', async () => {
    await open('/app', {}, HOST);
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    await greeting().waitFor();
    await exit().click();
    await page.waitForURL(AWAY);
    expect(told).toContain('told {"type":"exit"}');
  });

  it('says when it is ready, and hands numbers over', async () => {
    await open('/app', {}, HOST);
    await page.locator('a[href="tel:999"]').first().click();
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    await expect.poll(told).toEqual(['{"type":"ready"}', '{"type":"call","href":"tel:999"}']);
  });

  it('wears the theme of the address, and opens one dialog by a code that it forgets', async () => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await open('/app', { colorScheme: 'dark' });
    const dark = await paper();
    await page.goto(`${service.origin}/app?theme=light`);
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${service.origin}/app?theme=dark`);
    expect(await paper()).toBe(dark);
    await page.goto(`${service.origin}/app?theme=auto`);
    expect(await paper()).toBe(light);
    const code = await page.evaluate(async () => {
      const text = await (await fetch('/parents')).text();
      return /#c-[0-9a-f]{8}/.exec(text)?.[0];
    });
    await page.goto(`${service.origin}/app?theme=light${code}`);
    await greeting().waitFor();
    expect(await paper()).toBe(light);
    await expect.poll(() => page.url()).not.toContain('#');
  });
});
