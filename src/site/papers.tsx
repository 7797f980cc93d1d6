/** The pages of words, each as a whole document: home, the articles and the news. */
import type { ComponentChild, JSX } from 'preact';
import { render as toHtml } from 'preact-render-to-string';
import { londonTime } from '../contacts/london.ts';
import { addressOf, type Content, PAGES, type Page, type UiKey } from '../content/model.ts';
import { ArticlePage, type NavLink } from './article.tsx';
import { Blocks, Contents } from './blocks.tsx';
import { document } from './document.ts';
import { newsOn } from './feeds.ts';
import type { PageProps } from './frame.tsx';
import { HelpParts } from './help.tsx';
import { HomePage } from './home.tsx';
import { PrintedPage } from './printed.tsx';
import type { Draw } from './site.ts';
import { SHEETS } from './styles.ts';

/** Home stands first in the menu, by another name. */
function menuOf({ ui, pages }: Content): NavLink[] {
  const titled = PAGES.flatMap((id) => (id === 'home' ? [] : (pages.get(id) ?? [])));
  return [
    { to: '/', title: ui['site-home'] },
    ...titled.map((page) => ({ to: addressOf(page), title: page.title })),
    { to: '/news', title: ui['site-news'] },
  ];
}

/** 2026-11-22 -> 22 November 2026, as people here write it. At noon: no time zone makes it another day. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const dayOf = (date: string): string => DAY.format(new Date(`${date}T12:00:00Z`));

/**
 * @param propsAt what stands at the top of every page at a time
 * @param head more for the document's head
 * @param base our own origin, as people see it: paper leads to it
 */
export function createPapers(
  content: Content,
  propsAt: (at: number) => PageProps,
  head: string,
  base: string,
) {
  const { ui } = content;
  const site = { links: menuOf(content), chat: { to: '/chat', title: ui['site-chat'] } };
  // The tab says no more than that it is advice.
  const paper = (tab: string, page: JSX.Element, sheet = SHEETS.article): ReturnType<Draw> =>
    document({ title: `${ui['site-title']}: ${tab}`, body: toHtml(page), sheet, head });

  const article = (
    here: string,
    title: string,
    at: number,
    parts: readonly ComponentChild[],
    tab = title,
  ): ReturnType<Draw> =>
    paper(
      tab,
      <ArticlePage {...propsAt(at)} {...site} title={title} id={here.split('/')[1] ?? ''} here={here}>
        {parts}
      </ArticlePage>,
    );

  const ofPage =
    (page: Page): Draw =>
    (at) => {
      const drawn = {
        content,
        audience: page.for[0] ?? 'young-person',
        at,
        jumps: page.contents === true,
      } as const;
      const here = addressOf(page);
      const tab = page.tab ?? page.title;
      const all = { ...propsAt(at), ...site, here, page, drawn };
      if (page.print) return paper(tab, <PrintedPage {...all} address={`${base}/chat`} />, SHEETS.printed);
      if (page.id === 'home') return paper(tab, <HomePage {...all} />);
      // The jumps stand right below the first words.
      const first = page.contents ? page.blocks.findIndex(({ kind }) => kind !== 'paragraph') : -1;
      const parts =
        first < 0
          ? [<Blocks blocks={page.blocks} {...drawn} top />]
          : [
              <Blocks blocks={page.blocks.slice(0, first)} {...drawn} top />,
              <Contents page={page} label={ui['contents-label']} />,
              <Blocks blocks={page.blocks.slice(first)} {...drawn} top />,
            ];
      return article(here, page.title, at, parts, tab);
    };

  const ofNews: Draw = (at) =>
    article(
      '/news',
      ui['site-news'],
      at,
      newsOn(content, londonTime(at).date).map((one) => (
        <section key={one.id} class="piece">
          <h2 id={one.id}>{one.title}</h2>
          <p class="date">
            <time dateTime={one.on ?? one.from}>{dayOf(one.on ?? one.from)}</time>
          </p>
          <Blocks blocks={one.blocks} content={content} audience="young-person" at={at} />
        </section>
      )),
    );

  /** For an address that does not exist, and for a fault of ours; `why` is the sentence that says which. */
  const ofHelp =
    (status: number, title: UiKey, why: UiKey): Draw =>
    (at) => ({
      ...article('', ui[title], at, [<HelpParts ui={ui} why={why} second={propsAt(at).second} />]),
      status,
    });
  return { article, ofPage, ofNews, ofHelp };
}
