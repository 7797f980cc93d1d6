/** The editor's page, built, on a real staff server, in a real browser. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openAssets } from '../../src/editor/assets.ts';
import type { Role } from '../../src/editor/staff.ts';
import { AXE } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { built } from '../built.ts';
import { folder, type Person, type Rig, rig } from '../editor/rig.ts';

export interface Desk {
  readonly rig: Rig;
  readonly browser: Browser;
  /** A person of this role with the page open at a view. */
  open(role: Role, view: string): Promise<Page>;
  /** The text of a file in the newest draft that changes it; '' when none does. */
  drafted(path: string): string;
  /** The same person without a browser. */
  apart(page: Page): Promise<Person>;
  stop(): Promise<void>;
}

const cookieOf = async (context: BrowserContext): Promise<string> =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

/** Whatever a script of the page threw, or the policy refused, fails the test that asks. */
export const faultsOf = new WeakMap<Page, string[]>();

async function openDesk(): Promise<Desk> {
  const place = await folder();
  const [staff, browser] = await Promise.all([
    rig(place, { deps: { assets: openAssets(join(built(), 'editor')) } }),
    launchBrowser(),
  ]);
  const states = new Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>();

  async function open(role: Role, view: string): Promise<Page> {
    const state = states.get(role);
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...(state && { storageState: state }),
    });
    context.setDefaultTimeout(15_000);
    await context.addInitScript(AXE);
    const page = await context.newPage();
    const faults: string[] = [];
    faultsOf.set(page, faults);
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on(
      'console',
      (message) => message.text().includes('Content Security Policy') && faults.push(message.text()),
    );
    if (!state) {
      await page.goto(staff.links[role]);
      await page.getByRole('button').click();
      await page.getByRole('navigation').waitFor();
      states.set(role, await context.storageState());
    }
    await page.goto(`${staff.url}/editor#${view}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  return {
    rig: staff,
    browser,
    open,
    drafted(path) {
      const texts = Object.values(staff.desk.current().drafts).map(({ files }) => files[path]);
      return texts.findLast((text) => typeof text === 'string') ?? '';
    },
    async apart(page) {
      const cookie = await cookieOf(page.context());
      const { body } = await staff.person(cookie, '').get('/desk');
      return staff.person(cookie, body.me.csrf);
    },
    async stop() {
      await browser.close();
      await staff.stop();
      await place.clear();
    },
  };
}

/** For one test file, or a part of it: there when its tests run, gone after them. */
export function deskServed(): Desk {
  const made = {} as Desk;
  beforeAll(async () => void Object.assign(made, await openDesk()), 60_000);
  afterAll(() => made.stop?.(), 30_000);
  return made;
}

/** Waits until the server holds what is on the page. */
export async function saved(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.getByText('Saved', { exact: true }).waitFor();
}
