/** When Teams gives no token, or the server does not take it: what somebody reads, and how they get on. */
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faults } from '../axe.ts';
import { tabServed, visitEach } from './service.ts';
import { CONTEXT, type Given, openInTeams } from './teams-page.ts';

const here = tabServed();
const visit = visitEach(here);
const T = { timeout: 60_000 };

const given = (): Given => ({ token: here.token('Editor') });
const toDo = (tab: Frame) => tab.getByRole('heading', { name: 'To do' }).waitFor();

describe('when Teams gives no token', () => {
  it.each([
    ['resourceRequiresConsent', 'Microsoft has to ask you once', 'Agree and open', /grant admin consent/],
    ['invalid_grant: AADSTS65001', 'Microsoft has to ask you once', 'Agree and open', /administrator/],
    ['interaction_required', 'Microsoft wants to be sure that it is you', 'Sign in', /IT service desk/],
    ['resourceRequiresMfa', 'Microsoft wants to be sure that it is you', 'Sign in', /second step/],
    ['CancelledByUser', 'The window was closed before it was done', 'Try again', /pop-ups/],
    ['resourceDisabled', 'Teams could not sign you in', 'Try again', /this word: resourceDisabled/],
    ['invalid_client: AADSTS7000215', 'Teams could not sign you in', 'Try again', /this word: AADSTS7000215/],
    ['No-idea-ring-0900-1234567', 'Teams could not sign you in', 'Try again', /deploy\/teams\.md/],
    ['No idea <b>at all</b>', 'Teams could not sign you in', 'Try again', /deploy\/teams\.md/],
  ])(
    '%s: says what to do and whom to ask, and trying again with a window opens it',
    T,
    async (error, title, button, says) => {
      const asked: boolean[] = [];
      const { tab, last } = await openInTeams(visit.context, here.editor(), (silent) => {
        asked.push(silent);
        return silent ? { error } : given();
      });
      await tab.getByRole('heading', { level: 1, name: title }).waitFor();
      const words = await tab.getByRole('alert').innerText();
      expect(words).toMatch(says);
      expect(words).not.toMatch(/No.idea/);
      expect(await last('appInitialization.expectedFailure')).toEqual(['PermissionError', undefined]);
      await tab.getByRole('button', { name: button }).click();
      await toDo(tab);
      expect(asked.at(-1)).toBe(false);
    },
  );

  it.each(['default', 'dark', 'contrast'])(
    'axe finds no fault in the page that says so (%s)',
    T,
    async (theme) => {
      const { tab } = await openInTeams(
        visit.context,
        here.editor(),
        () => ({ error: 'resourceRequiresConsent' }),
        {
          context: { ...CONTEXT, theme },
        },
      );
      await tab.getByRole('heading', { level: 1 }).waitFor();
      expect(await faults(tab)).toEqual([]);
    },
  );

  it('says so again when trying again fails in another way', T, async () => {
    const { tab } = await openInTeams(visit.context, here.editor(), (silent) => ({
      error: silent ? 'resourceRequiresConsent' : 'CancelledByUser',
    }));
    await tab.getByRole('button', { name: 'Agree and open' }).click();
    await tab.getByRole('heading', { name: 'The window was closed before it was done' }).waitFor();
  });

  it.each([
    [
      'no role',
      () => here.token('Nobody'),
      'This tab is for the few people who change the words',
      /^This tab.*\s+To find who can help a child, open "Chat".*\s+.*editor, approver or safeguarding lead/,
    ],
    [
      'a guest',
      () => here.token('Editor', { acct: 1 }),
      'Signpost does not know this account',
      /Guests cannot/,
    ],
    [
      'an unknown client',
      () => here.token('Editor', { azp: 'x' }),
      'Teams could not sign you in',
      /this word: wrong-client/,
    ],
    [
      'version 1',
      () => here.token('Editor', { ver: '1.0' }),
      'Teams could not sign you in',
      /this word: bad-token/,
    ],
  ] as const)('the server refuses %s: says why', T, async (_, token, title, says) => {
    const { tab } = await openInTeams(visit.context, here.editor(), () => ({ token: token() }));
    await tab.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await tab.getByRole('alert').innerText()).toMatch(says);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  it('opens as soon as somebody has been given a role', T, async () => {
    const roles = ['Nobody', 'Editor'] as const;
    const { tab } = await openInTeams(visit.context, here.editor(), (silent) => ({
      token: here.token(silent ? roles[0] : roles[1]),
    }));
    await tab.getByRole('button', { name: 'Try again' }).click();
    await toDo(tab);
  });
});
