/** The shipped words as a version, and a workbench on them: one real thread for all tests of a file. */
import { afterAll } from 'vitest';
import { shippedFiles } from '../../src/store/shipped.ts';
import { openWorkbench, type WorkbenchOptions } from '../../src/workbench/open.ts';
import type { Changes, Files, Trial, Workbench } from '../../src/workbench/workbench.ts';
import { ROOT } from '../library.ts';

export const BASE = 'shipped';
export const GIFTS = 'dialogs/gifts-and-favours.yaml';

export const shipped: Files = await shippedFiles(ROOT);

/** A machine that runs all tests at once is slow: no test of what is answered may hang on it. */
const PATIENT = { patienceMs: 60_000, publishPatienceMs: 60_000 };

export const open = (options: Partial<WorkbenchOptions> = {}): Workbench =>
  openWorkbench({
    root: ROOT,
    drafts: true,
    filesOf: async (version) => (version === BASE ? shipped : null),
    ...PATIENT,
    ...options,
  });

/** For all tests of a file; closed after them. */
export function shared(): Workbench {
  const workbench = open();
  afterAll(() => workbench.close());
  return workbench;
}

/** A file with some of its words changed. @throws when a change changes nothing */
export function changed(path: string, ...changes: readonly (readonly [string, string])[]): Changes {
  let text = shipped[path] ?? '';
  for (const [from, to] of changes) {
    const next = text.replace(from, to);
    if (next === text) throw new Error(`"${from}" is not in ${path}`);
    text = next;
  }
  return { [path]: text };
}

export const trial = (files: Changes = {}): Trial => ({ base: BASE, files });
