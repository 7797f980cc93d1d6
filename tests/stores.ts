/** What a page has put where a browser stores things. */
import type { Page } from 'playwright-core';

export const NOTHING_STORED = [0, 0, '', 0, 0];

/** @returns how much is in local and session storage, the cookies, and how many databases and caches there are */
export const stores = (page: Page): Promise<unknown[]> =>
  page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
