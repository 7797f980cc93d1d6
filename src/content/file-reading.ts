/** Reads file after file of the content: each its shape, and all that is wrong with any of them. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Markdown, readMarkdown } from './markdown.ts';
import { errorIn, type Problem } from './problem.ts';
import { Remembered } from './remembered.ts';
import type { Sources } from './sources.ts';
import type { Texts } from './texts.ts';
import { readYaml, type Source } from './yaml.ts';

/** What was read; what is wrong with it goes to the others. */
function taken<T>(result: { source: T } | { problems: Problem[] }, others: Problem[]): T | undefined {
  if ('source' in result) return result.source;
  others.push(...result.problems);
  return undefined;
}

/** One a line. */
const wordsOn = (text: string): ReadonlySet<string> => new Set(text.match(/^[a-z]+$/gm));

const lost = (file: string, what: string): Problem => errorIn(file)(1, what, 'put it back');

/** Reads file after file, and notes what is wrong with them and what they all were. */
export class FileReading {
  readonly problems: Problem[] = [];
  /** What is wrong with translations that cannot be read: it must not take the English with it. */
  readonly untranslated: Problem[] = [];
  readonly #texts: Texts;
  readonly #sources: Sources | undefined;
  readonly #remembered: Remembered | undefined;
  readonly #hash = createHash('sha256');

  constructor(texts: Texts, sources: Sources | undefined) {
    this.#texts = texts;
    this.#sources = sources;
    this.#remembered = sources ? undefined : new Remembered();
  }

  #text(file: string): string | undefined {
    const text = this.#texts.read(file);
    if (text === undefined) this.problems.push(lost(file, 'the file cannot be read'));
    else this.#hash.update(file).update('\0').update(text).update('\0');
    return text;
  }

  #once<T>(file: string, text: string, read: (known: Remembered | undefined) => T): T {
    return this.#sources ? this.#sources.of(file, text, read) : read(this.#remembered);
  }

  yaml<S extends z.ZodType>(file: string, schema: S, into = this.problems): Source<z.output<S>> | undefined {
    const text = this.#text(file);
    if (text === undefined) return undefined;
    return taken(
      this.#once(file, text, (known) => readYaml(file, text, schema, known)),
      into,
    );
  }

  /** Words of a language: there need be none. */
  words<S extends z.ZodType>(file: string, schema: S): Source<z.output<S>> | undefined {
    return this.#texts.read(file) === undefined ? undefined : this.yaml(file, schema, this.untranslated);
  }

  page<S extends z.ZodType>(file: string, schema: S): Markdown<z.output<S>> | undefined {
    const text = this.#text(file);
    if (text === undefined) return undefined;
    return taken(
      this.#once(file, text, () => readMarkdown(file, text, schema)),
      this.problems,
    );
  }

  list(file: string): ReadonlySet<string> {
    const text = this.#text(file) ?? '';
    return this.#once(file, text, () => wordsOn(text));
  }

  /** The paths in a folder, in order. */
  folder(dir: string, pattern: RegExp): string[] {
    const names = this.#texts.names(dir);
    if (!names) this.problems.push(lost(dir, 'the folder cannot be read'));
    return (names ?? []).filter((name) => pattern.test(name)).map((name) => `${dir}/${name}`);
  }

  /** First 12 hex digits of the SHA-256 of all that was read. */
  version(): string {
    return this.#hash.digest('hex').slice(0, 12);
  }

  /** All could be read: what YAML says is remembered for the next start. */
  keep(): void {
    this.#remembered?.keep();
  }
}
