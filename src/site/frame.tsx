/** What every page has: the way out and the numbers at the top, before any script has run. */
import type { ComponentChildren } from 'preact';
import type { UiKey } from '../content/model.ts';
import type { Action } from '../wire.ts';
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
  /** Always in view. */
  readonly first: readonly NumberLink[];
  /** In view when the page opens. */
  readonly second: readonly NumberLink[];
}

/** A number stays on one line. */
const unbroken = (label: string): string => label.replace(/(?<=\d) (?=\d)/g, '\u00a0');

export function Numbers({ links }: { readonly links: readonly NumberLink[] }) {
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

export function Frame({
  ui,
  exitUrl,
  first,
  children,
}: PageProps & { readonly children: ComponentChildren }) {
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
