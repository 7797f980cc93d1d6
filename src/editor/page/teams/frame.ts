/**
 * The editor as a tab of Microsoft Teams: who asks, how it looks, where a link leads. Fetched only inside a frame. The
 * library takes messages only from Microsoft's hosts: from its own list, since our policy lets it fetch no other.
 */
import { app, authentication, pages } from '@microsoft/teams-js';
import { within } from '../../../within.ts';
import { type Host, type ThemeName, type Trouble, webHost } from '../host.ts';
import { placeOf, reloads } from './place.ts';
import { Tokens } from './tokens.ts';
import { NOT_TEAMS, troubleOf } from './troubles.ts';

/** Milliseconds: Teams answers within tens of them, a page that is not Teams never does. */
const PATIENCE = { teams: 8_000, context: 3_000, silent: 20_000, window: 5 * 60_000 };

const THEMES: Readonly<Record<string, ThemeName>> = { dark: 'dark', contrast: 'contrast' };
const themeOf = (name: string): ThemeName => THEMES[name] ?? 'light';

const askTeams = (silent: boolean): Promise<string> =>
  within(silent ? PATIENCE.silent : PATIENCE.window, authentication.getAuthToken({ silent }));

/** Not every Teams can do everything; what it cannot is not worth a word. */
function quietly(act: () => unknown): void {
  try {
    act();
  } catch {}
}

/** The theme as Teams has it; before Teams has said so, as the device has it. */
function themes(first: string | undefined): Pick<Host, 'theme' | 'onTheme'> {
  const listeners = new Set<() => void>();
  let now = first === undefined ? webHost().theme() : themeOf(first);
  app.registerOnThemeChangeHandler((name) => {
    now = themeOf(name);
    for (const tell of listeners) tell();
  });
  return {
    theme: () => now,
    onTheme(told) {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
}

/** Opens what the link named; from then on Teams knows where somebody is, for "Reload" and "Go to website". */
function followPlace(linked: string | undefined): void {
  const place = placeOf(location, linked);
  if (place !== null) history.replaceState(null, '', `#${place}`);
  const keep = () =>
    quietly(() =>
      pages.setCurrentFrame({
        contentUrl: reloads(location, linked),
        websiteUrl: `${location.origin}/editor${location.hash}`,
      }),
    );
  addEventListener('hashchange', keep);
  if (place !== null) keep();
}

/** Phones have nothing that shows a link. */
const PHONES: readonly string[] = ['android', 'ios', 'ipados', 'visionOS'];

function linkTo(client: string | undefined): Host['link'] {
  if (!pages.isSupported() || PHONES.includes(client ?? '')) return null;
  return () =>
    quietly(() =>
      pages.shareDeepLink({
        subPageId: location.hash.slice(1) || 'reminders',
        subPageLabel: document.title,
        subPageWebUrl: `${location.origin}/editor${location.hash}`,
      }),
    );
}

/** @returns the place, or what to tell when this is none */
export async function enterTeams(): Promise<Host | Trouble> {
  try {
    await within(PATIENCE.teams, app.initialize());
  } catch {
    return NOT_TEAMS;
  }
  app.notifyAppLoaded();
  // Without it the editor opens at its start, in the look of the device.
  const context = await within(PATIENCE.context, app.getContext()).catch(() => undefined);
  followPlace(context?.page.subPageId);
  const tokens = new Tokens(askTeams);
  return {
    ...themes(context?.app.theme),
    ownTheme: false,
    credentials: 'omit',
    headers: async () => ({ Authorization: `Bearer ${await tokens.get()}` }),
    renew: ({ Authorization = '' }) => tokens.renew(Authorization.slice('Bearer '.length)),
    barred: troubleOf,
    signIn: () => tokens.prompt(),
    wayBack: { says: 'Teams can sign you in again. A window may open.', label: 'Sign in again' },
    leave: null,
    link: linkTo(context?.app.host.clientType),
    // Our own words help more than those that Teams shows after `notifyFailure`.
    arrived: (well) =>
      well
        ? void app.notifySuccess().catch(() => undefined)
        : app.notifyExpectedFailure({ reason: app.ExpectedFailureReason.PermissionError }),
  };
}
