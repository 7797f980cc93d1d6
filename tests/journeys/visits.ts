/** For tests about leaving: a real service, a real browser, and a neutral page that answers without a network. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, vi } from 'vitest';
import { served } from './service.ts';

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
  const stage = served(env);
  let page: Page | undefined;
  afterEach(async () => {
    await page?.context().close();
    page = undefined;
  });
  return {
    get origin() {
      return stage.service.origin;
    },
    async open(address, more = {}, script, watch) {
      const context = await stage.browser.newContext({ viewport: { width: 360, height: 640 }, ...more });
      if (script) await context.addInitScript({ content: script });
      await context.route(`${AWAY}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
      page = await context.newPage();
      watch?.(page);
      await page.goto(address.startsWith('/') ? stage.service.origin + address : address);
      return page;
    },
  };
}
