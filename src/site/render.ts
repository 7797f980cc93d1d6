/** Every address of the site and what stands there. */
import type { ComponentChild } from 'preact';
import { h } from 'preact';
import { render as toHtml } from 'preact-render-to-string';
import { londonTime } from '../contacts/london.ts';
import { slimNumbers } from '../contacts/slim.ts';
import { type Content, type News, PAGES, type Page, type UiKey } from '../content/model.ts';
import { type PageData, WIDGET_TEXTS, type WidgetText } from '../widget/page-data.ts';
import { ArticlePage, type NavLink } from './article.tsx';
import { Blocks } from './blocks.tsx';
import { ChatPage } from './chat.tsx';
import { dataBlock, document, packed, type SitePage } from './document.ts';
import type { PageProps } from './frame.tsx';
import { HelpPage } from './help.tsx';
import { emergencyAddresses, FIRST, numberLinks, second } from './numbers.ts';
import { type Draw, Site } from './site.ts';
import { SHEETS } from './styles.ts';

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
  const title = ui['page-title'];
  const head = `<script src="/widget.js" defer></script>${dataBlock(pageData(content, options))}`;
  const chat: Draw = (at) =>
    document({ title, body: toHtml(h(ChatPage, propsAt(at))), sheet: SHEETS.chat, head });
  const help =
    (status: number, why: UiKey): Draw =>
    (at) =>
      document({ title, body: toHtml(h(HelpPage, { ...propsAt(at), why })), sheet: SHEETS.chat, status });
  const titled = (id: string): NavLink => ({ to: `/${id}`, title: content.pages.get(id)?.title ?? id });
  const links = [
    { to: '/', title: ui['site-home'] },
    ...MENU.filter((id) => content.pages.has(id)).map(titled),
    { to: '/news', title: ui['site-news'] },
  ];
  const exit = `<script src="/page.js" defer></script>`;
  const article = (here: string, name: string, at: number, parts: readonly ComponentChild[]) => {
    const toChat = { to: '/chat', title: ui['site-chat'] };
    const page = h(ArticlePage, {
      ...propsAt(at),
      title: name,
      here,
      links,
      chat: toChat,
      children: parts,
    });
    // The tab says no more than that it is advice.
    return document({
      title: `${ui['site-title']}: ${name}`,
      body: toHtml(page),
      sheet: SHEETS.article,
      head: exit,
    });
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
    ['/page.js', packed('text/javascript; charset=utf-8', options.pageJs)],
    ['/widget.js', packed('text/javascript; charset=utf-8', options.widgetJs)],
    ['/favicon.svg', packed('image/svg+xml', ICON)],
    ['/robots.txt', packed('text/plain; charset=utf-8', ROBOTS)],
  ];
  return new Site(fixed, timed, options.now);
}
