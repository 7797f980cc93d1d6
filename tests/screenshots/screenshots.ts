/**
 * `npm run screenshots`: pictures of the real service in both schemes, on a phone and on a desk, into
 * deploy/screenshots/<scene>-<width>-<scheme>.png. Looking at them is a person's work. `-- --editor`: of the editor.
 * `-- --tab`: of the editor in Teams.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { makeService, type Service } from '../journeys/service.ts';
import { ROOT } from '../library.ts';
import { pictureEditor } from './editor.ts';
import { shrink } from './png.ts';
import { SCENES, type Scene } from './scenes.ts';
import { pictureTab } from './tab.ts';

const FOLDER = join(ROOT, 'deploy', 'screenshots');
const SCREENS = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
/** A whole page is shown down to here: more says nothing, and weighs. */
const LONGEST = 1_800;
const LIMIT = 120 * 1024;

async function open(
  browser: Browser,
  scene: Scene,
  viewport: (typeof SCREENS)[number],
  colorScheme: (typeof SCHEMES)[number],
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    javaScriptEnabled: scene.scripts !== false,
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

async function take(page: Page, { whole }: Scene): Promise<Buffer> {
  // The caret of a focused box blinks.
  const options = { animations: 'disabled', caret: 'hide' } as const;
  if (!whole) return page.screenshot(options);
  const size = page.viewportSize() ?? SCREENS[0];
  const all = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.min(all, LONGEST) });
  return page.screenshot(options);
}

async function picture(browser: Browser, service: Service, scene: Scene): Promise<string[]> {
  const heavy: string[] = [];
  for (const screen of SCREENS)
    for (const scheme of SCHEMES) {
      const page = await open(browser, scene, screen, scheme);
      await page.goto(service.origin + scene.path);
      await scene.act?.(page, service);
      const bytes = shrink(await take(page, scene));
      const name = `${scene.name}-${screen.width}-${scheme}.png`;
      writeFileSync(join(FOLDER, name), bytes);
      console.log(`${name.padEnd(36)} ${(bytes.length / 1024).toFixed(0).padStart(4)} KB`);
      if (bytes.length > LIMIT) heavy.push(name);
      await page.context().close();
      // A scene may have killed it.
      await service.kill();
      await service.start();
    }
  return heavy;
}

async function pictures(): Promise<string[]> {
  if (process.argv.includes('--tab')) return pictureTab(FOLDER, LIMIT);
  const clock = new URL('clock.mjs', import.meta.url).href;
  const [service, browser] = await Promise.all([
    makeService({ NODE_OPTIONS: `--import=${clock}`, PUBLIC_URL: '' }),
    launchBrowser(),
  ]);
  try {
    await service.start();
    if (process.argv.includes('--editor')) return await pictureEditor(browser, service, FOLDER, LIMIT);
    const heavy: string[] = [];
    for (const scene of SCENES) heavy.push(...(await picture(browser, service, scene)));
    return heavy;
  } finally {
    await browser.close();
    await service.remove();
  }
}

mkdirSync(FOLDER, { recursive: true });
const heavy = await pictures();
for (const name of heavy) console.log(`Over ${LIMIT / 1024} KB: ${name}`);
process.exitCode = heavy.length > 0 ? 1 : 0;
