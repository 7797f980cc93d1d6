/** Every text that a person may be shown, with where it stands: what the checks of words go through. */
import type { ContentFiles } from '../files.ts';
import { wordsOf } from '../markdown.ts';
import type { Audience } from '../schema.ts';
import { AUDIENCES } from '../schema.ts';

export interface Shown {
  readonly file: string;
  readonly line: () => number;
  readonly text: string;
  /** A button label is no sentence; all else is. */
  readonly kind: 'sentence' | 'label';
  readonly for: readonly Audience[];
  /** Of the text: en-GB, pl. */
  readonly lang: string;
}

/** All that belongs together for a reader: a dialog, a page, a piece of news. */
export interface Unit {
  readonly id: string;
  readonly file: string;
  readonly kind: 'dialog' | 'page' | 'news' | 'interface' | 'services';
  readonly locale: string;
  readonly texts: readonly Shown[];
}

type Line = (path: readonly (string | number)[]) => number;

function* dialogUnits({ dialogs }: ContentFiles): Generator<Unit> {
  for (const { file, value, lineOf } of dialogs) {
    const texts: Shown[] = [];
    const add = (kind: Shown['kind'], text: string | undefined, path: (string | number)[]) => {
      if (text !== undefined)
        texts.push({ file, line: () => lineOf(path), text, kind, for: value.for, lang: 'en-GB' });
    };
    add('label', value.title, ['title']);
    for (const [id, step] of Object.entries(value.steps)) {
      const at = ['steps', id];
      for (const [n, text] of (step.say ?? []).entries()) add('sentence', text, [...at, 'say', n]);
      for (const [n, text] of (step.words ?? []).entries()) add('sentence', text, [...at, 'words', n]);
      add('sentence', step.ask, [...at, 'ask']);
      for (const [n, { label }] of (step.offer ?? []).entries()) add('label', label, [...at, 'offer', n]);
    }
    yield { id: value.id, file, kind: 'dialog', locale: 'en', texts };
  }
}

/** Pages and news. */
export function* markdownUnits(files: ContentFiles): Generator<Unit> {
  const all = [
    ...files.pages.map((page) => ({ page, kind: 'page' as const, audiences: page.value.for })),
    ...files.news.map((page) => ({ page, kind: 'news' as const, audiences: AUDIENCES })),
  ];
  for (const { page, kind, audiences } of all) {
    const { file, value, blocks, lineOf } = page;
    const shown = (text: string, as: Shown['kind'], line: () => number): Shown => ({
      file,
      line,
      text,
      kind: as,
      for: audiences,
      lang: 'en-GB',
    });
    const texts = [shown(value.title, 'label', () => lineOf(['title']))];
    for (const block of blocks) {
      const as = block.kind === 'heading' || block.kind === 'chat' ? 'label' : 'sentence';
      for (const text of wordsOf(block)) texts.push(shown(text, as, () => block.line));
    }
    yield { id: value.id, file, kind, locale: 'en', texts };
  }
}

function interfaceUnit({ ui }: ContentFiles): Unit {
  const texts = Object.entries(ui.value.texts).map(
    ([key, text]): Shown => ({
      file: ui.file,
      line: () => ui.lineOf(['texts', key]),
      text,
      kind: /[.?!]$/.test(text) ? 'sentence' : 'label',
      for: ['young-person'],
      lang: 'en-GB',
    }),
  );
  return { id: 'ui', file: ui.file, kind: 'interface', locale: 'en', texts };
}

/** What is said of the services, their names apart. */
export function servicesUnit({ services }: ContentFiles): Unit {
  const { file, lineOf } = services;
  const texts = services.value.services.flatMap((service, n): Shown[] => {
    const line = () => lineOf(['services', n]);
    const of = (kind: Shown['kind'], text: string): Shown => ({
      file,
      line,
      text,
      kind,
      for: service.for,
      lang: 'en-GB',
    });
    return [
      of('sentence', service.says),
      ...[
        ...(service.silent ?? []),
        ...service['what-happens'],
        ...service.bands.map((band) => band.says),
      ].map((text) => of('sentence', text)),
      ...(service.cost.note ? [of('sentence', service.cost.note)] : []),
    ];
  });
  return { id: 'services', file, kind: 'services', locale: 'en', texts };
}

function* overlayUnits({ overlays, dialogs }: ContentFiles): Generator<Unit> {
  const audiences = new Map(dialogs.map(({ value }) => [value.id, value.for]));
  for (const { locale, dialogs: said, ui, services } of overlays) {
    const of =
      (file: string, line: () => number, forWhom: readonly Audience[]) =>
      (kind: Shown['kind'], text: string): Shown => ({
        file,
        line,
        text,
        kind,
        for: forWhom,
        lang: locale.lang,
      });
    for (const { file, value, lineOf } of said) {
      const texts: Shown[] = [];
      for (const [id, step] of Object.entries(value.steps)) {
        const shown = of(file, () => lineOf(['steps', id]), audiences.get(value.of) ?? ['young-person']);
        const bare = (one: string | { text: string }): string => (typeof one === 'string' ? one : one.text);
        for (const one of [
          ...(step.say ?? []),
          ...(step.words ?? []),
          ...(step.ask !== undefined ? [step.ask] : []),
        ])
          texts.push(shown('sentence', bare(one)));
        for (const { label } of step.offer ?? []) texts.push(shown('label', label));
      }
      yield { id: value.of, file, kind: 'dialog', locale: locale.id, texts };
    }
    const wordy = (file: string, line: Line, list: [string, string][], top: string): Shown[] =>
      list.map(([key, text]) =>
        of(file, () => line([top, key]), ['young-person'])(/[.?!]$/.test(text) ? 'sentence' : 'label', text),
      );
    if (ui)
      yield {
        id: 'ui',
        file: ui.file,
        kind: 'interface',
        locale: locale.id,
        texts: wordy(
          ui.file,
          ui.lineOf,
          Object.entries(ui.value.texts).map(([key, { text }]) => [key, text]),
          'texts',
        ),
      };
    if (services)
      yield {
        id: 'services',
        file: services.file,
        kind: 'services',
        locale: locale.id,
        texts: wordy(
          services.file,
          services.lineOf,
          Object.entries(services.value.services).flatMap(([key, said]): [string, string][] =>
            [
              said.says,
              ...(said.silent ?? []),
              ...(said['what-happens'] ?? []),
              ...Object.values(said.bands ?? {}),
              ...(said.note ? [said.note] : []),
            ].map((text) => [key, text]),
          ),
          'services',
        ),
      };
  }
}

/** Everything that is shown, in every language. */
export function* units(files: ContentFiles): Generator<Unit> {
  yield* dialogUnits(files);
  yield* markdownUnits(files);
  yield interfaceUnit(files);
  yield servicesUnit(files);
  yield* overlayUnits(files);
}
