/** Translations: every text of another language has its English, was made from it, and has its shape. */
import type { ContentFiles, LocaleFiles } from '../files.ts';
import { fits } from '../locale/overlay.ts';
import { stampOf, stampOfService, stampOfStep } from '../locale/stamp.ts';
import type { Problem } from '../problem.ts';
import type { DialogWords } from '../schema.ts';
import type { Path } from '../yaml.ts';
import { SIZES } from './dialogs.ts';

type At = Pick<Problem, 'file' | 'line' | 'path'>;
type Add = (at: At, what: string, mend: string, grade?: Problem['grade']) => void;

/** Short words may be the same in two languages; a sentence is not. */
const SAME_LETTERS = 16;

/** @param stamp of the English as it is today */
const fitting = (stamp: string): string =>
  `mend the words, then press "It fits the English now" (in the file, from: ${stamp})`;

/** The texts of a step, as they stand in its file. */
const textsOf = ({ say, ask }: DialogWords['steps'][string]): string[] =>
  [...(say ?? []), ...(ask === undefined ? [] : [ask])].map((one) =>
    typeof one === 'string' ? one : one.text,
  );

function checkDialogWords(files: ContentFiles, { locale, dialogs }: LocaleFiles, add: Add): void {
  const english = new Map(files.dialogs.map(({ value }) => [value.id, value]));
  const seen = new Map<string, string>();
  for (const { file, value, lineOf } of dialogs) {
    const at = (path: Path, deeper: Path = []): At => ({
      file,
      line: lineOf(path),
      path: [...path, ...deeper],
    });
    const dialog = english.get(value.of);
    const twice = seen.get(value.of);
    if (twice) add(at(['of']), `"${value.of}" is also in ${twice}`, 'keep one file for each dialog');
    seen.set(value.of, file);
    if (!dialog) {
      add(
        at(['of']),
        `there is no dialog "${value.of}"`,
        'take this translation out, or mend the name of its dialog (of)',
      );
      continue;
    }
    if (value.title && value.title.from !== stampOf(dialog.title))
      add(
        at(['title']),
        `the English title has changed, to "${dialog.title}"`,
        fitting(stampOf(dialog.title)),
        'warning',
      );
    for (const [id, words] of Object.entries(value.steps)) {
      const step = dialog.steps[id];
      const path = ['steps', id];
      if (!step) {
        add(at(path), `there is no step "${id}" in ${dialog.id}`, 'rename it, or take it out');
        continue;
      }
      const stamp = stampOfStep(step);
      if (words.from !== stamp)
        add(
          at([...path, 'from']),
          words.from === ''
            ? `nobody has said yet that ${dialog.id}/${id} fits the English`
            : `the English of ${dialog.id}/${id} has changed since it was translated`,
          fitting(stamp),
          'warning',
        );
      else if (!fits(step, words))
        add(
          at(path),
          `${dialog.id}/${id} does not have the same parts as the English`,
          'give it what the English has: bubbles, a question, words to say, and as many buttons',
        );
      if (!locale.lang.startsWith('en'))
        for (const text of textsOf(words))
          if (text.length >= SAME_LETTERS && [...(step.say ?? []), step.ask].includes(text))
            add(at(path), `still English: "${text}"`, `write it in ${locale.name}`);
      for (const [n, one] of (words.say ?? []).entries()) {
        const text = typeof one === 'string' ? one : one.text;
        if (text.length > SIZES.bubble)
          add(at(path, ['say', n]), `a bubble of ${text.length} letters`, `shorten it to ${SIZES.bubble}`);
      }
      for (const [n, { label }] of (words.offer ?? []).entries())
        if (label.length > SIZES.label)
          add(
            at(path, ['offer', n, 'label']),
            `the button "${label}" has ${label.length} letters`,
            `shorten it to ${SIZES.label}`,
          );
    }
  }
}

function checkOtherWords(files: ContentFiles, { ui, services }: LocaleFiles, add: Add): void {
  const texts = files.ui.value.texts;
  for (const [key, { from, text }] of Object.entries(ui?.value.texts ?? {})) {
    const at = { file: ui?.file ?? '', line: ui?.lineOf(['texts', key]) ?? 1, path: ['texts', key] };
    const english = texts[key];
    if (english === undefined) add(at, `nothing shows the text "${key}"`, 'take it out, or mend its name');
    else {
      if (stampOf(english) !== from)
        add(
          at,
          `the English of "${key}" has changed since it was translated`,
          fitting(stampOf(english)),
          'warning',
        );
      const gaps = (one: string): string => [...one.matchAll(/\{[a-z-]+\}/g)].map(String).sort().join(' ');
      if (gaps(english) !== gaps(text))
        add(
          at,
          `the words in curly brackets are not those of the English of "${key}"`,
          `it needs ${gaps(english) || 'none'}`,
        );
    }
  }
  for (const [id, words] of Object.entries(services?.value.services ?? {})) {
    const at = {
      file: services?.file ?? '',
      line: services?.lineOf(['services', id]) ?? 1,
      path: ['services', id],
    };
    const service = files.services.value.services.find((one) => one.id === id);
    if (!service) add(at, `there is no service "${id}"`, 'take it out, or mend its name');
    else if (stampOfService(service) !== words.from)
      add(
        at,
        `the English of ${id} has changed since it was translated`,
        fitting(stampOfService(service)),
        'warning',
      );
  }
}

/** How many texts of a language stand ready, are stale, or are missing; `wanted`: the dialogs that should have words. */
export interface Coverage {
  readonly locale: string;
  readonly ready: number;
  readonly missing: readonly string[];
}

/**
 * What each language says, step by step. Easy read is for young people's dialogs; any other language for those,
 * the urgent path and the interface.
 */
export function coverage(files: ContentFiles): Coverage[] {
  const wanted = files.dialogs.filter(({ value }) => value.for.includes('young-person'));
  return files.overlays.map(({ locale, dialogs, ui, services }) => {
    const missing: string[] = [];
    let ready = 0;
    const count = (there: boolean, name: string) => {
      if (there) ready++;
      else missing.push(name);
    };
    for (const { value } of wanted) {
      const said = dialogs.find((one) => one.value.of === value.id)?.value;
      for (const [id, step] of Object.entries(value.steps))
        if (step.say || step.ask || step.words || step.offer)
          count(fits(step, said?.steps[id]), `${value.id}/${id}`);
    }
    if (!locale.lang.startsWith('en')) {
      for (const [key, text] of Object.entries(files.ui.value.texts))
        count(ui?.value.texts[key]?.from === stampOf(text), `ui ${key}`);
      for (const service of files.services.value.services)
        if (service.for.includes('young-person') && (service.area === 'uk' || service.area === 'wiltshire'))
          count(
            services?.value.services[service.id]?.from === stampOfService(service),
            `service ${service.id}`,
          );
    }
    return { locale: locale.id, ready, missing };
  });
}

export function checkOverlays(files: ContentFiles): Problem[] {
  const problems: Problem[] = [...files.untranslated];
  const add: Add = (at, what, mend, grade = 'error') => problems.push({ ...at, what, mend, grade });
  for (const overlay of files.overlays) {
    checkDialogWords(files, overlay, add);
    checkOtherWords(files, overlay, add);
  }
  for (const { locale, missing } of coverage(files))
    if (missing.length > 0)
      add(
        { file: `content/${locale}`, line: 1 },
        `${missing.length} texts are missing, or older than their English: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}`,
        'write them; until then English stands in their place',
        'warning',
      );
  return problems;
}
