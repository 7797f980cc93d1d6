/** Leaving at once: from a page, from the chat, without JavaScript; and what Back shows afterwards. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NOTHING_STORED, stores } from '../stores.ts';
import { AWAY, type Visits, visits } from './visits.ts';

const SHOW = 'Show the page';
let page: Page;
const visit = visits();
const open = async (...how: Parameters<Visits['open']>) => {
  page = await visit.open(...how);
};

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
    expect(await stores(page)).toEqual(NOTHING_STORED);
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
