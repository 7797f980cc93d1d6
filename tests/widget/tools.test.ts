/** The settings of the chat, in a real browser: each control, with keys and by touch, and nothing kept of any of them. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AXE, faults } from '../axe.ts';
import { NOTHING_STORED, stores } from '../stores.ts';
import { button, chooser, settings } from './panel.ts';
import { content, type Rig, startRig, tidy, ui } from './rig.ts';
import { buttons, WELCOME } from './talks.ts';

const polish = content.locales.get('pl')?.ui as typeof ui;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

const panel = (page: Page) => page.locator('.tools');

const choices = () => rig.server.posts.map(({ value }) => (value as { choice?: string } | undefined)?.choice);
const fetched = (): string[] => rig.requests.filter((url) => url.endsWith('.json'));

/** Answers in the language that was asked for. */
function answerInPolish(): void {
  rig.server.welcome = () => WELCOME;
  rig.server.answer = ({ value, text }) => {
    const { choice = '' } = (value ?? {}) as { choice?: string };
    const locale = choice.endsWith('/en') || text === 'english' ? 'en-GB' : 'pl';
    return [
      { text: 'Cześć.', locale },
      { text: 'Not translated yet.', locale: 'en-GB', ...buttons('Yes') },
    ];
  };
}

describe('the panel', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [320, 1280])
      test(`open, axe finds nothing in it and all of it can be tapped: ${colorScheme}, ${width} px`, async () => {
        rig.server.welcome = () => WELCOME;
        const page = await rig.open({
          viewport: { width, height: 640 },
          colorScheme,
          reducedMotion: 'reduce',
          script: AXE,
        });
        await settings(page);
        await chooser(page);
        await button(page, ui['read-aloud']).click();
        await page.getByText(ui['read-aloud-none']).waitFor();
        expect(await faults(page)).toEqual([]);
        const small = await panel(page)
          .locator('button, select, summary')
          .evaluateAll((all) =>
            all
              .map((node) => ({ box: node.getBoundingClientRect(), html: node.outerHTML.slice(0, 80) }))
              .filter(({ box }) => box.height < 48 || box.width < 48),
          );
        expect(small).toEqual([]);
      });

  test('is worked with keys alone, and asks the server for nothing until a list is wanted', async () => {
    rig.server.welcome = () => WELCOME;
    const page = await rig.open();
    await page.locator('.tools > summary').press('Enter');
    await button(page, ui['size-large']).press('Space');
    expect(await button(page, ui['size-large']).getAttribute('aria-pressed')).toBe('true');
    expect(fetched()).toEqual([]);
    await page.locator('.tools details > summary').press('Enter');
    await page.getByRole('combobox').selectOption('Trowbridge');
    await panel(page).getByRole('button', { name: ui.send }).press('Enter');
    await expect.poll(choices).toEqual([':place/trowbridge']);
    expect(fetched()).toEqual([`${rig.server.origin}/places.json`]);
  });

  test('works when it was opened before its script came', async () => {
    rig.server.welcome = () => WELCOME;
    const page = await rig.open({ path: '/nowhere' });
    const held = Promise.withResolvers<void>();
    await page.route('**/tools.js', (route) => held.promise.then(() => route.continue()));
    await page.goto(`${rig.server.origin}/chat`);
    await settings(page);
    await page.getByText(ui['place-choose']).click();
    expect(await page.getByText(ui['place-type']).isVisible()).toBe(true);
    held.resolve();
    await page.getByRole('combobox').selectOption('Devizes');
    await panel(page).getByRole('button', { name: ui.send }).click();
    await expect.poll(choices).toEqual([':place/devizes']);
  });

  test('closes when something is said: the answer comes', async () => {
    answerInPolish();
    const page = await rig.open();
    await settings(page);
    await page.getByRole('textbox').fill('hello');
    await page.getByRole('textbox').press('Enter');
    await expect.poll(() => panel(page).getAttribute('open')).toBeNull();
  });

  test('keeps nothing in any storage of the browser', async () => {
    answerInPolish();
    const page = await rig.open();
    await settings(page);
    await chooser(page);
    await button(page, ui['size-largest']).click();
    await button(page, ui.spaced).click();
    await button(page, 'Polski').click();
    await page.getByText(polish.tools).waitFor();
    expect(await stores(page)).toEqual(NOTHING_STORED);
    expect(await page.evaluate(() => history.state)).toBeNull();
    await page.reload();
    await settings(page);
    expect(await button(page, ui['size-normal']).getAttribute('aria-pressed')).toBe('true');
    expect(await button(page, ui.spaced).getAttribute('aria-pressed')).toBe('false');
  });

  test('without script offers the languages as buttons of the form, and says how to tell the town', async () => {
    rig.server.answer = () => [{ text: 'Cześć.', locale: 'pl' }];
    rig.server.formView = { locale: 'pl' };
    const page = await rig.open({ javaScriptEnabled: false });
    await page.locator('.tools > summary').click();
    await page.getByText(ui['place-choose']).click();
    expect(await page.getByText(ui['place-type']).isVisible()).toBe(true);
    for (const name of [ui['size-large'], ui.spaced, ui['read-aloud']])
      expect(await button(page, name).count()).toBe(0);
    await button(page, 'Polski').click();
    await page.getByText('Cześć.').waitFor();
    expect(rig.server.forms).toMatchObject([{ choice: ':locale/pl' }]);
    expect(await page.getByText(polish.tools).isVisible()).toBe(true);
  });
});

describe('the language', () => {
  test('changes the talk, and with it all words around it and their lang; English brings them back', async () => {
    answerInPolish();
    const page = await rig.open();
    await settings(page);
    expect(await button(page, 'Polski').getAttribute('lang')).toBe('pl');
    await button(page, 'Polski').click();
    await page.getByRole('textbox', { name: polish['composer-label'] }).waitFor();
    expect(choices()).toEqual([':locale/pl']);
    expect(await page.locator('#chat').getAttribute('lang')).toBe('pl');
    for (const name of [polish.send, polish['start-again'], polish['delete-chat']])
      expect(await button(page, name).isVisible(), name).toBe(true);
    const exit = page.locator('#exit');
    expect([await exit.textContent(), await exit.getAttribute('lang')]).toEqual([polish.exit, 'pl']);
    expect(await page.locator('a[href="tel:999"]').first().textContent()).toContain('Zadzwoń');
    expect(await page.getByRole('navigation', { name: polish['numbers-heading'] }).count()).toBe(1);
    expect(await page.locator('#page-cover').textContent()).toBe(polish['page-show']);
    await page.keyboard.press('Shift');
    const note = page.locator('#exit-note', { hasText: polish['exit-shift-2'] });
    await note.waitFor();
    expect(await note.getAttribute('lang')).toBe('pl');
    // What is left in English says so.
    expect(await page.getByText('Not translated yet.').getAttribute('lang')).toBe('en-GB');
    await page.getByText(polish.tools).click();
    await button(page, ui.english).click();
    await page.getByRole('textbox', { name: ui['composer-label'] }).waitFor();
    expect(await page.locator('#chat').getAttribute('lang')).toBe('en-GB');
    expect(await exit.textContent()).toBe(ui.exit);
  });

  test('of an answer to typed words is followed too, and a new talk goes on in it', async () => {
    answerInPolish();
    const page = await rig.open();
    await page.locator('.log .bubble').first().waitFor();
    await page.getByRole('textbox').fill('po polsku');
    await page.getByRole('textbox').press('Enter');
    await button(page, polish['delete-chat']).click();
    await button(page, polish['new-chat']).click();
    await expect.poll(choices).toEqual([undefined, undefined, ':locale/pl']);
    await page.getByText('Cześć.').waitFor();
    expect(await button(page, polish.send).isVisible()).toBe(true);
  });

  test('is easy read: a symbol stands larger beside the words, and is not read out', async () => {
    rig.server.welcome = () => WELCOME;
    rig.server.answer = () => [{ text: '🤖 I am a computer.', locale: 'en-GB-simple' }];
    const page = await rig.open();
    await settings(page);
    await button(page, 'Easy read').click();
    const symbol = page.locator('.symbol');
    await symbol.waitFor();
    expect([await symbol.textContent(), await symbol.getAttribute('aria-hidden')]).toEqual(['🤖', 'true']);
    const [own, around] = await symbol.evaluate((node) =>
      [node, node.parentElement as Element].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    );
    expect(own).toBeGreaterThan((around as number) * 1.5);
    await page.locator('.tools > summary', { hasText: '⚙️' }).waitFor();
  });

  test('whose words do not come leaves the words there are, and the chat goes on', async () => {
    answerInPolish();
    rig.server.fault = ({ url }) => (url?.startsWith('/chat-words') ? 500 : null);
    const page = await rig.open();
    await settings(page);
    await button(page, 'Polski').click();
    await page.getByText('Cześć.').waitFor();
    await button(page, 'Yes').click();
    await expect.poll(choices).toEqual([':locale/pl', 'welcome/first#0']);
    expect(await page.getByRole('textbox', { name: ui['composer-label'] }).isVisible()).toBe(true);
  });
});

describe('the place', () => {
  test('is chosen from the towns that the bot knows, by their names', async () => {
    rig.server.welcome = () => WELCOME;
    const page = await rig.open();
    await settings(page);
    await chooser(page);
    const names = await page.getByRole('option').allTextContents();
    expect(names.filter(Boolean).toSorted()).toEqual(
      [...content.places.values()].map(({ name }) => name).toSorted(),
    );
    await panel(page).getByRole('button', { name: ui.send }).click();
    await page.getByRole('combobox').selectOption('Royal Wootton Bassett');
    await panel(page).getByRole('button', { name: ui.send }).click();
    await page.locator('.mine', { hasText: 'Royal Wootton Bassett' }).waitFor();
    expect(choices()).toEqual([':place/royal-wootton-bassett']);
  });

  test('can be typed where the towns do not come', async () => {
    rig.server.welcome = () => WELCOME;
    rig.server.fault = ({ url }) => (url === '/places.json' ? 'hang up' : null);
    const page = await rig.open();
    await settings(page);
    const asked = page.waitForEvent('requestfailed');
    await page.getByText(ui['place-choose']).click();
    await asked;
    expect(await page.getByText(ui['place-type']).isVisible()).toBe(true);
    expect(await page.getByRole('combobox').count()).toBe(0);
  });
});
