/** For tests about leaving: a real service, a real browser, and a neutral page that answers without a network. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { buildService, type Service } from './service.ts';

/** Where "Leave now" goes. */
export const AWAY = 'https://www.bbc.co.uk/weather';

export interface Visits {
  readonly origin: string;
  /** Opens an address (of the service, when it begins with `/`) in a profile of its own; `script` runs before the page. */
  open(
    address: string,
    more?: BrowserContextOptions,
    script?: string,
    watch?: (page: Page) => void,
  ): Promise<Page>;
}

/** @param env settings of the service, asked for when it starts */
export function visits(env: () => Promise<Record<string, string>> = async () => ({})): Visits {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000, expect: { poll: { timeout: 15_000 } } });
  let service: Service;
  let browser: Browser;
  let page: Page | undefined;
  beforeAll(async () => {
    [service, browser] = await Promise.all([buildService(await env()), launchBrowser()]);
    await service.start();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.remove();
  });
  afterEach(async () => {
    await page?.context().close();
    page = undefined;
  });
  return {
    get origin() {
      return service.origin;
    },
    async open(address, more = {}, script, watch) {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...more });
      if (script) await context.addInitScript({ content: script });
      await context.route(`${AWAY}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
      page = await context.newPage();
      watch?.(page);
      await page.goto(address.startsWith('/') ? service.origin + address : address);
      return page;
    },
  };
}
