/** What the page asks of the place it lives in: a browser's tab of its own now, a frame of another program later. */

export type ThemeName = 'light' | 'dark' | 'contrast';

export interface Host {
  /** How the place looks just now. */
  theme(): ThemeName;
  /** @returns how to stop listening */
  onTheme(told: () => void): () => void;
  /** Whether staff choose the theme in the page's own menu; else the place alone decides. */
  readonly ownTheme: boolean;
  /** What proves who asks, besides a cookie: a bearer token, for example. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** Nothing is open yet: the way in. */
  enter(): void;
  /** Signing in again without leaving the page, so that nothing typed is lost. */
  signIn(): void;
  /** After signing out. */
  leave(): void;
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
    headers: async () => ({}),
    enter: () => location.replace('/editor/sign-in'),
    signIn: () => void open('/editor/sign-in', '_blank', 'noopener'),
    leave: () => location.replace('/editor'),
  };
}
