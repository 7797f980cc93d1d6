/** What every page has: the way out and the numbers at the top, before any script has run. */
import type { ComponentChildren } from 'preact';
import type { UiKey } from '../content/model.ts';
import type { Action } from '../wire.ts';
import { Exit, PageCover } from './exit.tsx';
import { Icon, Sprite } from './sprite.tsx';

/** One way to reach a service, short enough for the strip at the top. */
export interface NumberLink {
  readonly name: string;
  readonly action: Action;
  readonly emergency: boolean;
}

export interface PageProps {
  readonly ui: Readonly<Record<UiKey, string>>;
  readonly exitUrl: string;
  /** Told when somebody leaves by the link alone: deletes the talk. */
  readonly ping?: string | undefined;
  /** Always in view. */
  readonly first: readonly NumberLink[];
  /** In view when the page opens. */
  readonly second: readonly NumberLink[];
  /** A page with a title of its own and a menu; the chat has neither. */
  readonly paged?: boolean;
}

/** A number stays on one line. */
export const unbroken = (label: string): string => label.replace(/(?<=\d) (?=\d)/g, '\u00a0');

export function Numbers({ links }: { readonly links: readonly NumberLink[] }) {
  return (
    <ul class="numbers">
      {links.map(({ name, action, emergency }) => (
        <li key={action.href}>
          <a class={emergency ? 'number now' : 'number'} href={action.href}>
            <Icon name={action.kind} />
            <span>
              <b data-ui={action.href}>{unbroken(action.label)}</b>{' '}
              <small data-ui={`${action.href} name`}>{name}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Frame({
  ui,
  exitUrl,
  ping,
  first,
  paged = false,
  children,
}: PageProps & { readonly children: ComponentChildren }) {
  return (
    <>
      {paged && (
        <a class="skip" href="#words">
          {ui.skip}
        </a>
      )}
      <Sprite />
      <header>
        <div class="bar">
          {paged ? (
            <>
              <a class="name" href="/">
                <Icon name="mark" />
                <span>{ui['page-heading']}</span>
              </a>
              <a class="menu" href="#menu">
                {ui['site-menu']}
              </a>
            </>
          ) : (
            <>
              <Icon name="mark" />
              <h1 class="name">{ui['page-heading']}</h1>
            </>
          )}
          <Exit ui={ui} exitUrl={exitUrl} ping={ping} />
        </div>
        <nav aria-label={ui['numbers-heading']} data-ui="numbers-heading">
          <Numbers links={first} />
        </nav>
      </header>
      {children}
      <PageCover ui={ui} />
    </>
  );
}
