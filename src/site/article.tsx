/** A page of words, and the way to all others. */
import type { ComponentChildren } from 'preact';
import type { UiKey } from '../content/model.ts';
import { Frame, type PageProps } from './frame.tsx';
import { Spot, spotOf } from './spots.tsx';

/** The pages that every page leads to, in this order; titles come from the pages themselves. */
export interface NavLink {
  readonly to: string;
  readonly title: string;
}

export interface SiteProps extends PageProps {
  readonly here: string;
  readonly links: readonly NavLink[];
  readonly chat: NavLink;
}

interface NavProps {
  readonly ui: Readonly<Record<UiKey, string>>;
  readonly here: string;
  readonly links: readonly NavLink[];
}

/** All pages; on a phone it stands at the end, and "Menu" at the top leads to it. */
export const SiteNav = ({ ui, here, links }: NavProps) => (
  <nav class="site" id="menu" tabIndex={-1} aria-label={ui['site-label']}>
    <ul>
      {links.map(({ to, title: name }) => (
        <li key={to}>
          <a href={to} {...(to === here ? { 'aria-current': 'page' } : {})}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** At the end of every page of words; `children`: the way to the other pages, where it stands nowhere else. */
export const Footer = ({
  ui,
  children,
}: Pick<NavProps, 'ui'> & { readonly children?: ComponentChildren }) => (
  <footer>
    {children}
    <p class="promise">{ui.promise}</p>
  </footer>
);

interface ArticleProps extends SiteProps {
  readonly title: string;
  /** The page's id: its picture, and its looks where they differ. */
  readonly id: string;
  readonly children: ComponentChildren;
}

/** A page of words: the numbers stay at the top, the way into the chat and to the other pages below. */
export function ArticlePage({ title, id, here, links, chat, children, ...props }: ArticleProps) {
  const spot = spotOf(id);
  return (
    <Frame {...props} paged>
      <main class="page">
        <article class={id} id="words" tabIndex={-1}>
          <div class="top">
            <h1>{title}</h1>
            {spot && <Spot name={spot} />}
          </div>
          {children}
        </article>
        <SiteNav ui={props.ui} here={here} links={[chat, ...links]} />
      </main>
      <Footer ui={props.ui} />
    </Frame>
  );
}
