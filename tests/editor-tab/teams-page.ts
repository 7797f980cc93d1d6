/**
 * Microsoft Teams, as far as a tab can see it: a page at https://teams.microsoft.com that frames the editor and speaks
 * the post-message protocol of teams-js 2.58. It is served to the browser by a route; the editor comes over real HTTP.
 */
import type { BrowserContext, Frame, Page } from 'playwright-core';

export const TEAMS_URL = 'https://teams.microsoft.com/tab';

/** What the page answers; a function's name stands for "never" when it is left out. */
export interface Answers {
  /** false: nothing is ever answered. */
  readonly alive?: boolean;
  /** null: asked for, and never answered. 'broken': answered with nothing in it. */
  readonly context?: object | null | 'broken';
}

/** What getAuthToken gets: a token, or why not. */
export type Given = { readonly token: string } | { readonly error: string } | 'silence';

export interface TeamsPage {
  readonly page: Page;
  /** The editor inside. */
  readonly tab: Frame;
  /** Function names that the tab has sent, in order. */
  calls(): Promise<string[]>;
  /** The arguments of the newest call of that function. */
  last(func: string): Promise<unknown[] | undefined>;
  /** Teams' own menu: another look. */
  theme(name: string): Promise<void>;
}

/** Runs in the page. */
function speak(answers: Answers & { src: string }): void {
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  const seen: { func: string; args: unknown[] }[] = [];
  const shared = window as unknown as { seen: typeof seen; give(silent: boolean): Promise<unknown> };
  shared.seen = seen;
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    supports: { pages: { tabs: {}, currentApp: {}, backStack: {} }, app: {} },
  };
  addEventListener('message', async ({ data, source, origin }) => {
    if (source !== frame.contentWindow || typeof data?.func !== 'string') return;
    const { id, uuidAsString, func, args } = data;
    seen.push({ func, args });
    if (answers.alive === false) return;
    const reply = (...told: unknown[]) =>
      (source as Window).postMessage({ id, uuidAsString, args: told }, origin);
    if (func === 'initialize') reply('content', 'web', JSON.stringify(runtime), '2.58.0');
    if (func === 'getContext' && answers.context !== null)
      reply(answers.context === 'broken' ? null : answers.context);
    if (func === 'authentication.getAuthToken') {
      const given = (await shared.give(args[2] === true)) as { token?: string; error?: string } | 'silence';
      if (given !== 'silence') reply(given.token !== undefined, given.token ?? given.error);
    }
  });
  frame.src = answers.src;
}

export const CONTEXT = {
  entityId: 'editor',
  theme: 'default',
  locale: 'pl-pl',
  hostName: 'Teams',
  hostClientType: 'web',
  frameContext: 'content',
  userObjectId: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
  userPrincipalName: 'somebody@example.gov.uk',
};

/**
 * @param src the address of the editor
 * @param give what getAuthToken gets, each time it is asked
 * @param url where the page says it is
 */
export async function openInTeams(
  context: BrowserContext,
  src: string,
  give: (silent: boolean) => Given | Promise<Given>,
  answers: Answers = { context: CONTEXT },
  url: string = TEAMS_URL,
): Promise<TeamsPage> {
  await context.route(url, (route) =>
    route.fulfill({
      contentType: 'text/html',
      // As strict as a page can be about what it holds.
      headers: { 'cross-origin-embedder-policy': 'require-corp' },
      body: '<!doctype html><html lang="en"><title>Teams</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block;overflow:hidden}</style><iframe title="Editor"></iframe>',
    }),
  );
  const page = await context.newPage();
  await page.exposeFunction('give', give);
  await page.goto(url);
  await page.evaluate(speak, { ...answers, src });
  const element = await page.waitForSelector('iframe');
  const tab = await element.contentFrame();
  if (!tab) throw new Error('there is no frame');
  const seen = () =>
    page.evaluate(() => (window as unknown as { seen: { func: string; args: unknown[] }[] }).seen);
  return {
    page,
    tab,
    calls: async () => (await seen()).map(({ func }) => func),
    last: async (func) => (await seen()).findLast((one) => one.func === func)?.args,
    theme: (name) =>
      page.evaluate((theme) => {
        const inside = document.querySelector('iframe')?.contentWindow;
        inside?.postMessage({ func: 'themeChange', args: [theme] }, '*');
      }, name),
  };
}
