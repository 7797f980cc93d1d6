/** The content of a trial: a version's files with the changes laid over them, read, checked and put together. */
import { type Looked, look } from '../checking.ts';
import { assemble } from '../content/assemble.ts';
import { type ContentFiles, readFiles } from '../content/files.ts';
import type { Content } from '../content/model.ts';
import { Newest } from '../content/newest.ts';
import { ContentError, type Problem } from '../content/problem.ts';
import { Sources } from '../content/sources.ts';
import { inMemory, onDisk } from '../content/texts.ts';
import { compile, type Library } from '../library.ts';
import { NoSuchVersion } from './broken.ts';
import { laid } from './laid.ts';
import type { Start } from './messages.ts';
import { otherWordsTaught, touchesRisk, touchesTaught } from './taught.ts';
import type { Files, Trial } from './workbench.ts';

/** Versions and results that are kept: what staff work on just now. */
const KEPT = { versions: 3, contents: 3, libraries: 2, looks: 6 } as const;

/** What a trial's files say: or what keeps them from being read. */
export type Read = { readonly files: ContentFiles } | { readonly problems: readonly Problem[] };

export class Trials {
  readonly #start: Start;
  readonly #filesOf: (version: string) => Promise<Files | null>;
  readonly #sources = new Sources();
  readonly #versions = new Newest<string, Files>(KEPT.versions);
  readonly #contents = new Newest<string, Content>(KEPT.contents);
  readonly #libraries = new Newest<Content, Library>(KEPT.libraries);
  readonly #looks = new Newest<string, Looked>(KEPT.looks);

  /** @param filesOf asks for the files of a version; null: there is none */
  constructor(start: Start, filesOf: (version: string) => Promise<Files | null>) {
    this.#start = start;
    this.#filesOf = filesOf;
  }

  /** Reads and checks the words that ship with the code: every version has most of them. */
  warm(): void {
    const texts = onDisk(this.#start.root);
    const { files } = look({ texts, sources: this.#sources, words: true, examples: true });
    const content = files && this.content(files);
    if (content) this.library(content);
  }

  /** @throws NoSuchVersion */
  async base(version: string): Promise<Files> {
    const known = this.#versions.get(version);
    if (known) return known;
    const files = await this.#filesOf(version);
    if (!files) throw new NoSuchVersion();
    return this.#versions.put(version, files);
  }

  /** @throws NoSuchVersion */
  async files({ base, files }: Trial): Promise<Files> {
    return laid(await this.base(base), files);
  }

  /** @throws NoSuchVersion */
  async read(trial: Trial): Promise<Read> {
    const files = await this.files(trial);
    try {
      return { files: readFiles(inMemory(files), this.#sources) };
    } catch (error) {
      if (error instanceof ContentError) return { problems: error.problems };
      throw error;
    }
  }

  /**
   * What is wrong with a trial.
   * @param examples whether every pattern is tried on its own examples, or only where the trial changes one
   * @throws NoSuchVersion
   */
  async look(trial: Trial, examples: 'all' | 'if-changed'): Promise<Looked> {
    const all = examples === 'all' || touchesRisk(trial.files);
    const files = await this.files(trial);
    const before = touchesTaught(trial.files) ? await this.read({ base: trial.base, files: {} }) : null;
    const key = JSON.stringify([trial.base, trial.files, all]);
    return (
      this.#looks.get(key) ??
      this.#looks.put(
        key,
        look({
          texts: inMemory(files),
          sources: this.#sources,
          words: true,
          examples: all,
          also: (now) => (before && 'files' in before ? otherWordsTaught(before.files, now) : []),
        }),
      )
    );
  }

  /**
   * The content as well as it can be put together: words that may not be published can still be tried.
   * @returns undefined when that fails
   */
  content(files: ContentFiles): Content | undefined {
    const known = this.#contents.get(files.version);
    if (known) return known;
    try {
      return this.#contents.put(files.version, assemble(files, this.#start.drafts));
    } catch {
      return undefined;
    }
  }

  library(content: Content): Library {
    return this.#libraries.get(content) ?? this.#libraries.put(content, compile(this.#start.root, content));
  }
}
