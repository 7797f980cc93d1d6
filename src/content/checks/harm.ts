/** Words that do harm: blame, promises nobody can keep, unsafe advice, short forms nobody explains, numbers in words. */
import type { ContentFiles } from '../files.ts';
import { interned, once } from '../once.ts';
import type { Problem } from '../problem.ts';
import type { Glossary } from '../schema.ts';
import { asSeen } from '../signs.ts';
import { errorOf, type Shown, type Unit, units } from './shown.ts';

/** Small letters, single spaces, straight apostrophes gone: as people compare words by eye. */
const bare = (text: string): string =>
  ` ${asSeen(text)
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '')
    .replace(/[^\p{L}\p{N}*]+/gu, ' ')
    .trim()} `;

interface Banned {
  readonly words: string;
  readonly kind: string;
  readonly say: string;
  readonly holds: (text: string) => boolean;
}

type Harmful = Pick<Glossary, 'blame' | 'promises' | 'unsafe'>;
type Short = Pick<Glossary, 'acronyms' | 'everyday'>;

const bannedIn = once(({ blame, promises, unsafe }: Harmful): Banned[] => {
  const named = [
    ['blames', blame],
    ['promises what nobody can keep', promises],
    ['is unsafe advice', unsafe],
  ] as const;
  return named.flatMap(([kind, list]) =>
    list.map(({ not, say }) => {
      const words = bare(not);
      const part = words.trimEnd().endsWith('*') ? words.trimEnd().slice(0, -1) : words;
      return { words: not, kind, say, holds: (text: string) => text.includes(part) };
    }),
  );
});

const DIGIT =
  '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|hundred|thousand)';
/** Four number words in a row are a telephone number read out. */
const SPOKEN_NUMBER = new RegExp(` ${DIGIT}(?: ${DIGIT}){3,} `);
const SHORT_FORM = /\b\p{Lu}{2,}s?\b/gu;

/** The first use of a short form in a dialog or page says the whole of it, in the same bubble or before. */
function checkShortForms(
  { texts }: Unit,
  glossary: Short,
  add: (at: Shown, what: string, mend: string) => void,
): void {
  const explained = new Set<string>();
  const everyday = new Set(glossary.everyday);
  const unknown = new Set<string>();
  for (const shown of texts) {
    for (const { short, full } of glossary.acronyms)
      if (shown.text.toLowerCase().includes(full.toLowerCase())) explained.add(short);
    for (const [found] of shown.text.matchAll(SHORT_FORM)) {
      const short = found.replace(/s$/, '');
      if (everyday.has(short) || everyday.has(found) || explained.has(short) || unknown.has(short)) continue;
      const known = glossary.acronyms.find((one) => one.short === short);
      unknown.add(short);
      if (known)
        add(shown, `${short} is not explained`, `write "${known.full} (${short})" at its first use here`);
      else
        add(
          shown,
          `"${found}" is a short form that is not on the list`,
          'write it out, or add it to the short forms (content/glossary.yaml)',
        );
    }
  }
}

const harmIn = once((unit: Unit, harmful: Harmful, short: Short): Problem[] => {
  const problems: Problem[] = [];
  const add = (shown: Shown, what: string, mend: string) => problems.push(errorOf(shown, what, mend));
  for (const shown of unit.texts) {
    if (!shown.lang.startsWith('en')) continue;
    const text = bare(shown.text);
    for (const one of bannedIn(harmful))
      if (one.holds(text)) add(shown, `"${one.words}" ${one.kind}`, `say instead: ${one.say}`);
    if (SPOKEN_NUMBER.test(text))
      add(
        shown,
        'a number is written in words here',
        'choose the service under "People to ring" instead (hand-off)',
      );
  }
  if (unit.texts[0]?.lang.startsWith('en')) checkShortForms(unit, short, add);
  return problems;
});

export function checkHarm(files: ContentFiles): Problem[] {
  const { blame, promises, unsafe, acronyms, everyday } = files.glossary.value;
  const [harmful, short] = [interned({ blame, promises, unsafe }), interned({ acronyms, everyday })];
  return units(files).flatMap((unit) => harmIn(unit, harmful, short));
}
