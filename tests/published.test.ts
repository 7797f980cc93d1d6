/** In production a translation is shown from the moment on that somebody has approved it, and no longer. */
import { afterEach, expect, it } from 'vitest';
import { sumOf } from '../src/content/approvals.ts';
import { createLog } from '../src/log.ts';
import { showPublished } from '../src/published.ts';
import { type LiveDesk, openDesk } from '../src/store/open.ts';
import { shippedFiles } from '../src/store/shipped.ts';
import { TUESDAY_TEN } from './bot.ts';
import { folder, type Place } from './editor/rig.ts';
import { ROOT } from './library.ts';
import { BARE_SITE } from './site/pages.ts';

const POLISH = 'content/pl/dialogs/blackmail.yaml';
const files = await shippedFiles(ROOT);
const now = () => TUESDAY_TEN;
const log = createLog(() => {}, 'error');

let place: Place;
let desk: LiveDesk;
afterEach(async () => {
  await desk.close();
  await place.clear();
});
const show = () => showPublished(desk, { site: BARE_SITE, log, now, root: ROOT, drafts: false });
const read = (text: string) =>
  desk.store()?.change((now) => {
    now.read[POLISH] = [{ by: 'tenant/person', role: 'approver', at: TUESDAY_TEN, sum: sumOf(text) }];
  });
const takeBack = () =>
  desk.store()?.change((now) => {
    now.read = {};
  });

it('as it ships, after a start, and when the English around it is published anew', async () => {
  place = await folder();
  desk = await openDesk(place.config, log, ROOT);
  const live = await show();
  const languages = () => [...live.now().library.content.locales.keys()];
  expect(languages()).toEqual([]);
  await read(files[POLISH] ?? '');
  await expect.poll(languages, { timeout: 10_000 }).toEqual(['pl']);
  const before = live.now().library;
  await desk.store()?.change((now) => {
    now.read['dialogs/menu.yaml'] = [
      {
        by: 'tenant/person',
        role: 'approver',
        at: TUESDAY_TEN,
        sum: sumOf(files['dialogs/menu.yaml'] ?? ''),
      },
    ];
  });
  expect([...(await show()).now().library.content.locales.keys()]).toEqual(['pl']);
  expect(live.now().library).toBe(before);

  const menu = (files['dialogs/menu.yaml'] ?? '').replace('approved: []', 'approved: [] # none');
  const version = await desk.store()?.putVersion({ ...files, 'dialogs/menu.yaml': menu });
  await desk.store()?.change((now) => {
    now.live = version ?? '';
  });
  await expect.poll(() => live.now().version, { timeout: 10_000 }).toBe(version);
  expect(languages()).toEqual(['pl']);
  await takeBack();
  await expect.poll(languages, { timeout: 10_000 }).toEqual([]);
}, 60_000);

it('not when other words were read', async () => {
  place = await folder();
  desk = await openDesk(place.config, log, ROOT);
  await read(`${files[POLISH]}# another\n`);
  expect([...(await show()).now().library.content.locales.keys()]).toEqual([]);
}, 30_000);

it('a desk from before there were approvals is read as it is', async () => {
  place = await folder();
  desk = await openDesk(place.config, log, ROOT);
  await desk.store()?.change(() => {});
  await desk.close();
  const { readFile, writeFile } = await import('node:fs/promises');
  const path = `${place.config.dataDir}/desk.json`;
  const { read: _, ...old } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(old));
  desk = await openDesk(place.config, log, ROOT);
  expect(desk.store()).not.toBeNull();
  expect(desk.current().read).toEqual({});
}, 30_000);
