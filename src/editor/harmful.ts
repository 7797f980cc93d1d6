/** What no text may hold (content/signs.ts), as it is typed and as it is read: YAML has many ways to write a sign. */
import { texts } from '../content/checks/texts.ts';
import { headOf } from '../content/edit-page.ts';
import { harmIn } from '../content/signs.ts';
import { plainValue } from '../content/yaml.ts';
import type { Changes } from '../workbench/weight.ts';
import type { Marked } from '../workbench/workbench.ts';

/** Every text that a file says, without the ways in which it is written. */
function saidIn(file: string, text: string): ReturnType<typeof texts> {
  return texts(file.endsWith('.md') ? headOf(text) : plainValue(text));
}

function typed(file: string, text: string, base: string): Marked[] {
  const known = new Set(base.split('\n'));
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, n) =>
      known.has(line)
        ? []
        : harmIn(line).map((harm): Marked => ({ file, line: n + 1, ...harm, grade: 'error', path: [] })),
    );
}

function said(file: string, text: string, base: string): Marked[] {
  const known = new Set([...saidIn(file, base)].map((one) => one.text));
  return [...saidIn(file, text)].flatMap((one) =>
    known.has(one.text)
      ? []
      : harmIn(one.text).map(
          (harm): Marked => ({ file, line: 1, ...harm, grade: 'error', path: [...one.path] }),
        ),
  );
}

/**
 * @param base what is changed: its own lines are none of the writer's doing
 * @returns each place, by file and line; the text itself is not repeated
 */
export function harmfulTexts(changes: Changes, base: Readonly<Record<string, string>>): Marked[] {
  return Object.entries(changes).flatMap(([file, text]) => {
    if (text === null) return [];
    const found = typed(file, text, base[file] ?? '');
    return found.length > 0 ? found : said(file, text, base[file] ?? '');
  });
}
