/**
 * The news and events of a day for the programs of others, such as the council's app: /feed.json (JSON Feed 1.1) and
 * /feed.xml (Atom, RFC 4287). They hold words alone; whatever they link to is here.
 */
import { createHash } from 'node:crypto';
import { londonTime } from '../contacts/london.ts';
import { wordsOf } from '../content/markdown.ts';
import type { Content, News } from '../content/model.ts';

/** The news of a day (2026-11-22), newest first. */
export const newsOn = (content: Content, day: string): News[] =>
  content.news
    .filter(({ from, until }) => from <= day && day <= until)
    .toSorted((a, b) => b.from.localeCompare(a.from));

/** The same piece has the same name for ever, wherever the site stands: a UUID (version 8) of its id. */
function nameOf({ id }: News): string {
  const hex = createHash('sha256').update(`signpost news ${id}`).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return `urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}`;
}

const textOf = ({ blocks }: News): string => blocks.flatMap(wordsOf).join('\n\n');
const addressOf = (base: string, { id }: News): string => `${base}/news#${id}`;
/** A day is all that is known. */
const since = ({ from }: News): string => `${from}T00:00:00Z`;

/** @param base our own origin, as people see it */
export function jsonFeed(content: Content, base: string, at: number): string {
  const { ui, lang } = content;
  const items = newsOn(content, londonTime(at).date).map((one) => ({
    id: nameOf(one),
    url: addressOf(base, one),
    title: one.title,
    content_text: textOf(one),
    date_published: since(one),
    language: lang,
    tags: [one.kind],
    // What the format has no word for, as it wants it: under a name with a line before it.
    _signpost: { kind: one.kind, ...(one.on && { on: one.on }), until: one.until },
  }));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: ui['site-news'],
    home_page_url: `${base}/news`,
    feed_url: `${base}/feed.json`,
    language: lang,
    authors: [{ name: ui['page-heading'] }],
    items,
  });
}

/** Words for XML, without the control characters that it may not hold at all. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param base our own origin, as people see it */
export function atomFeed(content: Content, base: string, at: number): string {
  const { ui, lang } = content;
  const news = newsOn(content, londonTime(at).date);
  const entries = news.map(
    (one) => `<entry><id>${nameOf(one)}</id><title>${xml(one.title)}</title><updated>${since(one)}</updated>
<link href="${xml(addressOf(base, one))}"/><category term="${one.kind}"/><content>${xml(textOf(one))}</content></entry>`,
  );
  // Of an empty feed nothing is known but today.
  const updated = news[0] ? since(news[0]) : `${londonTime(at).date}T00:00:00Z`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><id>${xml(`${base}/feed.xml`)}</id>
<title>${xml(ui['site-news'])}</title><updated>${updated}</updated><author><name>${xml(ui['page-heading'])}</name></author>
<link href="${xml(`${base}/feed.xml`)}" rel="self"/><link href="${xml(`${base}/news`)}"/>
${entries.join('\n')}</feed>`;
}
