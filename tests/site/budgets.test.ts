/** What people download before they see help: each page as it is sent, and all that the chat needs. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error plain JavaScript without types: it runs before anything is built
import { overBudget } from '../../src/cli/budget.mjs';
// @ts-expect-error plain JavaScript without types: it runs before anything is built
import { build, buildWithin } from '../../src/cli/build.mjs';
import type { SitePage } from '../../src/site/document.ts';
import { pagesOf } from './pages.ts';

const KB = 1024;
/** Ten packets of 1,460 bytes: what a server may send before it hears from the browser again. */
const FIRST_FLIGHT = 14 * KB;
/** The numbers come well before the end of it: headers and the handshake's tail share it. */
const NUMBERS_WITHIN = 10 * KB;

const folder = mkdtempSync(join(tmpdir(), 'signpost-budgets-'));
let pages: ReadonlyMap<string, SitePage>;

beforeAll(async () => {
  await build({ out: folder, only: 'widget' });
  pages = pagesOf(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const html = () => [...pages.keys()].filter((path) => pages.get(path)?.type.startsWith('text/html'));
const page = (path: string): SitePage => {
  const found = pages.get(path);
  if (!found) throw new Error(`no ${path}`);
  return found;
};

/** What a browser can show of a page that has come this far. */
const begun = (br: Buffer, bytes: number): string =>
  brotliDecompressSync(br.subarray(0, bytes), { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();

/** The addresses that a page makes the browser fetch by itself. */
const needed = (text: string): string[] =>
  [...text.matchAll(/<(?:script|link|img|iframe|object)\b[^>]*?\b(?:src|href|data)="([^"]+)"/g)]
    .filter(([tag]) => !/rel="(?:canonical|alternate|privacy-policy|next|prev)/.test(tag))
    .map(([, address]) => address ?? '');

describe('a page', () => {
  it('is at most 10 KB as it is sent, the start page with its pictures 25 KB', () => {
    const heavy = html()
      .map((path) => [path, page(path).br.length, (path === '/' ? 25 : 10) * KB] as const)
      .filter(([, bytes, limit]) => bytes > limit);
    expect(heavy).toEqual([]);
    expect(html().length).toBeGreaterThan(15);
  });

  it('has its styles and the numbers in the first flight, before any script', () => {
    const late = html().filter((path) => {
      const { br } = page(path);
      const text = begun(br, NUMBERS_WITHIN);
      const at = ['</style>', 'href="tel:999"', 'href="tel:08001111"'].map((sign) => text.indexOf(sign));
      return Math.min(...at) < 0;
    });
    expect(late).toEqual([]);
  });

  it('is never held up by a script, a style sheet or a font', () => {
    for (const path of html()) {
      const text = String(page(path).body);
      for (const [tag] of text.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g))
        expect(tag, path).toMatch(/ (?:defer|async|type="module")/);
      expect(text, path).not.toMatch(/rel="?(?:stylesheet|preload)|@import|@font-face|url\(["']?https?:/);
    }
  });
});

describe('the chat', () => {
  it.each([
    ['/chat', 12],
    // What talks to the page or the app around it is its own.
    ['/embed', 13],
    ['/app', 13],
  ])('at %s needs at most 24 KB in all, %i KB of them scripts', (path, scriptsKb) => {
    const all = [...new Set(needed(String(page(path).body)))];
    expect(all).toContain('/widget.js');
    expect(all.filter((address) => !address.startsWith('/'))).toEqual([]);
    const weight = (addresses: readonly string[]) =>
      addresses.reduce((sum, address) => sum + page(address).br.length, 0);
    const scripts = all.filter((address) => address.endsWith('.js'));
    expect(weight(scripts)).toBeGreaterThan(5 * KB);
    expect(weight(scripts)).toBeLessThanOrEqual(scriptsKb * KB);
    expect(weight([path, ...all])).toBeLessThanOrEqual(24 * KB);
  });

  it('says all of its first response in one flight', () => {
    const { br, body } = page('/chat');
    expect(begun(br, FIRST_FLIGHT)).toBe(String(body));
  });
});

describe('the build', () => {
  it('stays within the budget of each script', () => {
    expect(overBudget(folder)).toEqual([]);
  });

  it('fails when a script is too heavy, and says by how much', async () => {
    const root = mkdtempSync(join(tmpdir(), 'signpost-heavy-'));
    mkdirSync(join(root, 'src/widget'), { recursive: true });
    const words = randomBytes(20 * KB).toString('base64');
    writeFileSync(join(root, 'src/widget/main.tsx'), `document.title = '${words}';`);
    try {
      await expect(buildWithin({ root, only: 'widget' })).rejects.toThrow(
        /page\.js \+ widget\.js: \d+ bytes in br, and may be 12288/,
      );
      expect(readFileSync(join(root, 'dist/widget.js')).length).toBeGreaterThan(20 * KB);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
