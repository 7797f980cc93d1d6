/** Who may frame the editor: Teams, and nobody else; and how it works outside Teams. */
import { describe, expect, it } from 'vitest';
import { frameFinding } from '../../src/doctor/teams.ts';
import { tabServed, visitEach } from './service.ts';
import { CONTEXT, openInTeams } from './teams-page.ts';

const here = tabServed();
const visit = visitEach(here);
const T = { timeout: 60_000 };

const ancestorsOf = async (path: string): Promise<string | undefined> => {
  const answer = await fetch(here.service.origin + path, { redirect: 'manual' });
  return /frame-ancestors ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
};

/** @returns what stands in a frame of a page of that address */
async function framedBy(address: string, src: string): Promise<{ url: string; complaints: string[] }> {
  const page = await visit.context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await visit.context.route(address, (route) =>
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
      const { url, complaints } = await framedBy(address, here.editor());
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
      expect((await framedBy(address, here.editor())).url).toBe(here.editor());
    },
  );

  it('of a host that never answers says so in plain words', T, async () => {
    const { tab } = await openInTeams(visit.context, here.editor(), () => 'silence', {
      alive: false,
      context: CONTEXT,
    });
    await tab.getByRole('heading', { name: 'The editor cannot open here' }).waitFor();
    const link = tab.getByRole('link', { name: 'Open the editor in a tab of its own' });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await tab.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
  });

  it('hears nobody who only pretends to be Teams, even where the policy was lost on the way', T, async () => {
    await visit.context.route(here.editor(), async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    const answers = { context: { ...CONTEXT, theme: 'contrast', subEntityId: 'services' } };
    const give = () => ({ token: here.token('Editor') });
    const { tab, calls } = await openInTeams(
      visit.context,
      here.editor(),
      give,
      answers,
      'https://evil.example/',
    );
    await tab.getByRole('heading', { name: 'The editor cannot open here' }).waitFor();
    expect(new Set(await calls())).toEqual(new Set(['initialize']));
    expect(await tab.evaluate(() => location.hash)).toBe('');
  });

  it('is what the doctor looks for', T, async () => {
    // The address that staff see leads to the same machine, as a proxy would.
    const EDITOR_URL = 'https://editor.council.gov.uk';
    const through: typeof fetch = (url, init) =>
      fetch(String(url).replace(EDITOR_URL, here.service.origin), init);
    const asking = { fetch: through, now: Date.now };
    expect(await frameFinding({ EDITOR_URL }, asking)).toMatchObject({ state: 'ok' });
  });
});

it('outside Teams the same page goes to the sign-in by itself', T, async () => {
  const page = await visit.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(here.editor()).catch(() => undefined);
  await expect.poll(() => asked.some((url) => url.includes('/editor/sign-in'))).toBe(true);
});
