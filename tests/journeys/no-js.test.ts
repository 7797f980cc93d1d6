/** The chat without scripts, in a real browser on a small phone, against the real service. */
import type { Page, Request } from 'playwright-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeService, served } from './service.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

const NAME = /^[\w-]{22}\.\d+$/;
/** Nobody listens there: going there ends on the browser's own page, and no request has to be caught for it. */
const EXIT = 'https://127.0.0.1:9/';

const stage = served(async () => ({ EXIT_URL: EXIT }));
let page: Page;
let requests: Request[] = [];

afterEach(async () => {
  await page?.context().close();
});

async function open(at = stage.service): Promise<void> {
  const context = await stage.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  });
  page = await context.newPage();
  requests = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(`${at.origin}/chat`);
}
const form = () => page.locator('form#talk');
const token = () => form().locator('input[type=hidden][name=talk]').inputValue();
/** The name of a page that begins a talk. */
const firstName = () => page.locator('input[type=hidden][name=talk][form=talk]').inputValue();
/** Every button leads to a new page: it is there when this ends. */
async function press(name: string): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  await form().getByRole('button', { name, exact: true }).click();
  await answered;
}
async function say(text: string): Promise<void> {
  await form().locator('textarea[name=words]').fill(text);
  await press('Send');
}
const mash = () =>
  page.locator('form#talk a[href="tel:03004560108"], form#talk a[href="tel:03004560100"]').first();
const text = () => page.locator('body').innerText();

describe('without scripts', () => {
  it('is a talk by typed words and by buttons, to the people who can act', async () => {
    await open();
    expect(await text()).toContain("Hi, I'm Signpost");
    expect(await token()).toBe('');
    await say('my friend is getting gifts from an older man');
    expect(await text()).toContain("You're a good friend for noticing");
    expect(await text()).toContain('my friend is getting gifts from an older man');
    expect(await form().locator('a[href="tel:999"]').count()).toBeGreaterThan(0);
    const first = await token();
    expect(first).toMatch(NAME);
    await press('Yes');
    expect((await token()).slice(0, 22)).toBe(first.slice(0, 22));
    await press('They get gifts or money');
    await mash().waitFor();
    expect(await text()).not.toContain('older man');
  });

  it('is a talk by buttons alone', async () => {
    await open();
    for (const name of ["I'm worried about a child", 'Show me the warning signs', 'Show me the signs'])
      await press(name);
    expect(await text()).toContain('Sign 1.');
    await press("I've seen one of these");
    for (let n = 0; n < 3; n++) await press('Next signs');
    await press("That's all ten. What now?");
    expect(await text()).toContain('NSPCC');
  });

  it('answers urgent words with the urgent card in the same turn', async () => {
    await open();
    await say('hes outside my house');
    expect(await text()).toContain('That sounds really frightening');
    expect(await form().locator('a[href="tel:08001111"]').count()).toBeGreaterThan(0);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('leaves nothing in the address, the history or the browser, and asks nobody else for anything', async () => {
    await open();
    await say('is it my fault');
    await press('Send');
    const session = await page.context().newCDPSession(page);
    const visited = async () => {
      const { entries } = await session.send('Page.getNavigationHistory');
      return [...new Set(entries.slice(1).map(({ url, title }) => `${url} ${title}`))];
    };
    await expect.poll(visited).toEqual([`${stage.service.origin}/chat Advice: chat`]);
    expect(await page.context().cookies()).toEqual([]);
    expect(requests.filter((request) => !request.url().startsWith(stage.service.origin))).toEqual([]);
    const sent = requests.map((request) => `${request.url()} ${JSON.stringify(request.headers())}`).join();
    expect(sent).not.toContain((await token()).slice(0, 22));
  });

  it('shows what was typed as text, whatever it is', async () => {
    const typed =
      '<img src=x onerror=alert(1)> </textarea><script>1</script> [a](javascript:alert(1)) \u202e**b** &amp;';
    await open();
    await say(typed);
    expect(await form().getByText(typed).count()).toBe(1);
    expect(await form().locator('img, script, a[href^="javascript"]').count()).toBe(0);
  });

  it('deletes the talk by its button', async () => {
    await open();
    const first = await firstName();
    await say('hello');
    const name = await token();
    await say('is it my fault');
    await press('Delete this talk');
    expect(await text()).toContain('This talk has been deleted');
    expect(await text()).not.toContain('is it my fault');
    expect(await again(name, 'is it my fault')).toBe(false);
    expect(await again('', 'is it my fault')).toBe(true);
    expect(await again(first, 'hello')).toBe(false);
    await page.getByRole('button', { name: 'Start a new talk' }).click();
    expect(await text()).toContain("Hi, I'm Signpost");
    expect(await firstName()).not.toBe(first);
  });

  it('shows the first message to nobody who goes back to it after it was deleted or left', async () => {
    for (const end of [
      () => press('Delete this talk'),
      () => page.getByRole('link', { name: 'Leave now' }).click(),
    ]) {
      await open();
      const name = await firstName();
      expect(name).toMatch(NAME);
      const posted = page.waitForRequest((request) => request.method() === 'POST');
      await say('is it my fault');
      expect((await posted).postData()).toContain(`talk=${name}`);
      expect(await again(name, 'is it my fault')).toBe(true);
      await end();
      await expect.poll(() => again(name, 'is it my fault')).toBe(false);
      await page.context().close();
    }
  });

  it('answers in a new talk when the server has forgotten the old one', async () => {
    await open();
    await say('hello');
    const before = await token();
    await stage.service.kill();
    await stage.service.start();
    await say('hes outside my house');
    expect(await text()).toContain('This talk has closed');
    expect(await text()).toContain('That sounds really frightening');
    expect((await token()).slice(0, 22)).not.toBe(before.slice(0, 22));
  });
});

/** Whether the server shows words that come once more from the page of this name. */
async function again(talk: string, words: string): Promise<boolean> {
  const body = new URLSearchParams({ talk, words });
  const answer = await fetch(`${stage.service.origin}/chat`, { method: 'POST', body });
  expect(answer.status).toBe(200);
  return (await answer.text()).includes(words);
}
const shows = async (words: string): Promise<boolean> => (await page.content()).includes(words);

describe('leaving without scripts', () => {
  it('deletes the talk, and neither Back nor a reload after it shows anything of it', async () => {
    await open();
    await say('hello');
    const before = await token();
    await say('is it my fault');
    const name = await token();
    const pinged = page.waitForRequest(
      (request) => request.url() === `${stage.service.origin}/chat/leave/${name}`,
    );
    await page.getByRole('link', { name: 'Leave now' }).click();
    expect((await pinged).method()).toBe('POST');
    await expect.poll(() => page.url()).toContain('chrome-error');
    // The ping has done its work: what was answered is not answered again.
    await expect.poll(() => again(before, 'is it my fault')).toBe(false);
    // A page that came by a post and may not be kept: Chromium shows its own page, without asking the server.
    const back = await page.goBack().catch((error: Error) => error.message);
    expect(back).toContain('ERR_CACHE_MISS');
    await expect.poll(() => shows('my fault').catch(() => 'not there yet')).toBe(false);
    // Reloaded here it posts without the words; where a browser posts them again, the answer is the one above.
    await page.reload();
    expect(await shows('my fault')).toBe(false);
  });

  it('happens by itself when the time is over', async () => {
    const hasty = await makeService({ IDLE_MINUTES: '0.05' });
    await hasty.start();
    await open(hasty);
    await say('is it my fault');
    expect(await text()).toContain('is it my fault');
    await page.waitForRequest(
      (request) => request.method() === 'GET' && request.url() === `${hasty.origin}/chat`,
    );
    await page.getByText("Hi, I'm Signpost").waitFor();
    expect(await shows('my fault')).toBe(false);
    await hasty.remove();
  });
});
