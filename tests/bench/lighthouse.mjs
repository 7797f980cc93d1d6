/** Lighthouse on our pages as it measures a phone, installed once into a folder of its own, never a dependency. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.mjs';
import { median } from './table.mjs';
import { markdown } from './web-record.mjs';

const VERSION = '13.5.0';
const CATEGORIES = { performance: 98, accessibility: 100, 'best-practices': 100 };
/** Always looked at; the others are whatever the start page leads to. */
const FIRST = ['/', '/chat', '/get-help', '/parents'];

function installLighthouse() {
  const folder = process.env.LIGHTHOUSE ?? join(ROOT, 'node_modules', '.cache', 'signpost-lighthouse');
  const home = join(folder, 'node_modules', 'lighthouse');
  const there = () => existsSync(join(home, 'package.json'));
  if (there() && JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version === VERSION)
    return home;
  process.stderr.write(`Installing Lighthouse ${VERSION} (once, 176 MB)...\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...flags, `lighthouse@${VERSION}`], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('Lighthouse could not be installed: is the npm registry reachable?');
  return home;
}

async function pathsOf(service) {
  const html = await (await fetch(service, { headers: { accept: 'text/html' } })).text();
  const found = [...html.matchAll(/href="(\/[a-z0-9/-]*)"/g)].map(([, path]) => path);
  return [...new Set([...FIRST, ...found.sort()])];
}

/** What took points off, in Lighthouse's words. */
const faultsOf = ({ categories, audits }) =>
  Object.keys(CATEGORIES)
    .filter((id) => categories[id] && categories[id].score < 1)
    .flatMap((id) => categories[id].auditRefs.filter(({ weight }) => weight > 0).map((ref) => audits[ref.id]))
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, displayValue }) => (displayValue ? `${id} ${displayValue}` : id));

/**
 * @param {string} service its origin
 * @param {number} port where Chromium takes orders
 * @param {number} runs of which the median counts for performance
 * @returns {Promise<{ version: string, table: string, why: string[], missed: string[] }>}
 */
export async function scorePages(service, port, runs, tell) {
  const home = installLighthouse();
  const { default: lighthouse } = await import(pathToFileURL(join(home, 'core', 'index.js')).href);
  const score = async (path, onlyCategories) => {
    const { lhr } = await lighthouse(service + path, { port, logLevel: 'silent', onlyCategories });
    if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
    return lhr;
  };
  const rows = [];
  const why = [];
  const missed = [];
  for (const path of await pathsOf(service)) {
    tell(`Lighthouse, ${path}`);
    const all = [await score(path, Object.keys(CATEGORIES))];
    while (all.length < runs) all.push(await score(path, ['performance']));
    const speeds = all.map(({ categories }) => Math.round(categories.performance.score * 100));
    const points = Object.fromEntries(
      Object.keys(CATEGORIES).map((id) => [id, Math.round((all[0].categories[id].score ?? 0) * 100)]),
    );
    points.performance = median(speeds);
    const low = Object.entries(CATEGORIES).filter(([id, bar]) => points[id] < bar);
    for (const [id] of low) missed.push(`Lighthouse, ${path}: ${id} ${points[id]}`);
    const lcp = median(all.map(({ audits }) => audits['largest-contentful-paint'].numericValue)) / 1000;
    rows.push([
      path,
      `${points.performance} (${Math.min(...speeds)} to ${Math.max(...speeds)})`,
      String(points.accessibility),
      String(points['best-practices']),
      `${lcp.toFixed(2)} s`,
      low.length === 0 ? 'met' : 'MISSED',
    ]);
    const faults = faultsOf(all[0]);
    if (faults.length > 0) why.push(`- ${path}: ${faults.join('; ')}`);
  }
  const head = [
    'page',
    `performance, median of ${runs}`,
    'accessibility',
    'best practices',
    'largest paint',
    '',
  ];
  const reasons = why.length > 0 ? [`What took points off:\n\n${why.join('\n')}`] : [];
  return { version: VERSION, table: markdown(head, rows), why: reasons, missed };
}
