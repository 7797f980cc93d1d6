/** What is said around the talk, in each language that may be shown; and the places to choose from. */
import { slimNumbers } from '../contacts/slim.ts';
import { inLocale } from '../content/locale/overlay.ts';
import type { Content, UiKey } from '../content/model.ts';
import { type Locale, type OtherWords, type Texts, WIDGET_TEXTS, type Words } from '../widget/page-data.ts';
import { packed, type SitePage } from './document.ts';
import { unbroken } from './frame.tsx';
import { first, numberLinks } from './numbers.ts';

/** The texts around the chat that change with its language: elements name theirs in `data-ui`. */
const PAGE_TEXTS = [
  'exit',
  'exit-help',
  'exit-more',
  'exit-shift-1',
  'exit-shift-2',
  'numbers-heading',
  'page-intro',
  'page-show',
  'promise',
] as const;

/** Stands beside the first numbers, with the council's own team. */
const SECOND = ['shout'] as const;

const JSON_TYPE = 'application/json; charset=utf-8';

function texts<K extends UiKey>({ ui }: Content, keys: readonly K[]): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, ui[key]])) as Record<K, string>;
}

/** @returns the languages that a person can choose, English first; in production only approved ones */
export const offered = ({ ui, lang, languages, locales }: Content): Locale[] => [
  { id: 'en', name: ui.english, lang },
  ...languages
    .filter(({ id }) => locales.has(id))
    .map(({ id, name, lang: own }) => ({ id, name, lang: own })),
];

/** @param locale `en`, or the id of a locale; one without words that may be shown is answered in English */
export function chatWords(content: Content, locale: string): Words {
  const said = inLocale(content, locale);
  return {
    lang: said.lang,
    texts: texts(said, WIDGET_TEXTS) satisfies Texts,
    numbers: slimNumbers(said).actions,
  };
}

/** The links at the top, by their addresses: whichever of them stand there at this hour. */
function numberTexts(content: Content): Record<string, string> {
  const doors = [...content.areas.values()].flatMap((area) => area['front-door']);
  const links = numberLinks(content, [...first(content), ...SECOND, ...doors]);
  return Object.fromEntries(
    links.flatMap(({ name, action: { href, label } }) => [
      [href, unbroken(label)],
      [`${href} name`, name],
    ]),
  );
}

/** @returns /chat-words/<locale>.json for each language, and /places.json: [{id, name}], sorted by name */
export function wordFiles(content: Content): [string, SitePage][] {
  const words = offered(content).map(({ id }): [string, SitePage] => {
    const said = inLocale(content, id);
    const page = { ...texts(said, PAGE_TEXTS), ...numberTexts(said) };
    const other: OtherWords = { ...chatWords(content, id), page };
    return [`/chat-words/${id}.json`, packed(JSON_TYPE, JSON.stringify(other))];
  });
  const places = [...content.places.values()]
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return [...words, ['/places.json', packed(JSON_TYPE, JSON.stringify(places))]];
}
