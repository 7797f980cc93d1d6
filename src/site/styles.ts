/** The page's styles, small enough to travel inside the first response, and their hash for the policy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The files lie beside this one in src/site, and beside the bundle in dist/ (src/cli/build.mjs puts them there). */
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Takes out comments and needless space; our files hold no strings with either. */
const shrink = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

export const styles = shrink(`${read('./tokens.css')}${read('./style.css')}`);

/** For `style-src`, with its quotes: 'sha256-…'. */
export const styleHash = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
