/** Moments between two answers: nobody looks, somebody else might, the answer is slow, the language is another. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AXE, faults } from '../axe.ts';
import { type Rig, startRig, tidy, ui } from './rig.ts';
import { buttons, handOff, slim, urgent } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

async function begin(options: { clock?: boolean; script?: string } = {}): Promise<Page> {
  rig.server.welcome = () => [{ text: 'Hello, you.', ...buttons('Yes') }];
  const page = await rig.open(options);
  await page.getByRole('button', { name: 'Yes' }).waitFor();
  return page;
}

/** As a phone does when another app comes to the front; a headless browser has no front. */
const look = (page: Page, away: boolean) =>
  page.evaluate((hidden) => {
    for (const [name, value] of [
      ['hidden', hidden],
      ['visibilityState', hidden ? 'hidden' : 'visible'],
    ] as const)
      Object.defineProperty(document, name, { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, away);
const active = (page: Page) => page.evaluate(() => document.activeElement?.id);
const show = (page: Page) => page.getByRole('button', { name: ui['cover-show'] });

describe('a page that nobody looks at', () => {
  test('is covered, and one tap shows it as it was, with the focus where it was', async () => {
    const page = await begin();
    const box = page.getByRole('textbox');
    await box.fill('half a sente');
    await look(page, true);
    expect(await page.getByText('Hello, you.').isVisible()).toBe(false);
    expect(await box.count()).toBe(0);
    expect(await page.locator('.cover').innerText()).toBe(ui['cover-show']);
    await look(page, false);
    expect(await page.getByText('Hello, you.').isVisible()).toBe(false);
    expect(await active(page)).toBe('uncover');
    await page.keyboard.press('Enter');
    expect(await page.getByText('Hello, you.').isVisible()).toBe(true);
    expect(await box.inputValue()).toBe('half a sente');
    expect(await active(page)).toBe('words');
    expect(await show(page).count()).toBe(0);
  });

  test('keeps the way out and the numbers, and nothing else to reach by keyboard', async () => {
    const page = await begin();
    await look(page, true);
    await look(page, false);
    const reached: (string | null)[] = [];
    await page.getByRole('link', { name: ui.exit }).focus();
    for (let n = 0; n < 4; n += 1) {
      reached.push(
        await page.evaluate(
          () => document.activeElement?.getAttribute('href') ?? document.activeElement?.id ?? null,
        ),
      );
      await page.keyboard.press('Tab');
    }
    expect(reached.slice(1)).toEqual(['tel:999', 'tel:08001111', 'uncover']);
    const over = await page.evaluate(() => {
      const box = document.getElementById('exit')?.getBoundingClientRect() as DOMRect;
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.id;
    });
    expect(over).toBe('exit');
  });

  test('finds what came meanwhile', async () => {
    const page = await begin();
    await look(page, true);
    rig.server.say({ text: 'Said while you were away.' });
    await page.getByText('Said while you were away.').waitFor({ state: 'attached' });
    expect(await page.getByText('Said while you were away.').isVisible()).toBe(false);
    await look(page, false);
    await show(page).click();
    expect(await page.getByText('Said while you were away.').isVisible()).toBe(true);
  });

  test('is cleared, not covered, when the time is over', async () => {
    const page = await begin({ clock: true });
    await look(page, true);
    await page.clock.fastForward('15:01');
    await page.getByText(ui['expired-page']).waitFor();
    await look(page, false);
    expect(await page.getByText(ui['expired-page']).isVisible()).toBe(true);
    expect(await page.getByText('Hello, you.').count()).toBe(0);
    expect(await show(page).count()).toBe(0);
  });

  test('is not covered when only the focus goes, as to the question whether to ring', async () => {
    const page = await begin();
    await page.evaluate(() => dispatchEvent(new Event('blur')));
    expect(await page.getByText('Hello, you.').isVisible()).toBe(true);
    expect(await show(page).count()).toBe(0);
  });

  test('has a cover that axe finds nothing in', async () => {
    const page = await begin({ script: AXE });
    await look(page, true);
    expect(await faults(page)).toEqual([]);
  });
});

describe('a slow answer', () => {
  test('is told after four seconds, in the live region, until it comes', async () => {
    const page = await begin({ clock: true });
    await page.getByRole('button', { name: 'Yes' }).click();
    await expect.poll(() => rig.server.posts.length).toBe(1);
    await page.clock.fastForward(3_900);
    expect(await page.getByText(ui.slow).count()).toBe(0);
    await page.clock.fastForward(200);
    await page.getByRole('log').getByText(ui.slow).waitFor();
    rig.server.say({ text: 'An answer.' });
    await page.getByText('An answer.').waitFor();
    expect(await page.getByText(ui.slow).count()).toBe(0);
  });

  test('gives way to the truth when the network is cut', async () => {
    const page = await begin({ clock: true });
    await page.getByRole('button', { name: 'Yes' }).click();
    await expect.poll(() => rig.server.posts.length).toBe(1);
    await page.clock.fastForward(4_100);
    await page.getByText(ui.slow).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('alert').getByText(ui['server-gone']).waitFor();
    expect(await page.getByText(ui.slow).count()).toBe(0);
    expect(await page.getByText('Hello, you.').isVisible()).toBe(true);
    for (const href of ['tel:999', 'tel:08001111'])
      expect(await page.locator(`header a[href="${href}"]`).isVisible()).toBe(true);
  });
});

test('what is pressed before there is a server is marked, not left hanging', async () => {
  rig.server.welcome = () => [{ text: 'Hello, you.' }];
  rig.server.fault = ({ method }) => (method === 'POST' ? 'hang up' : null);
  const page = await rig.open();
  await page.getByRole('button', { name: ui['start-again'] }).click();
  await page.locator('.failed').getByText(ui['not-sent']).waitFor();
  rig.server.fault = () => null;
  await expect.poll(() => rig.server.posts).toMatchObject([{ value: { choice: ':start-again' } }]);
  expect(await page.locator('.failed').count()).toBe(0);
});

test('start again and delete stand in one row', async () => {
  const page = await begin();
  const rows = [ui['start-again'], ui['delete-chat']].map((name) =>
    page.getByRole('button', { name, exact: true }).boundingBox(),
  );
  const [again, remove] = await Promise.all(rows);
  expect(again?.y).toBe(remove?.y);
});

test('every card says that calls leave a trace, before its first number', async () => {
  rig.server.welcome = () => [urgent(), handOff(), slim()];
  const page = await rig.open();
  await page.locator('.card.small').waitFor();
  const cards = page.locator('.card');
  expect(await cards.count()).toBe(3);
  for (const card of await cards.all())
    expect(await card.getByText(ui['card-call-trace']).isVisible()).toBe(true);
  for (const card of (await cards.all()).slice(0, 2)) {
    const note = await card.getByText(ui['card-call-trace']).boundingBox();
    const call = await card.getByRole('link').first().boundingBox();
    expect((note?.y ?? 0) < (call?.y ?? 0)).toBe(true);
  }
});

test('words in another language say so; those in the language of the page do not', async () => {
  rig.server.welcome = () => [
    { text: 'Hello, you.', locale: 'en-GB' },
    { text: 'Bonjour.', locale: 'fr', ...handOff(), ...buttons('Oui') },
  ];
  const page = await rig.open();
  await page.getByText('Bonjour.').waitFor();
  const lang = (text: string) => page.getByText(text).getAttribute('lang');
  expect([await lang('Hello, you.'), await lang('Bonjour.'), await lang('Oui')]).toEqual([null, 'fr', 'fr']);
  expect(await page.locator('.card').getAttribute('lang')).toBe('fr');
});
