/** Renders the pages once, at start, ready to be sent as they are: plain, gzip and Brotli. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ComponentChild } from 'preact';
import { h } from 'preact';
import { render as toHtml } from 'preact-render-to-string';
import { londonTime } from '../contacts/london.ts';
import { slimNumbers } from '../contacts/slim.ts';
import { type Content, type News, PAGES, type Page, type UiKey } from '../content/model.ts';
import { type PageData, WIDGET_TEXTS, type WidgetText } from '../widget/page-data.ts';
import { Blocks } from './blocks.tsx';
import { emergencyAddresses, FIRST, numberLinks, second } from './numbers.ts';
import { ArticlePage, ChatPage, HelpPage, type NavLink, type PageProps } from './page.tsx';
import { styleHash, styles } from './styles.ts';

export { styleHash } from './styles.ts';

export interface SitePage {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  /** 200 unless given. */
  readonly status?: number;
  /** What the policy must allow for the styles inside, as 'sha256-…' with its quotes; pages only. */
  readonly styleHash?: string;
}

export interface SiteOptions {
  /** Where "Leave now" goes. */
  readonly exitUrl: string;
  readonly idleMs: number;
  readonly lifeMs: number;
  /** dist/widget.js */
  readonly widgetJs: Buffer;
  /** dist/page.js: the way out of pages without a chat. */
  readonly pageJs: Buffer;
  /** Milliseconds since the epoch: cards on pages tell opening hours. */
  readonly now: () => number;
}

/** A plain round shape: says nothing to somebody who looks at the tabs. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#5b7a80"/></svg>';
const ROBOTS = 'User-agent: *\nAllow: /\n';

const asHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(type: string, text: string | Buffer, status?: number): SitePage {
  const body = Buffer.from(text);
  const packed = { gzip: gzipSync(body, { level: 9 }), br: brotliCompressSync(body) };
  return { type, body, ...packed, ...(status && { status }) };
}

const htmlPage = (html: string, status?: number): SitePage => ({
  ...page('text/html; charset=utf-8', html, status),
  styleHash,
});

/** No `<` may stand in a data block: it could end it. */
const dataBlock = (data: PageData): string =>
  `<script type="application/json" id="signpost">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

function document(title: string, body: string, extra = ''): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${asHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark"><link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${styles}</style>${extra}</head><body>${body}</body></html>`;
}

function pageData(content: Content, { exitUrl, idleMs, lifeMs }: SiteOptions): PageData {
  const texts = Object.fromEntries(WIDGET_TEXTS.map((key) => [key, content.ui[key]]));
  return {
    texts: texts as Record<WidgetText, string>,
    numbers: slimNumbers(content, 'young-person').actions,
    emergency: emergencyAddresses(content),
    exitUrl,
    idleMs,
    lifeMs,
  };
}

/** Home stands first in the menu by another name. */
const MENU = PAGES.filter((id) => id !== 'home');
const MINUTE_MS = 60_000;

/** Draws a page as it is at a time. */
type Draw = (at: number) => { readonly html: string; readonly status?: number };

/**
 * Some pages tell what the clock tells: they are drawn anew when the minute is another, and packed anew (what takes
 * the time) only when their words are.
 */
class Site extends Map<string, SitePage> {
  readonly #drawn = new Map<string, { minute: number; html: string; page: SitePage }>();
  readonly #timed: ReadonlyMap<string, Draw>;
  readonly #now: () => number;

  constructor(fixed: [string, SitePage][], timed: ReadonlyMap<string, Draw>, now: () => number) {
    super(fixed);
    this.#timed = timed;
    this.#now = now;
  }

  override get(path: string): SitePage | undefined {
    const draw = this.#timed.get(path);
    if (!draw) return super.get(path);
    const minute = Math.floor(this.#now() / MINUTE_MS);
    const known = this.#drawn.get(path);
    if (known?.minute === minute) return known.page;
    const { html, status } = draw(minute * MINUTE_MS);
    const page = known?.html === html ? known.page : htmlPage(html, status);
    this.#drawn.set(path, { minute, html, page });
    return page;
  }

  override has(path: string): boolean {
    return this.#timed.has(path) || super.has(path);
  }

  override keys(): MapIterator<string> {
    return new Map([...this.#timed.keys(), ...super.keys()].map((path) => [path, null])).keys();
  }
}

/** The news of a day, newest first. */
const newsOn = (content: Content, day: string): News[] =>
  content.news
    .filter(({ from, until }) => from <= day && day <= until)
    .toSorted((a, b) => b.from.localeCompare(a.from));

/** @returns every page by its path; `/404` and `/500` are shown for what is not there and for what failed */
export function renderPages(content: Content, options: SiteOptions): ReadonlyMap<string, SitePage> {
  const { ui } = content;
  const propsAt = (at: number): PageProps => ({
    ui,
    exitUrl: options.exitUrl,
    first: numberLinks(content, FIRST),
    second: numberLinks(content, second(content, at)),
  });
  const script = `<script src="/widget.js" defer></script>`;
  const data = dataBlock(pageData(content, options));
  const chat: Draw = (at) => ({
    html: document(ui['page-title'], toHtml(h(ChatPage, propsAt(at))), script + data),
  });
  const help =
    (status: number, why: UiKey): Draw =>
    (at) => ({ html: document(ui['page-title'], toHtml(h(HelpPage, { ...propsAt(at), why }))), status });
  const titled = (id: string): NavLink => ({ to: `/${id}`, title: content.pages.get(id)?.title ?? id });
  const links = [
    { to: '/', title: ui['site-home'] },
    ...MENU.filter((id) => content.pages.has(id)).map(titled),
    { to: '/news', title: ui['site-news'] },
  ];
  const exit = `<script src="/page.js" defer></script>`;
  const article = (here: string, title: string, at: number, parts: readonly ComponentChild[]) => {
    const chat = { to: '/chat', title: ui['site-chat'] };
    const children = h(ArticlePage, { ...propsAt(at), title, here, links, chat, children: parts });
    // The tab says no more than that it is advice.
    return { html: document(`${ui['site-title']}: ${title}`, toHtml(children), exit) };
  };
  const addressOf = ({ id }: Page): string => (id === 'home' ? '/' : `/${id}`);
  const ofPage =
    (one: Page): Draw =>
    (at) =>
      article(addressOf(one), one.title, at, [
        h(Blocks, { page: one, content, audience: one.for[0] ?? 'young-person', at }),
      ]);
  const ofNews: Draw = (at) =>
    article(
      '/news',
      ui['site-news'],
      at,
      newsOn(content, londonTime(at).date).flatMap((one) => [
        h('h2', null, one.title),
        h(Blocks, { page: one, content, audience: 'young-person', at }),
      ]),
    );
  const timed = new Map([...content.pages.values()].map((one) => [addressOf(one), ofPage(one)]));
  timed.set('/news', ofNews);
  timed.set('/chat', chat);
  timed.set('/404', help(404, 'not-found'));
  timed.set('/500', help(500, 'help-intro'));
  const fixed: [string, SitePage][] = [
    ['/page.js', page('text/javascript; charset=utf-8', options.pageJs)],
    ['/widget.js', page('text/javascript; charset=utf-8', options.widgetJs)],
    ['/favicon.svg', page('image/svg+xml', ICON)],
    ['/robots.txt', page('text/plain; charset=utf-8', ROBOTS)],
  ];
  return new Site(fixed, timed, options.now);
}
