/** The app package: what an administrator uploads to Teams. Built twice from the same settings it is the same bytes. */
import { strToU8, zipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icons.ts';
import { LANGUAGES, languageOf, manifestOf } from './manifest.ts';
import type { PackageSettings } from './settings.ts';
import { faultsOf } from './validate.ts';

/** The first day a zip can tell. A zip writes local time: made of local numbers, it is the same everywhere. */
const firstDay = (): Date => new Date(1980, 0, 1);

const text = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/** Not as Microsoft publishes it: Teams would refuse the upload. */
export class NotValid extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The package is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'NotValid';
    this.faults = faults;
  }
}

/**
 * @param root the folder that holds deploy/teams/schema
 * @throws NotValid
 */
export function buildPackage(settings: PackageSettings, root: string): Uint8Array {
  const manifest = manifestOf(settings);
  const languages = Object.entries(LANGUAGES).map(
    ([tag, words]) => [`${tag}.json`, languageOf(manifest, words)] as const,
  );
  const faults = [
    ...faultsOf(root, 'MicrosoftTeams.schema.json', manifest).map((fault) => `manifest.json ${fault}`),
    ...languages.flatMap(([name, value]) =>
      faultsOf(root, 'MicrosoftTeams.Localization.schema.json', value).map((fault) => `${name} ${fault}`),
    ),
  ];
  if (faults.length > 0) throw new NotValid(faults);
  const files = {
    'manifest.json': text(manifest),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
    ...Object.fromEntries(languages.map(([name, value]) => [name, text(value)])),
  };
  return zipSync(files, { level: 9, mtime: firstDay() });
}
