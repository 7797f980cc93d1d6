/** Builds dist/: the server's entries with all that they use of the packages, the widget, and the page's styles. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { overBudget } from './budget.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SERVER = [
  'src/main.ts',
  'src/workbench/workbench-thread.ts',
  'src/cli/talk.ts',
  'src/cli/assess.ts',
  'src/cli/evaluate.ts',
  'src/cli/check.ts',
  'src/cli/learn.ts',
  'src/cli/help-card.ts',
  'src/cli/export.ts',
  'src/cli/import.ts',
  'src/cli/teams-package.ts',
  'src/cli/doctor.ts',
  'src/editor/survey-thread.ts',
];
/** The chat, the way out (on every page), what talks to an app or a page around the chat, and the council's one tag. */
const WIDGETS = [
  ['src/widget/main.tsx', 'widget.js'],
  ['src/widget/page.ts', 'page.js'],
  ['src/widget/tools.tsx', 'tools.js'],
  ['src/widget/bridge.ts', 'bridge.js'],
  ['src/widget/embed.ts', 'embed.js'],
];
/** src/site/render.ts reads them from its own folder, which in the bundle is dist/. */
const STYLES = ['tokens', 'base', 'exit', 'chat', 'settings', 'embed', 'pages', 'print', 'printed'].map(
  (name) => `src/site/${name}.css`,
);

/**
 * Modules that a package loads and we never call: the file that asks for them, and which stay out of dist/. They are
 * 25 MB at rest and a third of the time to start. The door of the CloudAdapter loads `botbuilder` whole, from
 * node_modules, and only when it is used.
 */
const LEFT_OUT = [
  // The CloudAdapter: Azure's sign-in, its HTTP clients, the connector and its schemas.
  [
    'botbuilder-core/lib/index.js',
    /^\.\/(?:cloudAdapterBase|configuration\w+|coreAppCredentials|showTypingMiddleware|skills|testAdapter)$/,
  ],
  ['botbuilder-stdlib/lib/index.js', /azureCoreHttpCompat$/],
  // All its plugins (csv, forms, signatures), and a log and probes of its own.
  ['restify/lib/index.js', /^(?:\.\/plugins|pino)$/],
  ['restify/lib/dtrace.js', /^dtrace-provider$/],
  // Other languages.
  ['natural/lib/natural/stemmers/index.js', /^\.\/(?!porter_stemmer$)/],
];

const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[./a-z]/ }, ({ path, importer }) => {
      const asks = importer.replaceAll('\\', '/');
      const out = LEFT_OUT.some(([file, modules]) => asks.endsWith(`/${file}`) && modules.test(path));
      return out ? { path, namespace: 'left-out' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Packages in CommonJS ask for Node's own modules by `require`, and for their own name: an ES module makes both itself,
 * under a name that no package imports it by.
 */
const REQUIRE =
  "import { createRequire as requireHere } from 'node:module'; const require = requireHere(import.meta.url); const __filename = import.meta.filename;";

const JSX = { jsx: 'automatic', jsxImportSource: 'preact' };

async function buildServer(root, out) {
  const entryPoints = SERVER.map((path) => join(root, path)).filter(existsSync);
  if (entryPoints.length === 0) return;
  const { metafile } = await bundle({
    ...JSX,
    entryPoints,
    outdir: out,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    chunkNames: '[hash]',
    plugins: [leaveOut],
    external: ['botbuilder'],
    banner: { js: REQUIRE },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    metafile: true,
    absWorkingDir: out,
    logLevel: 'warning',
  });
  // Shared chunks of earlier builds.
  const stale = (name) => /^[A-Z0-9]{8}\.js(?:\.map)?$/.test(name) && !(name in metafile.outputs);
  for (const name of readdirSync(out).filter(stale)) rmSync(join(out, name), { force: true });
}

/** tools.js is fetched when it is wanted, and has nothing twice: what widget.js holds already it takes from there. */
const BORROWED = /^(?:preact.*|\.\/(?:exit|hands|http)\.ts)$/;

const borrow = {
  name: 'borrow',
  setup({ initialOptions, onResolve }) {
    const settings = initialOptions.outfile.endsWith('tools.js');
    if (settings) onResolve({ filter: BORROWED }, () => ({ path: './widget.js', external: true }));
  },
};

/** In every file, without an import: `inject` brings both. */
const SHORT_JSX = { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' };

function buildWidgets(root, out) {
  const there = WIDGETS.filter(([entry]) => existsSync(join(root, entry)));
  return Promise.all(
    there.map(([entry, name]) =>
      bundle({
        tsconfigRaw: { compilerOptions: SHORT_JSX },
        inject: entry.endsWith('x') ? [join(ROOT, 'src/widget/h.ts')] : [],
        entryPoints: [join(root, entry)],
        outfile: join(out, name),
        bundle: true,
        minify: true,
        platform: 'browser',
        format: 'esm',
        target: 'es2020',
        legalComments: 'none',
        logLevel: 'warning',
        plugins: [borrow],
      }),
    ),
  );
}

/** The editor's page: one script to start with, its views fetched when they are opened. */
async function buildEditor(root, out) {
  const entry = join(root, 'src/editor/page/main.tsx');
  if (!existsSync(entry)) return;
  const folder = join(out, 'editor');
  mkdirSync(folder, { recursive: true });
  const { metafile } = await bundle({
    // The editor's own files name React at their top; the chat's, which the preview draws with, are Preact.
    ...JSX,
    // The chat's styles, for the preview.
    loader: { '.css': 'text' },
    entryPoints: [entry],
    outdir: folder,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    metafile: true,
    absWorkingDir: folder,
    logLevel: 'warning',
  });
  const stale = (name) => !(name in metafile.outputs);
  for (const name of readdirSync(folder).filter(stale)) rmSync(join(folder, name), { force: true });
}

/**
 * @param {{ root?: string, out?: string, only?: 'widget' | 'editor' }} [options] the project, where the result goes, a part of it
 * @returns {Promise<void>} rejects when something does not compile
 */
export async function build({ root = ROOT, out = join(root, 'dist'), only } = {}) {
  mkdirSync(out, { recursive: true });
  // The help card is what is left to serve when the content cannot be read.
  for (const path of [...STYLES, 'deploy/examples/help-card.html']) {
    const from = join(root, path);
    if (existsSync(from)) copyFileSync(from, join(out, path.slice(path.lastIndexOf('/') + 1)));
  }
  const parts = { server: buildServer, widget: buildWidgets, editor: buildEditor };
  const wanted = only ? [parts[only]] : Object.values(parts);
  await Promise.all(wanted.map((part) => part(root, out)));
}

/**
 * As `build`, and weighs the result.
 * @param {Parameters<typeof build>[0]} [options]
 * @returns {Promise<void>} rejects when a script is heavier than its budget too: such a build is none
 */
export async function buildWithin(options = {}) {
  const { root = ROOT, out = join(root, 'dist') } = options;
  await build({ ...options, root, out });
  const over = overBudget(out);
  if (over.length > 0) throw new Error(`Too heavy for a slow phone: ${over.join('; ')}.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildWithin();
