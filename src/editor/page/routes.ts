/** The page's views by the first part of the address's fragment, such as #dialog/gifts-and-favours/first. */
import { useSyncExternalStore } from 'react';

export interface Route {
  readonly view: string;
  readonly rest: readonly string[];
}

/** In the order of the menu. */
export const MENU = [
  ['reminders', 'To do'],
  ['dialogs', 'Dialogs'],
  ['services', 'Services'],
  ['risk', 'Risk phrases'],
  ['pages', 'Pages'],
  ['news', 'News'],
  ['other', 'Other words'],
  ['translations', 'Translations'],
  ['map', 'Map'],
  ['preview', 'Preview'],
  ['would', 'Try a sentence'],
  ['drafts', 'Drafts'],
  ['history', 'History'],
  ['trail', 'Audit trail'],
] as const;

/** Views that are reached from another: which line of the menu they belong to. */
const WITHIN: Readonly<Record<string, string>> = {
  dialog: 'dialogs',
  translate: 'translations',
  draft: 'drafts',
};

export const menuOf = (view: string): string => WITHIN[view] ?? view;

const listen = (told: () => void): (() => void) => {
  addEventListener('hashchange', told);
  return () => removeEventListener('hashchange', told);
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

export function useRoute(): Route {
  const hash = useSyncExternalStore(listen, () => location.hash);
  const [view = '', ...rest] = hash.replace(/^#\/?/, '').split('/');
  return { view: view || 'reminders', rest: rest.map(decode) };
}

export const goTo = (to: string): void => {
  location.hash = to;
};

/** Files that are a part of "Other words"; the words of the chat in every language. */
const OTHER: Readonly<Record<string, string>> = {
  ui: 'words',
  calendar: 'calendar',
  glossary: 'glossary',
  places: 'places',
};

/** Where a file of the content is edited. */
export function viewOf(path: string): string {
  const [, folder, name = ''] = /^(?:content\/)?([a-z-]+)(?:\/(.+))?\.(?:yaml|md|txt)$/.exec(path) ?? [];
  if (path.startsWith('dialogs/')) return `dialog/${name}`;
  if (folder === 'services' && !name) return 'services';
  if (folder === 'pages' || folder === 'print') return `pages/${name}`;
  if (folder === 'news') return `news/${name}`;
  if (folder === 'risk') return 'risk';
  const other = OTHER[name || (folder ?? '')];
  if (other) return `other/${other}`;
  const translated = /^dialogs\/(.+)$/.exec(name)?.[1];
  return translated && folder ? `translate/${folder}/${translated}` : 'translations';
}
