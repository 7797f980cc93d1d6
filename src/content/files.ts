/** Reads the content files from disk and gives each its shape. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { ContentError, type Problem } from './problem.ts';
import {
  calendarFile,
  conceptsFile,
  dialogFile,
  dictionaryFile,
  patternsFile,
  placesFile,
  servicesFile,
  uiFile,
} from './schema.ts';
import { readYaml, type Source } from './yaml.ts';

/** All content files, each of the right shape, their meaning not yet checked. */
export interface ContentFiles {
  readonly dialogs: readonly Source<z.output<typeof dialogFile>>[];
  readonly services: Source<z.output<typeof servicesFile>>;
  readonly places: Source<z.output<typeof placesFile>>;
  readonly calendar: Source<z.output<typeof calendarFile>>;
  readonly ui: Source<z.output<typeof uiFile>>;
  readonly concepts: Source<z.output<typeof conceptsFile>>;
  readonly patterns: readonly Source<z.output<typeof patternsFile>>[];
  readonly dictionary: Source<z.output<typeof dictionaryFile>>;
  /** Words that spelling repair leaves alone. */
  readonly realWords: ReadonlySet<string>;
  /** First 12 hex digits of the SHA-256 of all the files. */
  readonly version: string;
}

/**
 * @param root the folder that holds dialogs/ and content/
 * @throws ContentError with every file that is missing or of the wrong shape
 */
export function readFiles(root: string): ContentFiles {
  const problems: Problem[] = [];
  const hash = createHash('sha256');
  const readText = (file: string): string | undefined => {
    try {
      const text = readFileSync(join(root, file), 'utf8');
      hash.update(file).update('\0').update(text).update('\0');
      return text;
    } catch {
      problems.push({ file, line: 1, what: 'the file cannot be read', mend: 'put it back', grade: 'error' });
      return undefined;
    }
  };
  const read = <S extends z.ZodType>(file: string, schema: S): Source<z.output<S>> | undefined => {
    const text = readText(file);
    if (text === undefined) return undefined;
    const result = readYaml(file, text, schema);
    if ('source' in result) return result.source;
    problems.push(...result.problems);
    return undefined;
  };
  const folder = (dir: string, pattern: RegExp): string[] => {
    try {
      return readdirSync(join(root, dir))
        .filter((name) => pattern.test(name))
        .sort()
        .map((name) => `${dir}/${name}`);
    } catch {
      problems.push({
        file: dir,
        line: 1,
        what: 'the folder cannot be read',
        mend: 'put it back',
        grade: 'error',
      });
      return [];
    }
  };
  const files = {
    dialogs: folder('dialogs', /\.yaml$/).map((file) => read(file, dialogFile)),
    services: read('content/services.yaml', servicesFile),
    places: read('content/places.yaml', placesFile),
    calendar: read('content/calendar.yaml', calendarFile),
    ui: read('content/ui.yaml', uiFile),
    concepts: read('content/risk/concepts.yaml', conceptsFile),
    patterns: folder('content/risk', /^patterns-.*\.yaml$/).map((file) => read(file, patternsFile)),
    dictionary: read('content/risk/dictionary.yaml', dictionaryFile),
    realWords: new Set((readText('content/risk/real-words.txt') ?? '').match(/^[a-z]+$/gm)),
    version: hash.digest('hex').slice(0, 12),
  };
  if (problems.length > 0) throw new ContentError(problems);
  return files as ContentFiles;
}
