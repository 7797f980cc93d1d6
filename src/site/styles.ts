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

function sheet(...names: string[]): Sheet {
  const css = shrink(names.map(read).join(''));
  return { css, hash: `'sha256-${createHash('sha256').update(css).digest('base64')}'` };
}

/** What each kind of page wears; every kind begins with the theme (tokens.css). */
export const SHEETS = {
  chat: sheet('tokens', 'base', 'chat'),
  article: sheet('tokens', 'base', 'pages'),
} as const;
