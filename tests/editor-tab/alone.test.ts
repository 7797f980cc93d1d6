/** Outside Teams the same page works alone, and never fetches the library of Teams. */
import { expect, it } from 'vitest';
import { deskServed, faultsOf, saved } from '../editor-page/stage.ts';

const desk = deskServed();

/** What is in the library, and in nothing of ours. */
const LIBRARY = 'appInitialization.appLoaded';

it('works, and loads each of its views but not the library', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'drafts');
  const scripts = new Set<string>();
  page.on('request', (request) => request.url().endsWith('.js') && scripts.add(request.url()));
  await page.reload();
  await page.getByRole('button', { name: 'Theme' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await page.getByRole('button', { name: 'Link to this view' }).count()).toBe(0);
  // Once it is open, the views are fetched one after the other.
  await expect
    .poll(() => [...scripts].filter((url) => /history-\w+\.js$/.test(url)).length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  await page.goto(`${desk.rig.url}/editor#dialog/gifts-and-favours`);
  await page.getByLabel('Bubble 1').first().fill('Words of somebody outside Teams.');
  await saved(page);
  for (const url of scripts) expect(await (await fetch(url)).text(), url).not.toContain(LIBRARY);
  const main = await (await fetch(`${desk.rig.url}/editor/assets/main.js`)).text();
  const chunk = /frame-\w{8}\.js/.exec(main)?.[0];
  expect(await (await fetch(`${desk.rig.url}/editor/assets/${chunk}`)).text()).toContain(LIBRARY);
  expect(faultsOf.get(page)).toEqual([]);
});
