/** Everything a browser test of the widget needs: real words and numbers, a built widget, a server, a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { createWelcome } from '../../src/channels/welcome.ts';
import { createLog } from '../../src/log.ts';
import { render } from '../../src/replies/render.ts';
import { renderPages, type SiteOptions } from '../../src/site/render.ts';
import { drawTalk } from '../../src/site/talk.tsx';
import { launchBrowser } from '../browser.ts';
import { built } from '../built.ts';
import { realLibrary } from '../library.ts';
import { FakeDirectLine } from './fake-directline.ts';

// Nothing here waits by the clock; these are only for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } });

export const { content } = realLibrary();
export const { ui } = content;
export const EXIT = 'https://weather.example/';

/** The scripts as the build makes them. */
export function builtWidget(): Record<'widgetJs' | 'pageJs' | 'toolsJs', Buffer> {
  const script = (name: string) => readFileSync(join(built(), name));
  return { widgetJs: script('widget.js'), pageJs: script('page.js'), toolsJs: script('tools.js') };
}

/** What the bot really says first. */
export const realWelcome = createWelcome(
  content,
  { render: (reply, view) => render(content, reply, view), help: '', bot: content.ui.bot },
  createLog(() => {}, 'error'),
);

export interface OpenOptions extends BrowserContextOptions {
  readonly path?: string;
  /** Time stands in the test's hands. */
  readonly clock?: boolean;
  /** Runs in the page before it. */
  readonly script?: string;
}

export interface Rig {
  readonly server: FakeDirectLine;
  readonly browser: Browser;
  /** All addresses that pages asked for. */
  readonly requests: string[];
  /** What the browser complained about. */
  readonly complaints: string[];
  /** Opens the chat in a browser profile of its own. */
  open(options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

/** A dead server makes the browser print lines of its own about it. */
const ABOUT_NETWORK = /Failed to load resource|WebSocket/;

export async function startRig(options: Partial<SiteOptions> = {}): Promise<Rig> {
  const site = {
    exitUrl: EXIT,
    idleMs: 900_000,
    lifeMs: 3_600_000,
    ...builtWidget(),
    /** Unless a test asks for it, the page begins empty, and the fake server's welcome fills it. */
    welcome: () => [],
    now: () => Date.parse('2026-11-24T10:00:00Z'),
    ...options,
  };
  const server = new FakeDirectLine(renderPages(content, site), drawTalk(content, site));
  const [browser] = await Promise.all([launchBrowser(), server.start()]);
  const requests: string[] = [];
  const complaints: string[] = [];
  return {
    server,
    browser,
    requests,
    complaints,
    async open({ path = '/chat', clock = false, script, ...rest } = {}) {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...rest });
      if (script) await context.addInitScript({ content: script });
      await context.route(`${EXIT}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
      const page = await context.newPage();
      if (clock) await page.clock.install();
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !ABOUT_NETWORK.test(message.text()))
          complaints.push(message.text());
      });
      await page.goto(server.origin + path);
      return page;
    },
    async close() {
      await browser.close();
      await server.kill();
    },
  };
}

/** A fresh server state and closed pages between tests; what the browser complained about fails the test. */
export async function tidy(rig: Rig): Promise<void> {
  await Promise.all(rig.browser.contexts().map((context) => context.close()));
  const { server } = rig;
  await server.kill();
  server.reset();
  await server.start();
  expect(rig.complaints.splice(0)).toEqual([]);
  rig.requests.length = 0;
}
