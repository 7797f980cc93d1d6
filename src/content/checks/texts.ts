/** Numbers and addresses may stand in the services registry only; old numbers nowhere at all. */
import { type ContentFiles, wordFiles } from '../files.ts';
import { interned, once } from '../once.ts';
import { errorAt, type Problem } from '../problem.ts';
import { asSeen } from '../signs.ts';
import type { Path, Source } from '../yaml.ts';
import { errorOf, markdownUnits, servicesUnit, type Unit } from './shown.ts';

/** Three digits or more, of any script, with the spaces and marks that people put between them. */
const NUMBER = /\+?\p{N}(?:[\s()./\u00b7\u2022\u2010-\u2015_*|-]{0,3}\p{N}){2,}/gu;
const ADDRESS = /(?:https?:|www\.|tel:|sms:|mailto:)\S*|[a-z0-9-]+\.(?:uk|com|org|net)\b|\S+@\S+\.\S+/gi;

/** Guidance and events have years; no telephone number looks like one. */
const isYear = (found: string): boolean => /^(?:19|20)\d\d$/.test(found);

const digits = (text: string): string => asSeen(text).replace(/\D/g, '');
const numbersIn = (text: string): string[] => [...asSeen(text).matchAll(NUMBER)].map(String);
const addressesIn = (text: string): string[] => [...asSeen(text).matchAll(ADDRESS)].map(String);

/** Every text in a value, with the path that leads to it. */
export function* texts(value: unknown, path: Path = []): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) for (const [n, one] of value.entries()) yield* texts(one, [...path, n]);
  else if (value !== null && typeof value === 'object')
    for (const [key, one] of Object.entries(value)) yield* texts(one, [...path, key]);
}

/** Keys whose values are ids, not words. */
const IDS = new Set<string | number>([
  'id',
  'for',
  'approved',
  'answers',
  'start',
  'hand-off',
  'go',
  'set',
  'when',
  'of',
  'from',
  'symbol',
]);

/** Keys whose values name a service, and may hold its short number. */
const NAMES = new Set(['name', 'short']);

/** The words of a dialog or of the interface; ids and days of approval may hold digits. */
function* worded(source: Source<unknown>): Generator<{ text: string; path: Path }> {
  for (const entry of texts(source.value))
    if (!entry.path.some((key) => IDS.has(key)) && !NAMES.has(String(entry.path.at(-1)))) yield entry;
}

type Emergency = ReadonlySet<string>;

const emergencyOf = ({ services: { value } }: ContentFiles): string[] =>
  value.services.filter((one) => one.emergency).map((one) => digits(one.phone ?? ''));
const setOf = once((list: readonly string[]): Emergency => new Set(list));

/** Numbers and addresses in a dialog, in the interface, or in their words in another language. */
const typedIn = once((source: Source<unknown>, emergency: Emergency): Problem[] =>
  [...worded(source)].flatMap(({ text, path }) => {
    const mend = 'choose the service under "People to ring" instead (hand-off)';
    const numbers = numbersIn(text).filter((one) => !emergency.has(digits(one)));
    return [
      ...numbers.map((one) => errorAt(source, path, `a number is typed here: "${one}"`, mend)),
      ...addressesIn(text).map((one) => errorAt(source, path, `an address is typed here: "${one}"`, mend)),
    ];
  }),
);

/** The same on a page, or in what is said of the services. */
const typedOn = once((unit: Unit, emergency: Emergency): Problem[] =>
  unit.texts.flatMap((shown) => {
    const found = numbersIn(shown.text).filter((one) => !emergency.has(digits(one)));
    const typed = unit.kind === 'services' ? found : found.filter((one) => !isYear(one));
    const mend =
      unit.kind === 'services'
        ? 'take it out: numbers and addresses stand in fields of their own'
        : 'put in people to ring instead: [hand-off: ...]';
    return [...typed, ...addressesIn(shown.text)].map((one) =>
      errorOf(shown, `a number or an address is typed here: "${one}"`, mend),
    );
  }),
);

/** Numbers that must not be shown any more, and texts that would not arrive. */
const wrongNumbers = once((services: ContentFiles['services']): Problem[] => {
  const problems: Problem[] = [];
  const old = services.value['do-not-publish'].map((one) => digits(one.number)).filter(Boolean);
  for (const [n, service] of services.value.services.entries()) {
    for (const { text, path } of texts(service)) {
      if (path[0] === 'sources') continue;
      const run = digits(text);
      const hit = old.find((number) => run.includes(number));
      if (hit && (path[0] === 'phone' || path[0] === 'text' || numbersIn(text).length > 0))
        problems.push(
          errorAt(
            services,
            ['services', n, ...path],
            `"${text}" is on the list of numbers that must not be shown`,
            'find the right number',
          ),
        );
    }
    if (service.text && digits(service.text.to) === '999')
      problems.push(
        errorAt(
          services,
          ['services', n, 'text'],
          'a text to 999 fails unless registered',
          'take the text number out',
        ),
      );
  }
  return problems;
});

export function checkTexts(files: ContentFiles): Problem[] {
  const emergency = setOf(interned(emergencyOf(files)));
  return [
    ...[...files.dialogs, files.ui, ...files.overlays.flatMap(wordFiles)].flatMap((source) =>
      typedIn(source, emergency),
    ),
    ...[...markdownUnits(files), servicesUnit(files)].flatMap((unit) => typedOn(unit, emergency)),
    ...wrongNumbers(files.services),
  ];
}
