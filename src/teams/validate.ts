/** Holds what we write against the schemas that Microsoft publishes; they lie in deploy/teams/schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

const FOLDER = 'deploy/teams/schema';

export type Kind = 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json';

const compiled = new Map<string, ValidateFunction>();

/**
 * The schemas call themselves draft 4, and use `const` and `if`, which came later: they are read as draft 7. Nothing in
 * them means one thing in draft 4 and another in draft 7 (a test says so), so only that name is put aside.
 */
function compile(root: string, kind: Kind): ValidateFunction {
  const path = join(root, FOLDER, kind);
  const known = compiled.get(path);
  if (known) return known;
  const { $schema: _, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  // One pattern of the published file is none in Unicode mode.
  const formats = { uri: (text: string) => URL.canParse(text) };
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats });
  const fits = ajv.compile(schema);
  compiled.set(path, fits);
  return fits;
}

/**
 * @param root the folder that holds deploy/
 * @returns what is wrong, each as "where: what"; none when it is as published
 */
export function faultsOf(root: string, kind: Kind, value: unknown): string[] {
  const fits = compile(root, kind);
  if (fits(value)) return [];
  return (fits.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'}: ${message ?? 'wrong'}`,
  );
}
