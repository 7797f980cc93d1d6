/** A page of Markdown in a form: its head's fields and its words. */
import { useMemo } from 'react';
import { bodyOf, headOf, setBody, setHead } from '../../../content/edit-page.ts';
import { useText } from '../kit/file.ts';
import { settle } from '../typing.ts';
import type { ViewProps } from '../work.ts';

/** What the heads of pages, things to print and news may say. */
export interface Head {
  readonly id?: string;
  readonly title?: string;
  readonly tab?: string;
  readonly for?: readonly string[];
  readonly contents?: boolean;
  readonly print?: string;
  readonly kind?: string;
  readonly on?: string;
  readonly from?: string;
  readonly until?: string;
  readonly source?: string;
}

/** Order of the keys in a head. */
const ORDER = [
  'version',
  'id',
  'title',
  'tab',
  'for',
  'contents',
  'print',
  'kind',
  'on',
  'from',
  'until',
  'approved',
  'source',
];

export interface PageFile {
  readonly path: string;
  readonly text: string | null | undefined;
  readonly head: Head;
  readonly body: string;
  /** Lines before the words begin: the check counts from the top of the file. */
  readonly above: number;
  /** undefined takes a field out. */
  put(key: keyof Head, value: unknown): void;
  write(body: string | ((body: string) => string)): void;
}

export const headIn = (text: string): Head => (headOf(text) ?? {}) as Head;

/** @param title what a draft is called that is begun by the first change */
export function usePage(props: ViewProps, path: string, title: string): PageFile {
  const { text, edit } = useText(props, path, title);
  const known = text ?? '';
  const head = useMemo(() => headIn(known), [known]);
  const body = bodyOf(known);
  return {
    path,
    text,
    head,
    body,
    above: known.slice(0, known.length - body.length).split('\n').length - 1,
    put: (key, value) => {
      if (value === undefined && head[key] === undefined) return;
      edit((now) => setHead(now, [key], value, ORDER));
    },
    write: (next) => {
      if (typeof next === 'string') return edit((now) => setBody(now, next));
      settle();
      edit((now) => setBody(now, next(bodyOf(now))));
    },
  };
}

const quoted = (text: string): string => JSON.stringify(text);

/** A page as it begins. */
export const newPage = (id: string, title: string): string =>
  `---\nversion: 1\nid: ${id}\ntitle: ${quoted(title)}\nfor: [parent]\napproved: []\n---\nWrite here what the page says.\n`;

/** An item of news as it begins: shown for four weeks. */
export const newNews = (id: string, title: string, from: string, until: string): string =>
  `---\nversion: 1\nid: ${id}\ntitle: ${quoted(title)}\nkind: news\nfrom: ${from}\nuntil: ${until}\napproved: []\nsource: "written by the council"\n---\nWrite here what is new.\n`;
