/** The chat page as the server sends it: complete, with the numbers, before any script has run. */
import type { ComponentChildren } from 'preact';
import type { UiKey } from '../content/model.ts';
import type { Action } from '../wire.ts';
import { Icon, Scene, Sprite } from './sprite.tsx';

/** One way to reach a service, short enough for the strip at the top. */
export interface NumberLink {
  readonly name: string;
  readonly action: Action;
  readonly emergency: boolean;
}

export interface PageProps {
  readonly ui: Readonly<Record<UiKey, string>>;
  readonly exitUrl: string;
  /** Always in view. */
  readonly first: readonly NumberLink[];
  /** In view when the page opens. */
  readonly second: readonly NumberLink[];
}

/** A number stays on one line. */
const unbroken = (label: string): string => label.replace(/(?<=\d) (?=\d)/g, '\u00a0');

function Numbers({ links }: { readonly links: readonly NumberLink[] }) {
  return (
    <ul class="numbers">
      {links.map(({ name, action, emergency }) => (
        <li key={action.href}>
          <a class={emergency ? 'number now' : 'number'} href={action.href}>
            <Icon name={action.kind} />
            <span>
              <b>{unbroken(action.label)}</b> <small>{name}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Frame({ ui, exitUrl, first, children }: PageProps & { readonly children: ComponentChildren }) {
  return (
    <>
      <Sprite />
      <header>
        <div class="bar">
          <Icon name="mark" />
          <h1>{ui['page-heading']}</h1>
          <a id="exit" class="exit" href={exitUrl} rel="noreferrer nofollow">
            {ui.exit}
          </a>
        </div>
        <nav aria-label={ui['numbers-heading']}>
          <Numbers links={first} />
        </nav>
      </header>
      {children}
    </>
  );
}

export function ChatPage(props: PageProps) {
  const { ui, second } = props;
  return (
    <Frame {...props}>
      <main>
        <div class="about">
          <Numbers links={second} />
          <p class="intro">{ui['page-intro']}</p>
          <p class="promise">{ui.promise}</p>
          <p class="exit-help" id="exit-help" hidden>
            <b>{ui.exit}</b> {ui['exit-help']}
          </p>
          <Scene />
        </div>
        <div class="talk" id="chat">
          <noscript>
            <p class="notice">{ui.noscript}</p>
          </noscript>
          <p class="typing">
            <i />
            <i />
            <i />
          </p>
          <p class="notice late">{ui.noscript}</p>
        </div>
      </main>
    </Frame>
  );
}

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

/** For an address that does not exist, and for a fault of ours; `why` is the sentence that says which. */
export function HelpPage({ why, ...props }: PageProps & { readonly why: UiKey }) {
  const { ui, second } = props;
  return (
    <Frame {...props}>
      <main>
        <div class="about help">
          <Numbers links={second} />
          <p class="intro">{ui[why]}</p>
          <p>
            <a class="choice" href="/">
              {ui['new-chat']}
            </a>
          </p>
          <Scene />
        </div>
      </main>
    </Frame>
  );
}
