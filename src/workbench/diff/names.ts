/** The names by which staff know the fields and files of the content: those that the page shows. */

/** What a field is called. Fields that are not here keep their own names, hyphens and all. */
const FIELDS: Readonly<Record<string, string>> = {
  for: 'for whom',
  urgent: 'on the urgent path',
  approved: 'approved',
  answers: 'answers these topics',
  start: 'begins at step',
  steps: 'steps',
  ask: 'asks',
  'hand-off': 'shows these services',
  go: 'leads to',
  return: 'goes back',
  set: 'remembers',
  when: 'when',
  also: 'is also typed as',
  label: 'says',
  says: 'what is said of it',
  short: 'short name',
  phone: 'phone number',
  text: 'words',
  to: 'number for texts',
  web: 'website',
  otherwise: 'when it is closed',
  ages: 'ages',
  cost: 'cost',
  free: 'free',
  'may-show-on-bill': 'may show on the bill',
  silent: 'when you cannot speak',
  'what-happens': 'what happens when you ring',
  bands: 'special hours',
  confidence: 'how well the number is sourced',
  'hours-confidence': 'how sure the hours are',
  seen: 'page last read',
  rung: 'last rung',
  'review-every-days': 'ring again after so many days',
  'do-not-publish': 'numbers that must not be shown',
  'front-door': 'whom to ring, first one first',
  ends: 'the calendar ends on',
  from: 'made from the English',
  level: 'level',
  about: 'about whom',
  answer: 'dialog that answers',
  within: 'all of it in one',
  not: 'do not say',
  say: 'says',
  until: 'shown until',
  on: 'day',
  contents: 'begins with a list of headings',
};

/** mon-thu keeps its hyphen. */
const DAYS = /^(?:mon|tue|wed|thu|fri|sat|sun)\b/;

export const fieldName = (key: string): string =>
  FIELDS[key] ?? (DAYS.test(key) ? key : key.replaceAll('-', ' '));

/** What a line of a list is called, where its place counts (`n` from 0). */
const LINES: Readonly<Record<string, string>> = {
  say: 'says',
  words: 'words to read out',
  silent: 'when you cannot speak',
  'what-happens': 'what happens when you ring',
  all: 'must hold',
};
/** And where it does not. */
const ANY: Readonly<Record<string, string>> = {
  asks: 'what people type',
  hit: 'must hit',
  miss: 'must miss',
  unless: 'unless',
  idioms: 'sayings that only sound dangerous',
};

export function lineName(list: string, n: number): string {
  const any = ANY[list];
  return any ?? `${LINES[list] ?? fieldName(list)}, line ${n + 1}`;
}

/** Lists of names that are read in one go, like a sentence. */
export const IN_ONE_GO: ReadonlySet<string> = new Set([
  'for',
  'answers',
  'hand-off',
  'front-door',
  'also',
  'false-friends',
  'everyday',
  'spelling',
]);

/** What tells the things of a list from each other. */
const KEYS = ['id', 'label', 'short', 'not', 'number', 'on', 'address', 'role', 'name'] as const;

type Thing = Readonly<Record<string, unknown>>;

export const keyOf = (thing: Thing): string => {
  const key = KEYS.find((one) => typeof thing[one] === 'string');
  return key ? `${key} ${thing[key]}` : JSON.stringify(thing);
};

/** What a thing of a list is called. */
export function thingName(list: string, thing: Thing, n: number): string {
  const said = (key: string): string | undefined =>
    typeof thing[key] === 'string' ? (thing[key] as string) : undefined;
  if (list === 'offer') return `button "${said('label') ?? n + 1}"`;
  if (list === 'branch') return `way ${n + 1}`;
  if (list === 'bands') return `special hours "${said('id') ?? n + 1}"`;
  if (list === 'approved') return `approved by ${said('role') ?? n + 1}`;
  if (list === 'sources') return `source "${said('address') ?? n + 1}"`;
  if (list === 'blame' || list === 'promises' || list === 'unsafe') return `"${said('not') ?? n + 1}"`;
  return said('name') ?? said('id') ?? said('short') ?? said('number') ?? `${fieldName(list)} ${n + 1}`;
}

/** What an entry of a table is called. */
export function entryName(table: string, key: string): string {
  if (table === 'steps') return `step ${key}`;
  if (table === 'commands') return `command ${fieldName(key)}`;
  if (table === 'words' || table === 'emoji' || table === 'concepts' || table === 'texts') return `"${key}"`;
  return fieldName(key);
}

const FILES: Readonly<Record<string, string>> = {
  'content/services.yaml': 'Services',
  'content/places.yaml': 'Places',
  'content/calendar.yaml': 'Bank holidays',
  'content/glossary.yaml': 'Glossary',
  'content/locales.yaml': 'Languages',
  'content/ui.yaml': 'Words of the chat and the pages',
  'content/risk/concepts.yaml': 'Groups of words',
  'content/risk/dictionary.yaml': 'How words are typed',
  'content/risk/real-words.txt': 'Words that are spelt right',
};
const LANGUAGE = /^content\/([a-z-]+)\/(?:dialogs\/([a-z0-9-]+)|(ui|services))\.yaml$/;
const languages = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/**
 * @param title the title of a file, where it has one: of a translated dialog the English one
 * @param languageOf the tag and own name of a language
 */
export function fileName(
  path: string,
  title: (path: string) => string | undefined,
  languageOf: (id: string) => { lang: string; name: string } | undefined,
): string[] {
  const [, language, dialog, other] = LANGUAGE.exec(path) ?? [];
  if (language !== undefined) {
    const known = languageOf(language);
    const said = known && !known.lang.startsWith('en') ? languages.of(known.lang) : (known?.name ?? language);
    const of = dialog ? `dialogs/${dialog}.yaml` : `content/${other}.yaml`;
    return [FILES[of] ?? title(of) ?? dialog ?? path, said ?? language];
  }
  if (path.startsWith('content/risk/patterns-')) return ['Risk phrases'];
  return [FILES[path] ?? title(path) ?? path];
}
