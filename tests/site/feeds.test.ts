/** Feeds of the news, read by a real browser as another site's program would; and what search engines are told. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { atomFeed, jsonFeed } from '../../src/site/feeds.ts';
import { TUESDAY_TEN } from '../bot.ts';
import { launchBrowser } from '../browser.ts';
import { type Stage, serve } from '../channels/stage.ts';
import { realLibrary } from '../library.ts';
import { pagesOf } from './pages.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const BASE = 'https://signpost.example';
const { content } = realLibrary();
const day = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const parse = (at: number, of = content) =>
  JSON.parse(jsonFeed(of, BASE, at)) as { items: Record<string, string>[] } & Record<string, unknown>;
const idsOn = (date: string) => parse(day(date)).items.map(({ title }) => title);

let stage: Stage;
let shut: Stage;
let browser: Browser;
let council: Page;
/** Another origin, without a policy of ours. */
const other = createServer((_, answer) =>
  answer.setHeader('Content-Type', 'text/html').end('<p>the council'),
);
const site = (): string => `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
beforeAll(async () => {
  const pages = pagesOf(undefined, { base: BASE, search: true, now: () => TUESDAY_TEN });
  const hidden = pagesOf(undefined, { base: BASE, now: () => TUESDAY_TEN });
  [stage, shut, browser] = await Promise.all([
    serve({}, { pages, config: { search: true } }),
    serve({}, { pages: hidden, config: { search: false } }),
    launchBrowser(),
  ]);
  await once(other.listen(0, '127.0.0.1'), 'listening');
  council = await browser.newPage();
  await council.goto(site());
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
  await shut?.close();
  other.close();
});

/** What a program on a page of the council gets. */
const fetched = (path: string): Promise<string> =>
  council.evaluate(async (url) => (await fetch(url)).text(), stage.url + path);

describe('the news as feeds', () => {
  it('are read by a page of another site', async () => {
    const json = JSON.parse(await fetched('/feed.json')) as { version: string; items: unknown[] };
    expect(json.version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.items.length).toBeGreaterThan(0);
    const types = await Promise.all(
      ['/feed.json', '/feed.xml'].map(async (path) =>
        (await fetch(stage.url + path)).headers.get('content-type'),
      ),
    );
    expect(types).toEqual(['application/feed+json; charset=utf-8', 'application/atom+xml; charset=utf-8']);
  });

  it('say the same in both forms', async () => {
    const atom = await council.evaluate(async (url) => {
      const text = await (await fetch(url)).text();
      const doc = new DOMParser().parseFromString(text, 'application/xml');
      const all = (name: string) =>
        [...doc.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)].map((one) => one.textContent);
      const links = [...doc.querySelectorAll('entry > link')].map((one) => one.getAttribute('href'));
      const broken = doc.querySelector('parsererror')?.textContent ?? null;
      return { root: doc.documentElement.localName, broken, ids: all('id'), texts: all('content'), links };
    }, `${stage.url}/feed.xml`);
    const { items } = parse(TUESDAY_TEN);
    expect(atom.broken).toBeNull();
    expect(atom.root).toBe('feed');
    expect(atom.ids).toEqual([`${BASE}/feed.xml`, ...items.map(({ id }) => id)]);
    expect(atom.texts).toEqual(items.map(({ content_text: text }) => text));
    expect(atom.links).toEqual(items.map(({ url }) => url));
  });

  it('hold what is shown on that day and nothing else', () => {
    const about = content.news.find(({ id }) => id === 'about-signpost')?.title;
    expect(idsOn('2026-11-21')).toEqual([]);
    expect(idsOn('2026-11-22')).toEqual([about]);
    expect(idsOn('2027-02-15')).toHaveLength(2);
    expect(idsOn('2027-03-19')).toHaveLength(2);
    expect(idsOn('2027-03-20')).toEqual([about]);
    expect(idsOn('2027-04-01')).toEqual([]);
  });

  it('name a piece the same on every day and at every address, and no two the same', () => {
    const here = parse(day('2027-03-01')).items.map(({ id }) => id);
    const there = JSON.parse(
      jsonFeed(content, 'http://127.0.0.1:3978', day('2027-03-02')),
    ) as typeof content & {
      items: { id: string }[];
    };
    expect(there.items.map(({ id }) => id)).toEqual(here);
    expect(new Set(here).size).toBe(2);
    for (const id of here)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('link to the piece on the page of news, by whole addresses', async () => {
    for (const { url = '' } of parse(TUESDAY_TEN).items) {
      expect(url.startsWith(`${BASE}/news#`)).toBe(true);
      await council.goto(stage.url + url.slice(BASE.length));
      expect(await council.locator(`id=${url.split('#')[1]}`).count()).toBe(1);
    }
    await council.goto(site());
  });

  it('tell the day of an event', () => {
    const [event] = parse(day('2027-03-01')).items as unknown as { _signpost: object }[];
    expect(event?._signpost).toEqual({ kind: 'event', on: '2027-03-18', until: '2027-03-19' });
  });

  it('stay whole whatever a title holds', async () => {
    const news = content.news.map((one) => ({ ...one, title: `<b a="1">& ]]> \u0007 'x' 😀` }));
    const text = atomFeed({ ...content, news }, BASE, TUESDAY_TEN);
    const title = await council.evaluate((xml) => {
      const doc = new DOMParser().parseFromString(xml, 'application/xml');
      return doc.querySelector('parsererror')?.textContent ?? doc.querySelector('entry > title')?.textContent;
    }, text);
    expect(title).toBe(`<b a="1">& ]]>  'x' 😀`);
    const empty = atomFeed({ ...content, news: [] }, BASE, TUESDAY_TEN);
    expect(empty).toContain('<updated>2026-11-24T00:00:00Z</updated>');
  });
});

describe('search engines', () => {
  const tag = async (of: Stage, path: string) => (await fetch(of.url + path)).headers.get('x-robots-tag');
  const text = async (of: Stage, path: string) => (await fetch(of.url + path)).text();

  it('are let in, to be told that nothing may be listed, until the switch is on', async () => {
    expect(readConfig({}).search).toBe(false);
    expect(readConfig({ SEARCH: 'on' }).search).toBe(true);
    expect(() => readConfig({ SEARCH: 'yes' })).toThrow('SEARCH');
    for (const path of ['/', '/news', '/chat', '/parents', '/feed.json', '/nothing'])
      expect([path, await tag(shut, path)]).toEqual([path, 'noindex']);
    expect(await text(shut, '/robots.txt')).toBe('User-agent: *\nAllow: /\n');
    expect((await fetch(`${shut.url}/sitemap.xml`)).status).toBe(404);
  });

  it('may then list the pages, and never the chat', async () => {
    for (const path of ['/', '/news', '/parents'])
      expect([path, await tag(stage, path)]).toEqual([path, null]);
    for (const path of ['/chat', '/app', '/embed', '/report-it/2'])
      expect([path, await tag(stage, path)]).toEqual([path, 'noindex']);
    expect(await text(stage, '/robots.txt')).toContain(`Sitemap: ${BASE}/sitemap.xml`);
    const listed = await council.evaluate(
      async (xml) => {
        const doc = new DOMParser().parseFromString(xml, 'application/xml');
        return [...doc.querySelectorAll('urlset > url > loc')].map((one) => one.textContent ?? '');
      },
      await text(stage, '/sitemap.xml'),
    );
    const written = [...content.pages.values()].filter(({ print }) => !print);
    expect(listed).toHaveLength(written.length + 1); // and the news
    for (const address of listed) {
      expect(address.startsWith(`${BASE}/`)).toBe(true);
      const { status, headers } = await fetch(stage.url + address.slice(BASE.length));
      expect([address, status, headers.get('x-robots-tag')]).toEqual([address, 200, null]);
    }
  });

  it('show no words of a page beside its name', async () => {
    for (const path of ['/', '/parents', '/chat', '/report-it']) {
      const html = await text(stage, path);
      expect(html).toContain('<meta name="robots" content="nosnippet, noarchive">');
      expect(html).not.toMatch(/<meta[^>]+(?:name="description"|property="og:|name="twitter:)/);
    }
  });
});
