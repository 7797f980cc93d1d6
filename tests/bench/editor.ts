/**
 * `npm run bench -- --editor`: how fast the editor opens, saves, checks and publishes, and what a child's turn notices
 * of it, on the real service and in Chromium; printed, and written into deploy/measured-editor.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { makeService, type Service } from '../journeys/service.ts';
import { linkOf, type Say, signedIn } from '../journeys/staff.ts';
import { ROOT } from '../library.ts';

const FILES = ['gifts-and-favours', 'blackmail', 'grooming-signs', 'sharing-images', 'assault'].map(
  (id) => `dialogs/${id}.yaml`,
);
const OPENS = 5;
const EDITS = 60;
const PUBLISHES = 5;
const TURNS = 150;

const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b);
const at = (all: readonly number[], share: number) => sorted(all)[Math.floor(share * (all.length - 1))] ?? 0;
const ms = (value: number) => `${Math.round(value)} ms`;
const spread = (all: readonly number[]) => `${ms(at(all, 0.5))} / ${ms(at(all, 0.95))}`;

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now();
  const value = await work();
  return [performance.now() - from, value];
}

async function opened(browser: Browser, service: Service): Promise<number[]> {
  const first = await browser.newContext();
  const page = await first.newPage();
  await page.goto(linkOf(service, 'safeguarding-lead'));
  const ready = () => page.getByRole('heading', { name: 'To do' }).waitFor();
  const [cold] = await timed(async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await ready();
  });
  const storageState = await first.storageState();
  const all = [cold];
  for (let n = 0; n < OPENS; n++) {
    // Nothing of it is in the browser's cache.
    const context = await browser.newContext({ storageState });
    const other = await context.newPage();
    const [took] = await timed(async () => {
      await other.goto(`${service.origin}/editor`);
      await other.getByRole('heading', { name: 'To do' }).waitFor();
    });
    all.push(took);
    await context.close();
  }
  await first.close();
  return all;
}

async function turn(service: Service): Promise<string> {
  const body = new URLSearchParams({ choice: ':open/gifts-and-favours' });
  return (await fetch(`${service.origin}/chat`, { method: 'POST', body })).text();
}

/** Turns one after the other, until told. @returns milliseconds of each */
async function turnsWhile(service: Service, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  let done = false;
  const working = work().finally(() => {
    done = true;
  });
  while (!done) all.push((await timed(() => turn(service)))[0]);
  await working;
  return all;
}

const service = await makeService();
const browser = await launchBrowser();
try {
  await service.start();
  const opens = await opened(browser, service);
  await browser.close();
  const [editor, approver] = (await Promise.all([
    signedIn(service, 'editor'),
    signedIn(service, 'approver'),
  ])) as [Say, Say];
  const texts = new Map<string, string>();
  for (const path of FILES) texts.set(path, (await editor('GET', `/file?version=shipped&path=${path}`)).text);
  const changed = (path: string, n: number) =>
    (texts.get(path) ?? '').replace(/^( {6}- )(.)/m, `$1You can change your mind ${n} times. $2`);
  const [first] = await timed(() => editor('POST', '/check', { base: 'shipped', files: {} }));
  const walls: number[] = [];
  const checks: number[] = [];
  for (let n = 0; n < EDITS; n++) {
    const path = FILES[n % FILES.length] as string;
    const [wall, said] = await timed(() =>
      editor('POST', '/check', { base: 'shipped', files: { [path]: changed(path, n) } }),
    );
    walls.push(wall);
    checks.push(said.ms);
  }
  const saves: number[] = [];
  for (let n = 0; n < EDITS; n++) {
    const files = { [FILES[0] as string]: changed(FILES[0] as string, n) };
    saves.push(
      (
        await timed(() => editor('PUT', '/drafts/one', { title: 'One', base: 'shipped', files, revision: n }))
      )[0],
    );
  }
  const quiet: number[] = [];
  for (let n = 0; n < TURNS; n++) quiet.push((await timed(() => turn(service)))[0]);
  const seen: number[] = [];
  const publishing: number[] = [];
  const busy: number[] = [];
  for (let n = 0; n < PUBLISHES; n++) {
    const id = `round-${n}`;
    const words = `You can change your mind ${n + 70} times.`;
    const base = (await editor('GET', '/desk')).live;
    const files = { [FILES[0] as string]: changed(FILES[0] as string, n + 70) };
    await editor('PUT', `/drafts/${id}`, { title: id, base, files, revision: 0 });
    await editor('POST', `/drafts/${id}/ask`, { revision: 1 });
    await approver('POST', `/drafts/${id}/approve`, { revision: 1 });
    busy.push(
      ...(await turnsWhile(service, async () => {
        publishing.push((await timed(() => approver('POST', `/drafts/${id}/publish`, { revision: 1 })))[0]);
        const [took] = await timed(async () => {
          while (!(await turn(service)).includes(words)) {}
        });
        seen.push(took);
      })),
    );
  }
  const rows: [string, string, string][] = [
    ['the editor opens, first after a start', ms(opens[0] ?? 0), '2,000 ms'],
    ['the editor opens, nothing cached, middle', ms(at(opens.slice(1), 0.5)), '2,000 ms'],
    ['first check of all (the thread starts when the page opens)', ms(first), ''],
    ['check as you type, in the thread, middle / 95 %', spread(checks), '100 ms'],
    ['check as you type, over HTTP, middle / 95 %', spread(walls), '100 ms'],
    ['save with fsync, over HTTP, middle / 95 %', spread(saves), '300 ms'],
    ['publish, with the whole check, middle / 95 %', spread(publishing), ''],
    [
      'from its answer until the chat says it, middle / longest',
      `${ms(at(seen, 0.5))} / ${ms(at(seen, 1))}`,
      '2,000 ms',
    ],
    ["a child's turn over the form in the quiet, middle / 95 %", spread(quiet), ''],
    [
      "a child's turn while it is published, middle / 95 % / longest",
      `${spread(busy)} / ${ms(at(busy, 1))}`,
      '',
    ],
  ];
  const table = [
    '| what | measured | bar |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
  const head = `# The editor, measured\n\n\`npm run bench -- --editor\`: one run on one machine, files, one Chromium; ${EDITS} edits of ${FILES.length} dialogs, ${PUBLISHES} publishes.`;
  writeFileSync(join(ROOT, 'deploy/measured-editor.md'), `${head}\n\n${table}\n`);
  console.log(table);
} finally {
  await browser.close();
  await service.remove();
}
