/** What is in the pictures: which page, and what somebody does there before each is taken. */
import type { Page } from 'playwright-core';
import type { Service } from '../journeys/service.ts';
import { realLibrary } from '../library.ts';

const { ui } = realLibrary().content;
const HELLO = "Hi, I'm Signpost";

export interface Scene {
  readonly name: string;
  readonly path: string;
  /** Without it the page is as it opens. */
  readonly act?: (page: Page, service: Service) => Promise<void>;
  /** Not only what fits on the screen. */
  readonly whole?: boolean;
  readonly scripts?: boolean;
}

const log = (page: Page) => page.getByRole('log');

async function say(page: Page, words: string): Promise<void> {
  const before = await log(page).locator('.bot').count();
  await page.locator('#words').fill(words);
  await page.keyboard.press('Enter');
  await log(page).locator('.bot').nth(before).waitFor();
  // The answer is whole when there are ways on.
  await page.locator('#chat .choices button').first().waitFor();
}

const welcome = (page: Page) => page.getByText(HELLO).first().waitFor();

async function talk(page: Page): Promise<void> {
  await welcome(page);
  await say(page, 'my friend is getting gifts from an older man');
}

async function urgent(page: Page): Promise<void> {
  await welcome(page);
  await say(page, 'hes outside my house');
  await page.getByText(ui['card-title-urgent']).first().waitFor();
}

/** The server dies in the middle of a talk. */
async function offline(page: Page, service: Service): Promise<void> {
  await talk(page);
  await service.kill();
  await page.getByText(ui['server-gone']).first().waitFor();
}

/** The checklist: the heading stands just under the head of the page, which stays. */
async function signs(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { name: 'Ten warning signs' });
  await heading.evaluate((node) => {
    const head = document.querySelector('header')?.getBoundingClientRect().height ?? 0;
    scrollTo({ top: node.getBoundingClientRect().top - head - 16, behavior: 'instant' });
  });
}

async function form(page: Page): Promise<void> {
  await page.locator('#words').fill('is it my fault');
  await page.locator('button.say').click();
  await page.locator('.mine').first().waitFor();
}

export const SCENES: readonly Scene[] = [
  { name: 'home', path: '/', whole: true },
  { name: 'chat-welcome', path: '/chat', act: welcome },
  { name: 'chat', path: '/chat', act: talk },
  { name: 'chat-urgent', path: '/chat', act: urgent },
  { name: 'chat-no-script', path: '/chat', act: form, scripts: false },
  { name: 'parents', path: '/parents', whole: true },
  { name: 'parents-signs', path: '/parents', act: signs },
  { name: 'report-it', path: '/report-it', whole: true },
  { name: 'not-found', path: '/no/such/page' },
  // The last: the server does not come back for it.
  { name: 'chat-offline', path: '/chat', act: offline },
];
