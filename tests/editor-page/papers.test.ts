/** Pages and news: what is more than plain words is chosen from lists, and days decide what is shown. */
import { describe, expect, it } from 'vitest';
import { fromWallClock, wallClock } from '../../src/editor/page/kit/days.ts';
import { idFrom } from '../../src/editor/page/kit/ids.ts';
import { around, atLines, chat, handOff, lineAt } from '../../src/editor/page/papers/insert.ts';
import { shownInWords, shownOn } from '../../src/editor/page/papers/shown.ts';
import { faultsOfView, pick } from './faults.ts';
import { deskServed, faultsOf, saved } from './stage.ts';

describe('in the browser', () => {
  const desk = deskServed();

  it('puts a card and a button into a page from lists, and shows how it will read', {
    timeout: 60_000,
  }, async () => {
    const page = await desk.open('editor', 'pages/parents');
    const words = page.getByRole('textbox', { name: 'Words of the page' });
    await words.click();
    await page.keyboard.press('Control+Home');
    await page.getByRole('button', { name: 'Card with numbers' }).click();
    await page.getByRole('checkbox', { name: 'Samaritans' }).click();
    await page.getByRole('button', { name: 'Put it in' }).click();
    const drawing = page.getByRole('region', { name: 'How it will read' });
    await drawing.getByText('Card with numbers: Samaritans', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Button into the chat' }).click();
    await pick(page, 'Opens the chat at', 'Someone gives me things');
    await page.getByRole('textbox', { name: 'Words on the button' }).fill('Ask the chat');
    await page.getByRole('button', { name: 'Put it in' }).click();
    await drawing.getByText('Button “Ask the chat”: opens the chat').waitFor();
    await words.fill(`${await words.inputValue()}\n\nSee [there](https://example.org).\n`);
    await page.getByText(/^Line \d+: a link to "https:\/\/example.org"/).waitFor();
    await saved(page);
    expect(desk.drafted('content/pages/parents.md')).toMatch(/\n\[hand-off: samaritans\]\n/);
    expect(desk.drafted('content/pages/parents.md')).toMatch(/^---\nversion: 1\nid: parents\n/);
    await page.context().close();
  });

  it('begins an item of news, whose name and file are made, and says when it is shown', {
    timeout: 60_000,
  }, async () => {
    const page = await desk.open('editor', 'news');
    await page.getByRole('textbox', { name: 'Title of a new item of news' }).fill('Open day: "come in"');
    await page.getByRole('button', { name: 'Begin it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Open day: "come in"' }).waitFor();
    await page.getByRole('textbox', { name: 'First day shown' }).fill('2031-05-02');
    await page.getByRole('textbox', { name: 'Last day shown' }).fill('2031-05-01');
    await page.getByText('Choose the first day and the last day on which it is shown.').waitFor();
    await page.getByText(/It ends before it begins/).waitFor();
    await page.getByRole('textbox', { name: 'Last day shown' }).fill('2031-05-09');
    await page.getByText(/shown from 2 May 2031 until the end of 9 May 2031, once it is published/).waitFor();
    await saved(page);
    expect(desk.drafted('content/news/open-day-come-in.md')).toContain('until: 2031-05-09');
    await page.getByRole('link', { name: 'All news' }).click();
    await page.getByRole('region', { name: 'Scheduled' }).getByText('Open day: "come in"').waitFor();
    expect(faultsOf.get(page)).toEqual([]);
    await page.context().close();
  });

  it('has no faults that axe finds, in three themes, on a phone and on a desk', {
    timeout: 90_000,
  }, async () => {
    const page = await desk.open('approver', 'news/awareness-day-2027');
    await page.getByRole('textbox', { name: 'Words of the page' }).waitFor();
    expect(await faultsOfView(page)).toEqual([]);
    for (const [view, heading] of [
      ['pages/missing', 'A child is missing'],
      ['pages', 'Pages'],
      ['news', 'News and events'],
    ] as const) {
      await page.evaluate((to) => {
        location.hash = to;
      }, view);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await faultsOfView(page)).toEqual([]);
    }
    await page.context().close();
  });
});

describe('what is put into the words', () => {
  it('stands on a line of its own', () => {
    expect(lineAt('One.\n\nTwo.\n', { from: 2, to: 2 }, handOff(['a', 'b']))).toBe(
      'One.\n\n[hand-off: a, b]\n\nTwo.\n',
    );
    expect(lineAt('', { from: 0, to: 0 }, '[website: a]')).toBe('[website: a]\n');
    expect(lineAt('One.', { from: 4, to: 4 }, '[website: a]')).toBe('One.\n\n[website: a]\n');
  });

  it('cannot break out of its brackets', () => {
    expect(chat('menu', 'a | b]', '')).toBe('[chat: menu | a   b]');
    expect(chat('menu', 'a', 'b')).toBe('[chat: menu | a | b]');
  });

  it('marks what is chosen', () => {
    expect(around('a b c', { from: 2, to: 3 }, '**', '**', 'x')).toBe('a **b** c');
    expect(around('a', { from: 1, to: 1 }, '**', '**', 'x')).toBe('a**x**');
    expect(atLines('a\nb\nc', { from: 2, to: 5 }, '- ')).toBe('a\n- b\n- c');
    expect(atLines('', { from: 0, to: 0 }, '## ')).toBe('## ');
  });
});

describe('days', () => {
  it('are shown from the first to the last, both included', () => {
    const head = { from: '2027-02-15', until: '2027-03-19' };
    const on = (day: string) => shownOn(head, day);
    expect(['2027-02-14', '2027-02-15', '2027-03-19', '2027-03-20'].map(on)).toEqual([
      'later',
      'now',
      'now',
      'over',
    ]);
    expect(shownOn({ from: '2027-02-15' }, '2027-02-15')).toBe('unclear');
    expect(shownInWords(head, '2027-03-20')).toBe('It was shown from 15 February 2027 until 19 March 2027.');
  });

  it.each([
    '2026-11-22T17:05',
    '2026-07-01T03:00',
    '2026-12-25T12:00',
    '2026-03-29T02:30',
    '2026-10-25T03:30',
  ])('reads %s as the wall clock in Wiltshire', (clock) => {
    expect(wallClock(fromWallClock(clock))).toBe(clock);
  });

  it('knows the summer hour, and what is no time', () => {
    expect(fromWallClock('2026-07-01T12:00')).toBe(Date.UTC(2026, 6, 1, 11));
    expect(fromWallClock('2026-12-01T12:00')).toBe(Date.UTC(2026, 11, 1, 12));
    expect(fromWallClock('')).toBeNaN();
  });
});

it('makes ids that files and addresses may have', () => {
  expect(idFrom('Open day: “Zażóć”!')).toBe('open-day-zazoc');
  expect(idFrom('2027 plan')).toBe('plan');
  expect(idFrom('', ['new'])).toBe('new-2');
  expect(idFrom('a', ['a', 'a-2'])).toBe('a-3');
});
