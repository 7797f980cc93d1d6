/** Builds dist/: the server's entries (packages stay outside), the widget as one file, and the page's styles. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SERVER = ['src/main.ts', 'src/cli/talk.ts', 'src/cli/assess.ts', 'src/cli/check.ts'];
const WIDGET = 'src/widget/main.tsx';
/** src/site/render.ts reads them from its own folder, which in the bundle is dist/. */
const STYLES = ['src/site/tokens.css', 'src/site/style.css'];

const JSX = { jsx: 'automatic', jsxImportSource: 'preact' };

function buildServer(root, out) {
  const entryPoints = SERVER.map((path) => join(root, path)).filter(existsSync);
  if (entryPoints.length === 0) return;
  return bundle({
    ...JSX,
    entryPoints,
    outdir: out,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    chunkNames: '[hash]',
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
}

function buildWidget(root, out) {
  const entry = join(root, WIDGET);
  if (!existsSync(entry)) return;
  return bundle({
    ...JSX,
    entryPoints: [entry],
    outfile: join(out, 'widget.js'),
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/**
 * @param {{ root?: string, out?: string, only?: 'widget' }} [options] the project, where the result goes, a part of it
 * @returns {Promise<void>} rejects when something does not compile
 */
export async function build({ root = ROOT, out = join(root, 'dist'), only } = {}) {
  mkdirSync(out, { recursive: true });
  for (const path of STYLES) {
    const from = join(root, path);
    if (existsSync(from)) copyFileSync(from, join(out, path.slice(path.lastIndexOf('/') + 1)));
  }
  await Promise.all([only === 'widget' ? null : buildServer(root, out), buildWidget(root, out)]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
