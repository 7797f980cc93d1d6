/** Before all tests: dist/ of these sources, built once for every file that starts a server or opens a page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
// @ts-expect-error plain JavaScript without types: it runs before anything is built
import { build } from '../src/cli/build.mjs';

const ROOT = join(import.meta.dirname, '..');

/** Inside node_modules, where the packages are found. @returns what takes it away after the tests */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const out = mkdtempSync(join(ROOT, 'node_modules', '.signpost-test-'));
  await build({ out });
  provide('built', out);
  return () => rmSync(out, { recursive: true, force: true });
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built service, for all tests: nobody writes there. */
    built: string;
  }
}
