/** The styles of a page, small enough to travel inside the first response, and their hash for the policy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The files lie beside this one in src/site, and beside the bundle in dist/ (src/cli/build.mjs puts them there). */
const read = (name: string): string => readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8');

/** Takes out comments and needless space; our files hold no strings with either. */
const shrink = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

export interface Sheet {
  readonly css: string;
  /** For `style-src`, with its quotes: 'sha256-…'. */
  readonly hash: string;
}

const hashed = (css: string): Sheet => ({
  css,
  hash: `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
});
const sheet = (...names: string[]): Sheet => hashed(shrink(names.map(read).join('')));

export type Theme = 'dark' | 'light';

/** @returns the sheet with one theme, whatever the phone is set to: its questions about it are answered already */
export function themed({ css }: Sheet, theme: Theme): Sheet {
  const answer = (asked: string) => (asked === theme ? '(min-width:0)' : '(max-width:0)');
  return hashed(
    css
      .replace(/\(prefers-color-scheme:(dark|light)\)/g, (_, asked: string) => answer(asked))
      .replace(/color-scheme:light dark/g, `color-scheme:${theme}`),
  );
}

/** What each kind of page wears; every kind begins with the theme (tokens.css). */
export const SHEETS = {
  chat: sheet('tokens', 'base', 'exit', 'chat', 'settings', 'print'),
  embed: sheet('tokens', 'base', 'exit', 'chat', 'settings', 'embed', 'print'),
  article: sheet('tokens', 'base', 'exit', 'pages', 'print'),
  printed: sheet('tokens', 'base', 'exit', 'pages', 'print', 'printed'),
} as const;
