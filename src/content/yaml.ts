/** Reads one YAML text into a checked value, and remembers on which line each part of it stands. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { errorIn, type Problem } from './problem.ts';
import type { Remembered } from './remembered.ts';
import { plainIssue, shapeProblem } from './shape.ts';

export type Path = readonly (string | number)[];

/** A file's value, its text, and where things stand in it. */
export interface Source<T> {
  readonly file: string;
  readonly text: string;
  readonly value: T;
  /** The line (from 1) of the thing at this path, or of its nearest parent. */
  readonly lineOf: (path: Path) => number;
}

/** A file past this size is refused: no content file of ours comes near it. */
const MAX_BYTES = 2_000_000;

type Parsed = { readonly lines: LineCounter; readonly document: ReturnType<typeof parseDocument> };

function parse(text: string): Parsed {
  const lines = new LineCounter();
  return { lines, document: parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines }) };
}

interface Fault {
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

/** The text is no YAML, or none that we take: holds what is wrong. */
class NotYaml extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super('not YAML');
    this.faults = faults;
  }
}

/** An alias says again what stands elsewhere: whoever reads the file would have to look for it. */
function aliasesIn({ document, lines }: Parsed): Fault[] {
  const found: Fault[] = [];
  visit(document, {
    Alias(_, { range }) {
      const line = range ? lines.linePos(range[0]).line : 1;
      found.push({
        line,
        what: 'a text begins with *, which is an alias in YAML',
        mend: 'write the words themselves, in quotes if they begin with *',
      });
    },
  });
  return found;
}

const faultsOf = ({ document, lines }: Parsed): Fault[] =>
  document.errors.map(({ pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    what: `the file cannot be read from here on (${firstLine(message)})`,
    mend: 'look for a quote, a bracket or a space that is missing or too much',
  }));

function saidBy(text: string): unknown {
  const parsed = parse(text);
  if (parsed.document.errors.length > 0) throw new NotYaml(faultsOf(parsed));
  try {
    return parsed.document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (error) {
    const aliases = aliasesIn(parsed);
    throw aliases.length > 0 ? new NotYaml(aliases) : error;
  }
}

/** What a text says, its shape not looked at; undefined when it is no YAML. */
export function plainValue(text: string): unknown {
  try {
    return saidBy(text);
  } catch {
    return undefined;
  }
}

/** Finds lines; the text is parsed when the first is asked for: kept trees would be most of the memory at start. */
function liner(text: string): (path: Path) => number {
  let tree: Parsed | undefined;
  return (path) => {
    tree ??= parse(text);
    const { document, lines } = tree;
    for (let n = path.length; n > 0; n--) {
      const parent = document.getIn(path.slice(0, n - 1), true);
      const pair = isMap(parent) ? parent.items.find((one) => keyOf(one.key) === path[n - 1]) : undefined;
      // A key's line, not that of what stands below it.
      const node = pair?.key ?? document.getIn(path.slice(0, n), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
}

/**
 * @param file the path printed with problems
 * @param text the YAML
 * @param schema the shape it must have
 * @param remembered what the text said last time, so that it need not be parsed
 * @returns the source, or the problems that keep it from being one
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  remembered?: Remembered,
): { source: Source<z.output<S>> } | { problems: Problem[] } {
  const wrong = errorIn(file);
  if (text.length > MAX_BYTES) return { problems: [wrong(1, 'the file is over 2 MB', 'split it')] };
  let said: unknown;
  try {
    said = remembered ? remembered.of(text, () => saidBy(text)) : saidBy(text);
  } catch (error) {
    if (!(error instanceof NotYaml)) throw error;
    return { problems: error.faults.map(({ line, what, mend }) => wrong(line, what, mend)) };
  }
  const lineOf = liner(text);
  const parsed = schema.safeParse(said, { error: plainIssue, reportInput: true });
  if (parsed.success) return { source: { file, text, value: parsed.data, lineOf } };
  return {
    problems: parsed.error.issues.map((issue) => {
      const path = issue.path.filter((key) => typeof key !== 'symbol');
      const { what, mend } = shapeProblem(issue, path);
      return wrong(lineOf(path), what, mend, path);
    }),
  };
}

/**
 * What begins on a line (from 1), or else the last that begins above it.
 * @param text YAML, broken or not
 */
export function pathAt(text: string, line: number): Path {
  const { document, lines } = parse(text);
  let found: Path = [];
  /** @returns whether the line is reached */
  const look = (node: unknown, path: Path): boolean => {
    const each: [unknown, unknown, string | number][] = isMap(node)
      ? node.items.map(({ key, value }) => [key, value, String(keyOf(key))])
      : isSeq(node)
        ? node.items.map((item, n) => [item, item, n])
        : [];
    return each.some(([begin, value, key]) => {
      const at = isNode(begin) && begin.range ? lines.linePos(begin.range[0]).line : line + 1;
      if (at > line) return true;
      found = [...path, key];
      return at === line || look(value, found);
    });
  };
  look(document.contents, []);
  return found;
}

const keyOf = (key: unknown): unknown => (isScalar(key) ? key.value : key);

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/[:\s]+$/, '');
