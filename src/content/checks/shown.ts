/** Every text that a person may be shown, with where it stands: what the checks of words go through. */
import type { ContentFiles, LocaleFiles } from '../files.ts';
import { wordsOf } from '../markdown.ts';
import { interned, once } from '../once.ts';
import { errorIn, type Problem } from '../problem.ts';
import { AUDIENCES, type Audience } from '../schema.ts';
import type { Path, Source } from '../yaml.ts';

export interface Shown {
  readonly file: string;
  readonly line: () => number;
  /** Keys and indexes from the top of the file; of a page's words ["body", line]. */
  readonly path: Path;
  readonly text: string;
  /** A button label is no sentence; all else is. */
  readonly kind: 'sentence' | 'label';
  readonly for: readonly Audience[];
  /** Of the text: en-GB, pl. */
  readonly lang: string;
}

/** The error of such a text. */
export const errorOf = ({ file, line, path }: Shown, what: string, mend: string): Problem =>
  errorIn(file)(line(), what, mend, path);

/** All that belongs together for a reader: a dialog, a page, a piece of news. */
export interface Unit {
  readonly id: string;
  readonly file: string;
  readonly kind: 'dialog' | 'page' | 'news' | 'interface' | 'services';
  readonly locale: string;
  readonly texts: readonly Shown[];
}

type Dialog = ContentFiles['dialogs'][number];
type Page = ContentFiles['pages'][number] | ContentFiles['news'][number];

const dialogUnit = once(({ file, value, lineOf }: Dialog): Unit => {
  const texts: Shown[] = [];
  const add = (kind: Shown['kind'], text: string | undefined, path: Path) => {
    if (text !== undefined)
      texts.push({ file, line: () => lineOf(path), path, text, kind, for: value.for, lang: 'en-GB' });
  };
  add('label', value.title, ['title']);
  for (const [id, step] of Object.entries(value.steps)) {
    const at = ['steps', id];
    for (const [n, text] of (step.say ?? []).entries()) add('sentence', text, [...at, 'say', n]);
    for (const [n, text] of (step.words ?? []).entries()) add('sentence', text, [...at, 'words', n]);
    add('sentence', step.ask, [...at, 'ask']);
    for (const [n, { label }] of (step.offer ?? []).entries())
      add('label', label, [...at, 'offer', n, 'label']);
  }
  return { id: value.id, file, kind: 'dialog', locale: 'en', texts };
});

const markdownUnit = once((page: Page, kind: 'page' | 'news'): Unit => {
  const { file, value, blocks, lineOf } = page;
  const shown = (text: string, as: Shown['kind'], path: Path, line: () => number): Shown => ({
    file,
    line,
    path,
    text,
    kind: as,
    for: 'for' in value ? value.for : AUDIENCES,
    lang: 'en-GB',
  });
  const texts = [shown(value.title, 'label', ['title'], () => lineOf(['title']))];
  for (const block of blocks) {
    const as = block.kind === 'heading' || block.kind === 'chat' ? 'label' : 'sentence';
    for (const text of wordsOf(block)) texts.push(shown(text, as, ['body', block.line], () => block.line));
  }
  return { id: value.id, file, kind, locale: 'en', texts };
});

/** Pages and news. */
export const markdownUnits = (files: ContentFiles): Unit[] => [
  ...files.pages.map((page) => markdownUnit(page, 'page')),
  ...files.news.map((page) => markdownUnit(page, 'news')),
];

const kindOf = (text: string): Shown['kind'] => (/[.?!]$/.test(text) ? 'sentence' : 'label');

const interfaceUnit = once((ui: ContentFiles['ui']): Unit => {
  const texts = Object.entries(ui.value.texts).map(
    ([key, text]): Shown => ({
      file: ui.file,
      line: () => ui.lineOf(['texts', key]),
      path: ['texts', key],
      text,
      kind: kindOf(text),
      for: ['young-person'],
      lang: 'en-GB',
    }),
  );
  return { id: 'ui', file: ui.file, kind: 'interface', locale: 'en', texts };
});

/** What is said of the services, their names apart. */
const serviceUnit = once(({ file, lineOf, value }: ContentFiles['services']): Unit => {
  const texts = value.services.flatMap((service, n): Shown[] => {
    const of = (text: string, ...at: Path): Shown => ({
      file,
      line: () => lineOf(['services', n]),
      path: ['services', n, ...at],
      text,
      kind: 'sentence',
      for: service.for,
      lang: 'en-GB',
    });
    return [
      of(service.says, 'says'),
      ...(service.silent ?? []).map((text, m) => of(text, 'silent', m)),
      ...service['what-happens'].map((text, m) => of(text, 'what-happens', m)),
      ...service.bands.map((band, m) => of(band.says, 'bands', m, 'says')),
      ...(service.cost.note ? [of(service.cost.note, 'cost', 'note')] : []),
    ];
  });
  return { id: 'services', file, kind: 'services', locale: 'en', texts };
});
export const servicesUnit = ({ services }: ContentFiles): Unit => serviceUnit(services);

/** Makes texts of one file of a language: their line is that of `at`, however deep they stand below it. */
const foreign =
  ({ file, lineOf }: Source<unknown>, lang: string, forWhom: readonly Audience[]) =>
  (kind: Shown['kind'], text: string, at: Path, below: Path): Shown => ({
    file,
    line: () => lineOf(at),
    path: [...at, ...below],
    text,
    kind,
    for: forWhom,
    lang,
  });

const bare = (one: string | { text: string }): string => (typeof one === 'string' ? one : one.text);

const dialogWordsUnit = once(
  (
    source: LocaleFiles['dialogs'][number],
    lang: string,
    id: string,
    audiences: readonly Audience[],
  ): Unit => {
    const of = foreign(source, lang, audiences);
    const texts = Object.entries(source.value.steps).flatMap(
      ([step, { say, words, ask, offer }]): Shown[] => {
        const at = ['steps', step];
        return [
          ...(say ?? []).map((one, n) => of('sentence', bare(one), at, ['say', n])),
          ...(words ?? []).map((one, n) => of('sentence', one, at, ['words', n])),
          ...(ask === undefined ? [] : [of('sentence', bare(ask), at, ['ask'])]),
          ...(offer ?? []).map(({ label }, n) => of('label', label, at, ['offer', n, 'label'])),
        ];
      },
    );
    return { id: source.value.of, file: source.file, kind: 'dialog', locale: id, texts };
  },
);

const interfaceWordsUnit = once((ui: NonNullable<LocaleFiles['ui']>, lang: string, id: string): Unit => {
  const of = foreign(ui, lang, ['young-person']);
  const texts = Object.entries(ui.value.texts).map(([key, { text }]) =>
    of(kindOf(text), text, ['texts', key], ['text']),
  );
  return { id: 'ui', file: ui.file, kind: 'interface', locale: id, texts };
});

const serviceWordsUnit = once(
  (services: NonNullable<LocaleFiles['services']>, lang: string, id: string): Unit => {
    const of = foreign(services, lang, ['young-person']);
    const texts = Object.entries(services.value.services).flatMap(([key, said]): Shown[] => {
      const word = (text: string, ...below: Path): Shown => of(kindOf(text), text, ['services', key], below);
      return [
        word(said.says, 'says'),
        ...(said.silent ?? []).map((text, n) => word(text, 'silent', n)),
        ...(said['what-happens'] ?? []).map((text, n) => word(text, 'what-happens', n)),
        ...Object.entries(said.bands ?? {}).map(([band, text]) => word(text, 'bands', band)),
        ...(said.note ? [word(said.note, 'note')] : []),
      ];
    });
    return { id: 'services', file: services.file, kind: 'services', locale: id, texts };
  },
);

const YOUNG: readonly Audience[] = ['young-person'];

function overlayUnits({ overlays, dialogs }: ContentFiles): Unit[] {
  const audiences = new Map(dialogs.map(({ value }) => [value.id, value.for]));
  return overlays.flatMap(({ locale: { id, lang }, dialogs: said, ui, services }): Unit[] => [
    ...said.map((source) =>
      dialogWordsUnit(source, lang, id, interned(audiences.get(source.value.of) ?? YOUNG)),
    ),
    ...(ui ? [interfaceWordsUnit(ui, lang, id)] : []),
    ...(services ? [serviceWordsUnit(services, lang, id)] : []),
  ]);
}

/** Everything that is shown, in every language. */
export const units = (files: ContentFiles): Unit[] => [
  ...files.dialogs.map((source) => dialogUnit(source)),
  ...markdownUnits(files),
  interfaceUnit(files.ui),
  servicesUnit(files),
  ...overlayUnits(files),
];
