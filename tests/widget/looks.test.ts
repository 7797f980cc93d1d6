/** Can everybody use it: axe in both schemes, small screens, zoom, forced colours, without script, and how heavy it is. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderPages } from '../../src/site/render.ts';
import { SHEETS } from '../../src/site/styles.ts';
import { AXE, faults } from '../axe.ts';
import { builtWidget, content, type Rig, realWelcome, startRig, tidy, ui } from './rig.ts';
import { buttons, handOff, slim, urgent, WELCOME } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

function everything(): void {
  rig.server.welcome = () => WELCOME;
  rig.server.answer = () => [
    { text: 'An answer.' },
    handOff(),
    slim(),
    urgent(),
    { text: 'Safe?', ...buttons('Yes', 'No') },
  ];
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [360, 640],
    [1280, 800],
  ] as const) {
    test(`axe finds nothing in any state: ${colorScheme}, ${width} px`, async () => {
      everything();
      const page = await rig.open({
        viewport: { width, height },
        colorScheme,
        reducedMotion: 'reduce',
        script: AXE,
      });
      await page.getByRole('button', { name: 'Something else' }).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Something else' }).click();
      await page.getByRole('button', { name: 'No', exact: true }).waitFor();
      expect(await faults(page)).toEqual([]);
      await rig.server.kill();
      await page.getByText(ui['server-gone']).waitFor();
      await page.getByRole('button', { name: 'No', exact: true }).click();
      await page.getByRole('button', { name: ui.retry }).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: ui['delete-chat'] }).click();
      await page.getByRole('button', { name: ui['new-chat'] }).waitFor();
      expect(await faults(page)).toEqual([]);
      await rig.server.start();
      await page.goto(`${rig.server.origin}/nowhere`);
      expect(await faults(page)).toEqual([]);
    });
  }
}

/** 320 px, and 1280 x 1024 at 400 %. */
for (const [width, height] of [
  [320, 640],
  [320, 256],
] as const) {
  test(`at ${width} x ${height} px nothing is cut off and the way out stays in view`, async () => {
    everything();
    const page = await rig.open({ viewport: { width, height } });
    await page.getByRole('button', { name: 'Something else' }).click();
    await page.getByRole('button', { name: 'No', exact: true }).scrollIntoViewIfNeeded();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('body *:not(.unseen):not(svg *)')]
        .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
        .map((node) => node.outerHTML.slice(0, 100)),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const box = await page.getByRole('link', { name: ui.exit }).boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= height && box.x + box.width <= width).toBe(true);
    await page.getByRole('textbox').fill('it can be typed in');
    await page.getByRole('button', { name: ui.send }).click();
    await expect.poll(() => rig.server.posts.length).toBe(2);
  });
}

test('everything to tap is at least 48 px high and wide', async () => {
  everything();
  const page = await rig.open();
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByRole('button', { name: 'No', exact: true }).waitFor();
  await rig.server.kill();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByRole('button', { name: ui.retry }).waitFor();
  const small = await page.locator('a, button, textarea').evaluateAll((all) =>
    all
      .map((node) => ({ box: node.getBoundingClientRect(), html: node.outerHTML }))
      .filter(({ box }) => box.width > 0 && (box.height < 48 || box.width < 48))
      .map(({ html }) => html),
  );
  expect(small).toEqual([]);
});

test('forced colours and reduced motion: buttons keep their edges, nothing moves', async () => {
  everything();
  const page = await rig.open({ forcedColors: 'active', reducedMotion: 'reduce' });
  const button = page.getByRole('button', { name: 'Something else' });
  await button.waitFor();
  for (const target of [
    button,
    page.getByRole('link', { name: ui.exit }),
    page.getByRole('button', { name: ui.send }),
  ])
    expect(await target.evaluate((node) => getComputedStyle(node).borderTopWidth)).toBe('2px');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('the keyboard alone reaches everything, and no focus is hidden under the head or the dock', async () => {
  everything();
  const page = await rig.open({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Something else' }).press('Enter');
  await page.getByRole('button', { name: 'No', exact: true }).waitFor();
  const met = new Set<string>();
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press('Tab');
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const { name, seen } = await page.evaluate(() => {
      const node = document.activeElement as HTMLElement;
      const { left, top, width, height } = node.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      return { name: node.textContent || node.id, seen: node === document.body || node.contains(over) };
    });
    expect(`${name}: ${seen}`).toBe(`${name}: true`);
    met.add(name);
  }
  for (const name of [ui.exit, 'words', ui.send, 'Yes', 'No', ui['delete-chat']])
    expect([...met]).toContain(name);
});

describe('the first response', () => {
  const site = {
    exitUrl: 'https://x.example/?a=1&b="</script><b>',
    idleMs: 1,
    lifeMs: 2,
    welcome: realWelcome,
    widgetJs: Buffer.from(''),
    pageJs: Buffer.from(''),
    now: () => Date.parse('2026-11-24T10:00:00Z'),
  };
  const pages = renderPages(content, site);

  test('is small, and packed as it is sent', async () => {
    const html = pages.get('/chat');
    if (!html) throw new Error('no page');
    expect(html.br.length).toBeLessThanOrEqual(10 * 1024);
    expect(brotliDecompressSync(html.br).equals(html.body)).toBe(true);
    expect(gunzipSync(html.gzip).equals(html.body)).toBe(true);
    const scripts = renderPages(content, { ...site, ...builtWidget() });
    const weights = ['/page.js', '/widget.js'].map((path) => scripts.get(path)?.br.length ?? Infinity);
    expect(weights.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(12 * 1024);
  });

  test('has every page, a discreet title and nothing that could end its data block', () => {
    const all = [
      '/about-this-chat',
      '/accessibility',
      '/businesses',
      '/community',
      '/cover-your-tracks',
      '/get-help',
      '/',
      '/missing',
      '/parents',
      '/professionals',
      '/report-it',
      '/schools',
      '/what-is-it',
      '/young-people',
      '/news',
      '/chat',
      '/404',
      '/500',
      '/page.js',
      '/widget.js',
      '/favicon.svg',
      '/robots.txt',
    ];
    expect([...pages.keys()]).toEqual(expect.arrayContaining(all));
    expect(pages.get('/404')).toMatchObject({ status: 404, styleHash: SHEETS.article.hash });
    expect(pages.get('/chat')?.styleHash).toBe(SHEETS.chat.hash);
    const html = String(pages.get('/chat')?.body);
    expect(html).toContain(`<title>${ui['page-title']}</title>`);
    expect(html).toContain('lang="en-GB"');
    // Both scripts are modules: a browser that knows none has the form. The third is data.
    expect(html.match(/<script src="[^"]+" type="module">/g)?.length).toBe(2);
    expect(html.match(/<\/script>/g)?.length).toBe(3);
    expect(html).not.toContain('<b>"');
    expect(SHEETS.chat.hash).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
  });
});
