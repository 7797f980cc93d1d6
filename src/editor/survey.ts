/** What there is in a version, as the lists of the editor's page show it: worked out once for each version. */
import type { Approval } from '../content/approvals.ts';
import { coverage } from '../content/checks/overlays.ts';
import { type ContentFiles, readFiles } from '../content/files.ts';
import { ContentError } from '../content/problem.ts';
import { openPoints } from '../content/release.ts';
import { inMemory } from '../content/texts.ts';
import type { Files } from '../store/backend.ts';
import type { Item, Overview } from './api.ts';

export interface SurveyedService {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly emergency: boolean;
  readonly confidence: 'high' | 'medium';
  readonly rung: string | null;
  readonly seen: string;
  readonly 'review-every-days': number;
}

export type SurveyedItem = Omit<Item, 'changed' | 'drafts'>;

export interface Survey {
  readonly items: readonly SurveyedItem[];
  readonly services: readonly SurveyedService[];
  readonly places: Overview['places'];
  readonly languages: Overview['languages'];
  readonly calendarEnds: string | null;
  /** How many texts of each language are missing or stale. */
  readonly missing: readonly { readonly name: string; readonly count: number }[];
  /** Open points of the launch checklist. */
  readonly gate: readonly string[];
}

/** What a file is called, without its folder and its ending. */
export const idOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.\w+$/, '');

/** Files that hold something else than dialogs, pages and news. */
const NAMED: Readonly<Record<string, string>> = {
  'content/services.yaml': 'Services and their numbers',
  'content/places.yaml': 'Places, and who answers for them',
  'content/calendar.yaml': 'Bank holidays',
  'content/ui.yaml': 'Words of the chat and its buttons',
  'content/glossary.yaml': 'Short forms, and words that do harm',
  'content/locales.yaml': 'Languages',
  'content/risk/concepts.yaml': 'Risk: groups of words',
  'content/risk/dictionary.yaml': 'Risk: how people type',
  'content/risk/real-words.txt': 'Risk: words that are no spelling mistakes',
};

function kindOf(path: string): Item['kind'] {
  if (path.startsWith('dialogs/')) return 'dialog';
  if (path === 'content/services.yaml') return 'services';
  const folder = /^content\/([a-z0-9-]+)\//.exec(path)?.[1];
  if (folder === undefined) return 'other';
  if (folder === 'pages') return 'page';
  if (folder === 'print' || folder === 'news' || folder === 'risk') return folder;
  return 'translation';
}

/** What is known of a file from its path alone. */
const bare = (path: string): SurveyedItem => ({
  path,
  kind: kindOf(path),
  id: idOf(path),
  title: NAMED[path] ?? path.replace(/^content\/risk\/patterns-([\w-]+)\.yaml$/, 'Risk: $1'),
  for: [],
  urgent: false,
  approved: null,
  stale: 0,
});

interface Headed {
  readonly file: string;
  readonly value: { readonly approved: readonly Approval[] };
}

function details(files: ContentFiles): Map<string, Partial<SurveyedItem>> {
  const known = new Map<string, Partial<SurveyedItem>>();
  const missing = coverage(files).flatMap((one) => one.missing);
  const titles = new Map(files.dialogs.map(({ value }) => [value.id, value.title]));
  const put = ({ file, value }: Headed, more: Partial<SurveyedItem>) =>
    known.set(file, { approved: value.approved.map((one) => ({ ...one, by: null })), ...more });
  for (const source of files.dialogs) {
    const { id, title, urgent } = source.value;
    const stale = missing.filter((one) => one.startsWith(`${id}/`)).length;
    put(source, { id, title, for: source.value.for, urgent, stale });
  }
  for (const source of files.pages)
    put(source, { id: source.value.id, title: source.value.title, for: source.value.for });
  for (const source of files.news) put(source, { id: source.value.id, title: source.value.title });
  for (const source of [files.ui, files.glossary]) put(source, {});
  for (const { locale, dialogs, ui, services } of files.overlays) {
    for (const source of dialogs)
      put(source, { title: `${locale.name}: ${titles.get(source.value.of) ?? source.value.of}` });
    if (ui) put(ui, { title: `${locale.name}: words of the chat` });
    if (services) put(services, { title: `${locale.name}: services` });
  }
  return known;
}

const NOTHING = { services: [], places: [], languages: [], calendarEnds: null, missing: [] };

/**
 * @param root the folder of deploy/launch-checklist.md
 * @returns what the lists show; of content that cannot be read, its files
 */
export function surveyOf(files: Files, root: string): Survey {
  const paths = Object.keys(files).sort();
  const gate = openPoints(root).map(({ text }) => text.trim());
  let read: ContentFiles;
  try {
    read = readFiles(inMemory(files));
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { ...NOTHING, items: paths.map(bare), gate };
  }
  const known = details(read);
  const names = new Map(read.locales.value.locales.map(({ id, name }) => [id, name]));
  return {
    items: paths.map((path) => ({ ...bare(path), ...known.get(path) })),
    services: read.services.value.services.map((one) => ({
      id: one.id,
      name: one.name,
      phone: one.phone ?? null,
      emergency: one.emergency,
      confidence: one.confidence,
      rung: one.rung,
      seen: one.seen,
      'review-every-days': one['review-every-days'],
    })),
    places: read.places.value.places.map(({ id, name }) => ({ id, name })),
    languages: read.locales.value.locales.map(({ id, name, lang }) => ({ id, name, lang })),
    calendarEnds: read.calendar.value.ends,
    missing: coverage(read).map(({ locale, missing }) => ({
      name: names.get(locale) ?? locale,
      count: missing.length,
    })),
    gate,
  };
}
