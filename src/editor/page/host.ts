/** What the page asks of the place it lives in: a browser's tab of its own, or a frame of Microsoft Teams. */
import type { ApiFailed } from './work.ts';

export type ThemeName = 'light' | 'dark' | 'contrast';

/** What stands in the way of the editor, as somebody can read it. */
export interface Trouble {
  readonly title: string;
  /** What has happened, what to do, whom to ask. */
  readonly says: readonly string[];
  /** The button that tries again. */
  readonly again: string;
  /** Whether the editor may open in a tab of its own all the same. */
  readonly apart: boolean;
}

/** How to come back once the session has ended. */
export interface WayBack {
  readonly says: string;
  readonly label: string;
  /** The button for afterwards, where the page cannot see by itself that it is done. */
  readonly done?: string;
}

export type Proof = Readonly<Record<string, string>>;

export interface Host {
  /** How the place looks just now. */
  theme(): ThemeName;
  /** @returns how to stop listening */
  onTheme(told: () => void): () => void;
  /** Whether staff choose the theme in the page's own menu; else the place alone decides. */
  readonly ownTheme: boolean;
  /** Whether cookies prove who asks. */
  readonly credentials: RequestCredentials;
  /** What proves it besides: a bearer token, for example. @throws ApiFailed (401) when there is no proof to be had */
  headers(): Promise<Proof>;
  /**
   * The server does not believe this proof (any more).
   * @returns whether there is another, to ask once again with
   */
  renew(proof: Proof): Promise<boolean>;
  /** Nothing is open yet, and we are not let in. @returns what to tell; null: the page goes to the way in by itself */
  barred(error: ApiFailed): Trouble | null;
  /** Signing in again without leaving the page, so that nothing typed is lost. @throws ApiFailed */
  signIn(): Promise<void>;
  readonly wayBack: WayBack;
  /** After signing out; null: here nobody does. */
  readonly leave: (() => void) | null;
  /** Hands out a link to the open view; null: the browser shows the address. */
  readonly link: (() => void) | null;
  /** Something stands on the page for the first time: the editor, or what is in its way. */
  arrived(well: boolean): void;
}

/** A tab of its own: the browser's own settings, a cookie, another tab to sign in. */
export function webHost(): Host {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const forced = matchMedia('(forced-colors: active)');
  return {
    ownTheme: true,
    theme: () => (forced.matches ? 'contrast' : dark.matches ? 'dark' : 'light'),
    onTheme(told) {
      dark.addEventListener('change', told);
      forced.addEventListener('change', told);
      return () => {
        dark.removeEventListener('change', told);
        forced.removeEventListener('change', told);
      };
    },
    credentials: 'same-origin',
    headers: async () => ({}),
    renew: async () => false,
    barred({ status }) {
      if (status === 401) location.replace('/editor/sign-in');
      return null;
    },
    signIn: async () => void open('/editor/sign-in', '_blank', 'noopener'),
    wayBack: {
      says: 'Sign in again in a new tab, then come back here and go on.',
      label: 'Sign in again (new tab)',
      done: 'I have signed in',
    },
    leave: () => location.replace('/editor'),
    link: null,
    arrived: () => {},
  };
}
