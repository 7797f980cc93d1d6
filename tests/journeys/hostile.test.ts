/** Hostile words are only words: in the chat and in the form, they are shown as text, and do nothing. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { served } from './service.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000, expect: { poll: { timeout: 20_000 } } });

const OVERRIDE = '\u202e';
/** Letters of a message that are read; an emoji counts as two. */
const LONGEST = 10_000;
const HOSTILE = {
  'a script': '<script>window.hit = 1; alert(1)</script>',
  'a picture that fails': '"><img src=x onerror="window.hit = 1"><svg onload="window.hit = 1">',
  'an end of the data block': '</script></textarea></style><script>window.hit = 1</script>',
  'links of Markdown':
    '[ring](javascript:window.hit=1) ![x](https://evil.example/x.png) <https://evil.example>',
  'an address': 'javascript:window.hit=1 https://evil.example/?a=1&b=2 data:text/html,<b>hit</b>',
  'a template': `{{constructor.constructor("window.hit=1")()}} \${window.hit=1} <%= 1 %> &lt;b&gt; &amp;lt;`,
  'one huge word': 'x'.repeat(3_000),
  'words from right to left': `${OVERRIDE}gnp.exe evil${OVERRIDE} \u2067abc\u2066 he${'\u0301'.repeat(200)}y`,
  'ten thousand emoji': '\u{1f62d}'.repeat(10_000),
  'a choice that is none': ':at/00000000',
} as const;
const SMALL = { width: 320, height: 640 };

const stage = served();
let page: Page;
const complaints: string[] = [];

afterEach(() => page?.context().close());

/** @param scripts without them the page is the form; whatever is smuggled into it could still run */
async function open(scripts: boolean): Promise<void> {
  complaints.length = 0;
  const context = await stage.browser.newContext({ viewport: SMALL, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  if (!scripts) await context.route(`${stage.service.origin}/*.js`, (route) => route.abort());
  await context.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { violations: seen });
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page = await context.newPage();
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(stage.service.origin)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`${stage.service.origin}/chat`);
  await page.getByText("Hi, I'm Signpost").first().waitFor();
}

/** The policy is on, and so is Trusted Types: a slip in our own scripts would show too. */
async function expectPolicy(): Promise<void> {
  const blocked = await page.evaluate(() => {
    try {
      document.createElement('p').innerHTML = '<b>hit</b>';
      return 'html was set from a string';
    } catch {
      return null;
    }
  });
  expect(blocked).toBeNull();
  // The try itself was reported, so reports do come.
  const reports = await page.evaluate(() =>
    (window as unknown as { violations: string[] }).violations.splice(0),
  );
  expect(reports.join()).toContain('require-trusted-types-for');
  complaints.length = 0;
}

async function expectOnlyText(words: string): Promise<void> {
  const mine = page.getByRole('log').locator('.mine .bubble').last();
  // As it was typed, up to the most that is read, and after what says to screen readers whose words they are.
  const shown = ((await mine.textContent()) ?? '').replace(/^You: /, '');
  const wanted = words.trim();
  expect(wanted.startsWith(shown), `${shown.slice(0, 80)} … ${shown.length}`).toBe(true);
  expect(shown.length).toBeGreaterThanOrEqual(Math.min(wanted.length, LONGEST));
  expect(shown.isWellFormed(), 'no sign is cut in half').toBe(true);
  const found = await page.evaluate(() => ({
    hit: (window as unknown as { hit?: number }).hit ?? null,
    violations: (window as unknown as { violations: string[] }).violations,
    smuggled: document.querySelectorAll('.mine :is(a, img, script, iframe, svg, b, style)').length,
    links: [...document.querySelectorAll('a')].filter(({ protocol }) => !/^(https?|tel|sms):$/.test(protocol))
      .length,
    width: document.documentElement.scrollWidth,
  }));
  expect(found).toEqual({ hit: null, violations: [], smuggled: 0, links: 0, width: SMALL.width });
  expect(complaints).toEqual([]);
  // Whatever was typed, somebody to ring is there.
  expect(await page.locator('a[href="tel:999"]').first().isVisible()).toBe(true);
}

describe.each([
  ['the chat', true],
  ['the form', false],
])('in %s', (_, scripts) => {
  it.each(Object.entries(HOSTILE))('%s is shown as text and does nothing', async (_name, words) => {
    await open(scripts);
    await expectPolicy();
    await page.locator('#words').fill(words);
    const before = await page.getByRole('log').locator('.bot').count();
    if (scripts) await page.keyboard.press('Enter');
    else await Promise.all([page.waitForEvent('load'), page.locator('button.say').click()]);
    await page.getByRole('log').locator('.mine').first().waitFor();
    if (scripts)
      await expect.poll(() => page.getByRole('log').locator('.bot').count()).toBeGreaterThan(before);
    else await page.getByRole('log').locator('.bot').first().waitFor();
    await expectOnlyText(words);
  });
});

it('nothing that stands in the address reaches the page', async () => {
  for (const hash of [
    '#c-<img src=x onerror=alert(1)>',
    '#c-00000000',
    '?theme="><script>alert(1)</script>',
  ]) {
    await open(true);
    const answer = await page.goto(`${stage.service.origin}/chat${hash}`);
    expect(answer === null || answer.ok()).toBe(true);
    await page.getByText("Hi, I'm Signpost").first().waitFor();
    const violations = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
    expect([violations, complaints]).toEqual([[], []]);
    await page.context().close();
  }
});
