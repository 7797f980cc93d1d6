/** Lays a language over the English content: the same ids, other words; English where a text is missing or stale. */
import { link } from '../link.ts';
import type { Content, Dialog, Service, Step, StepRef } from '../model.ts';
import type { DialogFile, DialogWords, LocaleEntry, ServiceWords, UiWords } from '../schema.ts';
import { stampOf, stampOfService, stampOfStep } from './stamp.ts';

type StepFile = DialogFile['steps'][string];
type StepWords = DialogWords['steps'][string];

/** All texts of one language, of the right shape. */
export interface Words {
  readonly dialogs: readonly DialogWords[];
  readonly ui: UiWords | undefined;
  readonly services: ServiceWords | undefined;
}

/** A bubble as it is shown: its symbol first, as easy read wants it. */
const shown = (bubble: string | { symbol: string; text: string }): string =>
  typeof bubble === 'string' ? bubble : `${bubble.symbol} ${bubble.text}`;

/** Whether a step's words were made from the English that stands there now, and have its shape. */
export const fits = (step: StepFile, words: StepWords | undefined): words is StepWords =>
  words !== undefined &&
  words.from === stampOfStep(step) &&
  (words.offer?.length ?? 0) === (step.offer?.length ?? 0) &&
  (words.say !== undefined) === (step.say !== undefined) &&
  (words.ask !== undefined) === (step.ask !== undefined) &&
  (words.words !== undefined) === (step.words !== undefined);

function stepIn(step: StepFile, words: StepWords, falseFriends: ReadonlySet<string>): StepFile {
  return {
    ...step,
    ...(words.say && { say: words.say.map(shown) }),
    ...(words.ask !== undefined && { ask: shown(words.ask) }),
    ...(words.words && { words: words.words }),
    ...(step.offer && {
      offer: step.offer.map((choice, n) => {
        const said = words.offer?.[n];
        if (!said) return choice;
        // What an English speaker may type still works, unless it means something else here.
        const english = [choice.label, ...choice.also].filter((one) => !falseFriends.has(one.toLowerCase()));
        return { ...choice, label: said.label, also: [...said.also, ...english] };
      }),
    }),
  };
}

/** A dialog with the words of a language; `missing`: steps that stay English. */
function dialogIn(
  file: DialogFile,
  words: DialogWords | undefined,
  falseFriends: ReadonlySet<string>,
): { file: DialogFile; missing: Set<string> } {
  const missing = new Set<string>();
  const steps: DialogFile['steps'] = {};
  for (const [id, step] of Object.entries(file.steps)) {
    const said = words?.steps[id];
    if (fits(step, said)) steps[id] = stepIn(step, said, falseFriends);
    else {
      steps[id] = step;
      if (step.say || step.ask || step.words || step.offer) missing.add(id);
    }
  }
  const title = words?.title?.from === stampOf(file.title) ? words.title.text : file.title;
  return { file: { ...file, title, steps }, missing };
}

function serviceIn(service: Service, words: ServiceWords['services'][string] | undefined): Service {
  if (words?.from !== stampOfService(service)) return service;
  return {
    ...service,
    name: words.name ?? service.name,
    ...(words.short && { short: words.short }),
    says: words.says,
    ...(words.silent && { silent: words.silent }),
    ...(words['what-happens'] && { 'what-happens': words['what-happens'] }),
    bands: service.bands.map((band) => ({ ...band, says: words.bands?.[band.id] ?? band.says })),
    ...(words.note && { cost: { ...service.cost, note: words.note } }),
  };
}

/**
 * The content in another language: same ids and ways, so that a session never depends on it.
 * A step that stays English begins with the sentence `in-english` of that language, unless that is English too.
 */
export function localise(
  content: Content,
  files: ReadonlyMap<string, DialogFile>,
  locale: LocaleEntry,
  words: Words,
): Content {
  const said = new Map(words.dialogs.map((one) => [one.of, one]));
  const falseFriends = new Set(locale['false-friends']);
  const done = [...files.values()].map((file) => dialogIn(file, said.get(file.id), falseFriends));
  const { dialogs, steps } = link(new Map(done.map(({ file }) => [file.id, file])));
  const ui = { ...content.ui };
  for (const [key, { from, text }] of Object.entries(words.ui?.texts ?? {}))
    if (Object.hasOwn(ui, key) && stampOf(content.ui[key as keyof typeof ui]) === from)
      ui[key as keyof typeof ui] = text;
  const commands = { ...content.commands };
  for (const key of Object.keys(words.ui?.commands ?? {}) as (keyof typeof commands)[]) {
    const own = words.ui?.commands[key];
    if (own)
      commands[key] = { label: own.label, also: [...own.also, commands[key].label, ...commands[key].also] };
  }
  const foreign = !locale.lang.startsWith('en');
  const noted = new Map<StepRef, Step>(steps);
  if (foreign)
    for (const { file, missing } of done)
      for (const id of missing) {
        const ref: StepRef = `${file.id}/${id}`;
        const step = steps.get(ref);
        if (step) noted.set(ref, { ...withNotice(step, ui['in-english']), lang: content.lang });
      }
  return {
    ...content,
    locale: locale.id,
    lang: locale.lang,
    dialogs: dialogs as ReadonlyMap<string, Dialog>,
    steps: noted,
    ui,
    commands,
    services: new Map(
      [...content.services].map(([id, one]) => [id, serviceIn(one, words.services?.services[id])]),
    ),
  };
}

function withNotice(step: Step, notice: string): Step {
  const [first, ...rest] = step.parts;
  if (first?.kind === 'say')
    return { ...step, parts: [{ kind: 'say', texts: [notice, ...first.texts] }, ...rest] };
  const waits = step.parts.some(({ kind }) => kind === 'ask' || kind === 'hand-off' || kind === 'offer');
  return waits ? { ...step, parts: [{ kind: 'say', texts: [notice] }, ...step.parts] } : step;
}

/** The content in this language, or in English where we have no such words. */
export const inLocale = (content: Content, locale: string): Content => content.locales.get(locale) ?? content;
