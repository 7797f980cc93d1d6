/** The editor inside Microsoft Teams: its looks, its links, its tokens, and whatever fails of them. */
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tabServed, visitEach } from './service.ts';
import { CONTEXT, type Given, openInTeams, TEAMS_URL } from './teams-page.ts';

const here = tabServed();
const visit = visitEach(here);
const T = { timeout: 60_000 };

const given = (): Given => ({ token: here.token('Editor') });
const toDo = (tab: Frame) => tab.getByRole('heading', { name: 'To do' }).waitFor();
const background = (tab: Frame) =>
  tab.evaluate(
    () => getComputedStyle(document.querySelector('.fui-FluentProvider') as Element).backgroundColor,
  );

describe('in Teams', () => {
  it('opens by a token alone, takes the look of Teams and follows it', T, async () => {
    const complaints: string[] = [];
    const asked: string[] = [];
    visit.context.on('request', (request) => asked.push(request.url()));
    const sent: Record<string, string>[] = [];
    const { page, tab, calls, theme } = await openInTeams(visit.context, here.editor(), given, {
      context: { ...CONTEXT, theme: 'dark' },
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', async (request) => {
      if (request.url().includes('/editor/api/')) sent.push(await request.allHeaders());
    });
    await toDo(tab);
    const looks = [await background(tab)];
    for (const name of ['contrast', 'default', 'dark', 'a look of tomorrow']) {
      const before = looks.at(-1);
      await theme(name);
      await expect.poll(() => background(tab)).not.toBe(before);
      looks.push(await background(tab));
    }
    const [dark, contrast, light, ...others] = looks;
    expect(new Set([dark, contrast, light]).size).toBe(3);
    expect(others).toEqual([dark, light]);
    expect(await tab.getByRole('button', { name: 'Theme' }).count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    await tab.getByRole('link', { name: 'Dialogs' }).click();
    await tab.getByRole('searchbox').waitFor();
    await tab.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => sent.length).toBeGreaterThan(0);
    for (const headers of sent) {
      expect(headers.authorization).toMatch(/^Bearer ey/);
      expect(headers.cookie).toBeUndefined();
      expect(headers['x-signpost']).toBeUndefined();
    }
    expect(await visit.context.cookies()).toEqual([]);
    const kept = await tab.evaluate(() => [localStorage.length, sessionStorage.length]);
    expect(kept).toEqual([0, 0]);
    expect(complaints).toEqual([]);
    const told = await calls();
    for (const call of [
      'initialize',
      'getContext',
      'appInitialization.appLoaded',
      'appInitialization.success',
    ])
      expect(told).toContain(call);
    expect(told.filter((call) => call === 'authentication.getAuthToken')).toHaveLength(1);
    // The list of hosts that the library would fetch is refused, and nothing else goes out.
    const outside = asked.filter((url) => !url.startsWith(here.service.origin) && !url.startsWith(TEAMS_URL));
    expect(outside.every((url) => url.startsWith('https://res.cdn.office.net/'))).toBe(true);
  });

  it('opens what a link names, keeps Teams told where one is, and hands out a link', T, async () => {
    const opened = await openInTeams(visit.context, here.editor(), given, {
      context: { ...CONTEXT, subEntityId: 'dialog/gifts-and-favours/first' },
    });
    const { tab, last } = opened;
    await tab.getByRole('heading', { name: 'Someone gives me things' }).waitFor();
    expect(await tab.evaluate(() => location.hash)).toBe('#dialog/gifts-and-favours/first');
    await tab.getByRole('link', { name: 'History' }).click();
    await tab.getByRole('heading', { name: 'History' }).waitFor();
    const frame = (await last('setFrameContext'))?.[0] as { contentUrl: string; websiteUrl: string };
    expect(frame.websiteUrl).toBe(`${here.editor()}#history`);
    await tab.getByRole('button', { name: 'Link to this view' }).click();
    await expect
      .poll(() => last('shareDeepLink'))
      .toEqual(['history', 'History – Signpost editor', `${here.editor()}#history`]);
    // Teams loads the frame again, and names the old link.
    await tab.goto(frame.contentUrl);
    await tab.getByRole('heading', { name: 'History' }).waitFor();
    expect(await tab.evaluate(() => location.hash)).toBe('#history');
  });

  it('a link that is none opens the start', T, async () => {
    const { tab } = await openInTeams(visit.context, here.editor(), given, {
      context: { ...CONTEXT, subEntityId: '"><img src=x onerror=alert(1)>' },
    });
    await toDo(tab);
    expect(await tab.evaluate(() => location.hash)).toBe('');
  });

  it.each([
    ['never comes', null],
    ['is empty', 'broken'],
  ] as const)('without a context (it %s) it opens at its start', T, async (_, kind) => {
    const { tab, calls } = await openInTeams(visit.context, here.editor(), given, { context: kind });
    await toDo(tab);
    expect(await calls()).toContain('appInitialization.success');
  });

  it('gets another token, once, when the server does not believe it', T, async () => {
    const now = Math.floor(Date.now() / 1_000);
    const expired = here.token('Editor', { iat: now - 9_000, nbf: now - 9_000, exp: now - 4_000 });
    const queue: Given[] = [{ token: expired }, given()];
    const asked: boolean[] = [];
    const answers: number[] = [];
    visit.context.on(
      'response',
      (one) => one.url().includes('/editor/api/desk') && answers.push(one.status()),
    );
    const { tab } = await openInTeams(visit.context, here.editor(), (silent) => {
      asked.push(silent);
      return queue.shift() ?? { error: 'asked too often' };
    });
    await toDo(tab);
    expect(asked).toEqual([true, true]);
    expect(answers).toEqual([401, 200]);
  });

  it('keeps the words when the token ends, and goes on after signing in again', T, async () => {
    let now: Given = { token: here.token('Editor') };
    const asked: boolean[] = [];
    const { tab } = await openInTeams(
      visit.context,
      here.editor(),
      (silent) => {
        asked.push(silent);
        return silent ? now : { token: here.token('Editor', { jti: 'new' }) };
      },
      { context: { ...CONTEXT, subEntityId: 'dialog/gifts-and-favours' } },
    );
    const bubble = tab.getByLabel('Bubble 1').first();
    await bubble.fill('Words that must not be lost.');
    now = { error: 'interaction_required' };
    let refuse = true;
    await visit.context.route('**/editor/api/**', (route) =>
      refuse
        ? route.fulfill({
            status: 401,
            json: { error: { code: 'expired', message: 'Your sign-in has run out.' } },
          })
        : route.continue(),
    );
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('You have been signed out.', { exact: true }).waitFor();
    expect(await bubble.inputValue()).toBe('Words that must not be lost.');
    refuse = false;
    await tab.getByRole('button', { name: 'Sign in again' }).click();
    await tab.getByText('You have been signed out.', { exact: true }).waitFor({ state: 'detached' });
    expect(asked.at(-1)).toBe(false);
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('Saved', { exact: true }).waitFor();
    expect(await bubble.inputValue()).toBe('Words that must not be lost.');
  });
});
