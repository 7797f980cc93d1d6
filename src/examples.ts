/** The labelled messages in content/risk/examples, one file a voice: read, checked, and their hash. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './content/problem.ts';
import { type Example, example } from './risk/model/example.ts';

const FOLDER = 'content/risk/examples';

export interface ExampleFiles {
  /** SHA-256 of all files, in hex. */
  readonly hash: string;
  /** Parses them: the good ones, and what is wrong with the others. */
  parse(): { examples: readonly Example[]; problems: readonly Problem[] };
}

interface File {
  readonly file: string;
  readonly text: string;
}

function parse(files: readonly File[]): { examples: Example[]; problems: Problem[] } {
  const examples: Example[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const { file, text } of files) {
    for (const [n, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const wrong = (what: string, mend: string) =>
        problems.push({ file, line: n + 1, what, mend, grade: 'error' });
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        wrong('this line is not JSON', 'write one JSON object on a line');
        continue;
      }
      const parsed = example.safeParse(value);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        wrong(`${issue?.path.join('.')}: ${issue?.message}`, 'label it by content/risk/CODEBOOK.md');
        continue;
      }
      const same = seen.get(parsed.data.text.toLowerCase());
      if (same) wrong(`the same message is in ${same}`, 'keep one of them');
      seen.set(parsed.data.text.toLowerCase(), `${file}:${n + 1}`);
      examples.push(parsed.data);
    }
  }
  return { examples, problems };
}

/** @param root the folder that holds content/; without examples the hash is that of nothing */
export function readExamples(root: string): ExampleFiles {
  let names: string[] = [];
  try {
    names = readdirSync(join(root, FOLDER))
      .filter((name) => name.endsWith('.jsonl'))
      .sort();
  } catch {
    // No folder: the rules work alone.
  }
  const files = names.map((name) => ({
    file: `${FOLDER}/${name}`,
    text: readFileSync(join(root, FOLDER, name), 'utf8'),
  }));
  const hash = createHash('sha256');
  for (const { file, text } of files) hash.update(file).update('\0').update(text).update('\0');
  return { hash: hash.digest('hex'), parse: () => parse(files) };
}
