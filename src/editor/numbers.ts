/** The numbers of a version's services, and which of them differ between two versions. */
import { servicesFile } from '../content/schema.ts';
import { readYaml } from '../content/yaml.ts';
import type { Files } from '../store/backend.ts';

const PATH = 'content/services.yaml';

export interface Numbers {
  readonly phone: string | undefined;
  readonly text: string | undefined;
  readonly emergency: boolean;
}

/** @returns service -> its numbers; nothing when the file cannot be read */
export function numbersOf(files: Files): Map<string, Numbers> {
  const read = readYaml(PATH, files[PATH] ?? '', servicesFile);
  const services = 'source' in read ? read.source.value.services : [];
  return new Map(
    services.map(({ id, phone, text, emergency }) => [
      id,
      { phone, text: text && `${text.to} ${text.word ?? ''}`, emergency },
    ]),
  );
}

/** Services of `to` whose number is another than it was in `from`; those for danger now are never among them. */
export function changedNumbers(from: Files, to: Files): string[] {
  const before = numbersOf(from);
  return [...numbersOf(to)].flatMap(([id, { phone, text, emergency }]) => {
    const was = before.get(id);
    const same = was?.phone === phone && was?.text === text;
    return same || emergency || (!phone && !text) ? [] : [id];
  });
}
