/** Who may frame the editor: Teams, and nobody else; and how it works outside Teams. */
import type { BrowserContext } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameFinding } from '../../src/doctor/teams.ts';
import { tabServed } from './service.ts';
import { CONTEXT, openInTeams } from './teams-page.ts';

const here = tabServed();
const T = { timeout: 60_000 };

let context: BrowserContext;
beforeEach(async () => {
  context = await here.context();
});
afterEach(() => context.close());

const editor = () => `${here.service.origin}/editor`;

const ancestorsOf = async (path: string): Promise<string | undefined> => {
  const answer = await fetch(here.service.origin + path, { redirect: 'manual' });
  return /frame-ancestors ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
};

/** @returns what stands in a frame of a page of that address */
async function framedBy(address: string, src: string): Promise<{ url: string; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await context.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><iframe src="${src}"></iframe>` }),
  );
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  return { url: page.frames()[1]?.url() ?? '', complaints };
}

describe('the frame', () => {
  it('is allowed for the editor and for Teams alone', async () => {
    expect(await ancestorsOf('/editor')).toBe(
      'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
    );
    for (const path of [
      '/editor/sign-in',
      '/editor/signed-in',
      '/editor/nowhere',
      '/editor/local/x',
      '/editor/api/desk',
      '/editor/assets/main.js',
      '/',
      '/chat',
      '/get-help',
      '/health',
    ])
      expect(await ancestorsOf(path), path).toBe("'none'");
  });

  it('stays blank in a page of another', T, async () => {
    for (const address of [
      'https://evil.example/',
      'https://teams.microsoft.com.evil.example/',
      'http://teams.microsoft.com/x',
      'https://microsoft.com/',
    ]) {
      const { url, complaints } = await framedBy(address, editor());
      expect(url, address).toMatch(/^chrome-error:/);
      expect(complaints.join(' '), address).toContain('frame-ancestors');
    }
  });

  it('of anything but the editor stays blank in Teams too', T, async () => {
    for (const [n, path] of ['/editor/signed-in', '/editor/nowhere', '/chat', '/get-help'].entries()) {
      const { url, complaints } = await framedBy(
        `https://teams.microsoft.com/${n}`,
        here.service.origin + path,
      );
      expect(url, path).toMatch(/^chrome-error:/);
      expect(complaints.join(' '), path).toContain('frame-ancestors');
    }
  });

  it.each(['https://teams.cloud.microsoft/tab', 'https://emea.teams.microsoft.com/tab'])(
    'is allowed for %s',
    T,
    async (address) => {
      expect((await framedBy(address, editor())).url).toBe(editor());
    },
  );

  it('of a host that never answers says so in plain words', T, async () => {
    const { tab } = await openInTeams(context, `${here.service.origin}/editor`, () => 'silence', {
      alive: false,
      context: CONTEXT,
    });
    await tab.getByRole('heading', { name: 'The editor cannot open here' }).waitFor();
    const link = tab.getByRole('link', { name: 'Open the editor in a tab of its own' });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await tab.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
  });

  it('hears nobody who only pretends to be Teams, even where the policy was lost on the way', T, async () => {
    await context.route(editor(), async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    const answers = { context: { ...CONTEXT, theme: 'contrast', subEntityId: 'services' } };
    const give = () => ({ token: here.token('Editor') });
    const { tab, calls } = await openInTeams(context, editor(), give, answers, 'https://evil.example/');
    await tab.getByRole('heading', { name: 'The editor cannot open here' }).waitFor();
    expect(new Set(await calls())).toEqual(new Set(['initialize']));
    expect(await tab.evaluate(() => location.hash)).toBe('');
  });

  it('is what the doctor looks for', T, async () => {
    const asking = { fetch, now: Date.now };
    expect(await frameFinding({ EDITOR_URL: here.service.origin }, asking)).toMatchObject({ state: 'ok' });
  });
});

it('outside Teams the same page goes to the sign-in by itself', T, async () => {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(editor()).catch(() => undefined);
  await expect.poll(() => asked.some((url) => url.includes('/editor/sign-in'))).toBe(true);
});
