/** Every address of the site and what stands there. */
import { h } from 'preact';
import { render as toHtml } from 'preact-render-to-string';
import { addressOf, type Content } from '../content/model.ts';
import { ChatPage } from './chat.tsx';
import { pageData } from './chat-data.ts';
import { dataBlock, document, EXIT_SCRIPT, packed, type SitePage } from './document.ts';
import { type DrawChat, heldChats, heldScripts } from './embed.ts';
import { atomFeed, jsonFeed } from './feeds.ts';
import type { PageProps } from './frame.tsx';
import { first, numberLinks, second } from './numbers.ts';
import { offPages } from './off.ts';
import { createPapers } from './papers.tsx';
import { reportPages } from './report-it.tsx';
import { type Draw, type DrawFeed, Site } from './site.ts';
import { searchFiles } from './sitemap.ts';
import { SHEETS } from './styles.ts';
import { wordFiles } from './words.ts';

export interface SiteOptions {
  /** Where "Leave now" goes. */
  readonly exitUrl: string;
  readonly idleMs: number;
  readonly lifeMs: number;
  /** dist/widget.js */
  readonly widgetJs: Buffer;
  /** dist/page.js: the way out of pages without a chat. */
  readonly pageJs: Buffer;
  /** What the bot says first at a time, as Bot Framework activities: the chat's page begins with it. */
  readonly welcome: (at: number) => readonly object[];
  /** dist/bridge.js: what /embed and /app have besides. */
  readonly bridgeJs?: Buffer;
  /** dist/embed.js: the council's one tag. */
  readonly embedJs?: Buffer;
  /** Origins whose pages may hold the chat in a frame. */
  readonly parents?: readonly string[];
  /** Our own origin, as people see it: feeds and the list of pages name whole addresses. */
  readonly base?: string;
  /** Whether search engines may list the pages. */
  readonly search?: boolean;
  /** dist/tools.js: the settings, fetched when they are opened. */
  readonly toolsJs?: Buffer;
  /** Staff have switched the bot off. */
  readonly off?: boolean;
  /** Milliseconds since the epoch: cards on pages tell opening hours. */
  readonly now: () => number;
}

/** A plain round shape: says nothing to somebody who looks at the tabs. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#5b7a80"/></svg>';

/** @returns every page by its path; `/404` and `/500` are shown for what is not there and for what failed */
export function renderPages(content: Content, options: SiteOptions): Site {
  const { ui } = content;
  const propsAt = (at: number): PageProps => ({
    ui,
    exitUrl: options.exitUrl,
    first: numberLinks(content, first(content)),
    second: numberLinks(content, second(content, at)),
  });
  const title = ui['page-title'];
  const drawChat: DrawChat = (at, { head: more = '', ...other }) => {
    const data = pageData(content, options, 'en', options.welcome(at));
    // A browser that knows no modules keeps the form.
    const head = `${EXIT_SCRIPT}${more}<script src="/widget.js" type="module"></script>${dataBlock(data)}`;
    const body = toHtml(h(ChatPage, { ...propsAt(at), page: data }));
    return document({ title, body, sheet: SHEETS.chat, head, ...other });
  };
  const { base = '', search = false } = options;
  const { article, ofPage, ofNews, ofHelp } = createPapers(content, propsAt, EXIT_SCRIPT, base);
  const timed = new Map<string, Draw | DrawFeed>(
    [...content.pages.values()].map((one) => [addressOf(one), ofPage(one)]),
  );
  timed.set('/news', ofNews);
  for (const [path, draw] of reportPages(content, article)) timed.set(path, draw);
  const jsonType = 'application/feed+json; charset=utf-8';
  timed.set('/feed.json', (at: number) => ({ type: jsonType, html: jsonFeed(content, base, at) }));
  const atomType = 'application/atom+xml; charset=utf-8';
  timed.set('/feed.xml', (at: number) => ({ type: atomType, html: atomFeed(content, base, at) }));
  const parents = options.parents ?? [];
  timed.set('/chat', (at) => ({ ...drawChat(at, {}), begins: true }));
  for (const [path, held] of heldChats(drawChat, parents)) timed.set(path, held);
  if (options.off) for (const [path, draw] of offPages(content, article, parents)) timed.set(path, draw);
  timed.set('/404', ofHelp(404, 'not-found-title', 'not-found'));
  timed.set('/413', ofHelp(413, 'failed-title', 'too-long'));
  timed.set('/500', ofHelp(500, 'failed-title', 'help-intro'));
  const fixed: [string, SitePage][] = [
    ['/page.js', packed('text/javascript; charset=utf-8', options.pageJs)],
    ['/widget.js', packed('text/javascript; charset=utf-8', options.widgetJs)],
    ['/tools.js', packed('text/javascript; charset=utf-8', options.toolsJs ?? '')],
    ...heldScripts(content, options),
    ['/favicon.svg', packed('image/svg+xml', ICON)],
    ...searchFiles(content, base, search),
    ...wordFiles(content),
  ];
  return new Site(fixed, timed, options.now);
}
