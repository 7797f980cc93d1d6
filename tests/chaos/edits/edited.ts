/** Random edits of the kinds that the editor offers, on the content as it was read. */
import type { ContentFiles } from '../../../src/content/files.ts';
import { type DialogFile, dialogFile, placesFile, servicesFile } from '../../../src/content/schema.ts';
import type { Source } from '../../../src/content/yaml.ts';
import type { Chance } from '../random.ts';
import type { Draft, Edit } from './draft.ts';
import { PLACES, SERVICES } from './registry.ts';
import { DIALOGS, STEPS, WAYS } from './shape.ts';
import { BUTTONS, CARDS, WORDS } from './texts.ts';

/** How often which kind is made: words are what staff change most. */
const often = (kinds: readonly (readonly [weight: number, edits: readonly Edit[]])[]) =>
  kinds.flatMap(([weight, edits]) => Array.from({ length: weight }, () => edits));
const IN_DIALOGS = often([
  [7, WORDS],
  [3, CARDS],
  [4, BUTTONS],
  [2, STEPS],
  [2, WAYS],
  [1, DIALOGS],
]);
const ANYWHERE = [
  ...IN_DIALOGS,
  ...often([
    [8, SERVICES],
    [3, PLACES],
  ]),
];
/** Whoever changes services mostly changes several of them. */
const WITH_SERVICES = 0.3;

const sourceOf = <T>(before: Source<T> | undefined, file: string, value: T): Source<T> =>
  before?.value === value ? before : { file, text: '', value, lineOf: () => 1 };

/**
 * Makes one to six random edits.
 * @returns the changed files, and what was done; `files` is null when a file has not its shape any more
 */
export function edited(files: ContentFiles, random: Chance): { files: ContentFiles | null; done: string[] } {
  const draft: Draft = {
    random,
    dialogs: new Map(files.dialogs.map(({ value }) => [value.id, value])),
    services: files.services.value,
    places: files.places.value,
    done: [],
  };
  const many = 1 + random.below(6);
  const edits = random.is(WITH_SERVICES) ? ANYWHERE : IN_DIALOGS;
  for (let n = 0; n < many && draft.dialogs.size > 0; n += 1)
    draft.done.push(random.of(random.of(edits))(draft));
  const known = new Map(files.dialogs.map((source) => [source.value, source]));
  const dialogs: ContentFiles['dialogs'][number][] = [];
  for (const value of draft.dialogs.values()) {
    const before = known.get(value);
    const read = before ? undefined : dialogFile.safeParse(value);
    if (read && !read.success) return { files: null, done: draft.done };
    dialogs.push(
      before ?? sourceOf<DialogFile>(undefined, `dialogs/${value.id}.yaml`, read?.data as DialogFile),
    );
  }
  const services = draft.services === files.services.value || servicesFile.safeParse(draft.services).success;
  const places = draft.places === files.places.value || placesFile.safeParse(draft.places).success;
  if (!services || !places) return { files: null, done: draft.done };
  return {
    done: draft.done,
    files: {
      ...files,
      dialogs,
      services: sourceOf(files.services, 'content/services.yaml', draft.services),
      places: sourceOf(files.places, 'content/places.yaml', draft.places),
    },
  };
}
