/** A page of words, and the way to all others. */
import type { ComponentChildren } from 'preact';
import { Frame, type PageProps } from './frame.tsx';

/** The pages that every page leads to, in this order; titles come from the pages themselves. */
export interface NavLink {
  readonly to: string;
  readonly title: string;
}

interface ArticleProps extends PageProps {
  readonly title: string;
  readonly here: string;
  readonly links: readonly NavLink[];
  readonly chat: NavLink;
  readonly children: ComponentChildren;
}

/** A page of words: the numbers stay at the top, the way into the chat and to the other pages below. */
export function ArticlePage({ title, here, links, chat, children, ...props }: ArticleProps) {
  const { ui } = props;
  return (
    <Frame {...props}>
      <main class="page">
        <article>
          <h2 class="title">{title}</h2>
          {children}
        </article>
        <nav class="site" aria-label={ui['site-label']}>
          <ul>
            {[chat, ...links].map(({ to, title: name }) => (
              <li key={to}>
                <a href={to} {...(to === here ? { 'aria-current': 'page' } : {})}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <p class="promise">{ui.promise}</p>
        </nav>
      </main>
    </Frame>
  );
}
