/** Which room may import which: the table of the architecture, enforced. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** Room -> rooms it may import besides itself. A file at the top of src is a room of its own. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'faults.ts': [],
  'setting.ts': ['faults.ts', 'loopback.ts'],
  'config.ts': ['config-bot.ts', 'config-staff.ts', 'faults.ts', 'setting.ts'],
  'config-bot.ts': ['setting.ts'],
  'config-staff.ts': ['faults.ts', 'setting.ts'],
  'shut.ts': ['config.ts', 'log.ts'],
  'log.ts': ['content', 'outcomes.ts'],
  'outcomes.ts': [],
  'wire.ts': [],
  'expiring.ts': [],
  'loopback.ts': [],
  'same.ts': [],
  'within.ts': [],
  'examples.ts': ['content', 'risk'],
  'model-file.ts': ['content', 'examples.ts', 'risk'],
  'checking.ts': ['content', 'risk', 'ways.ts'],
  'library.ts': ['checking.ts', 'content', 'examples.ts', 'model-file.ts', 'risk'],
  'ways.ts': ['contacts', 'content'],
  evaluate: ['content', 'examples.ts', 'library.ts', 'model-file.ts', 'risk'],
  'answering.ts': ['content', 'engine', 'outcomes.ts', 'risk', 'topics'],
  'turn.ts': [
    'answering.ts',
    'content',
    'risk',
    'topics',
    'engine',
    'sessions',
    'counts',
    'library.ts',
    'log.ts',
  ],
  'main.ts': [
    'channels',
    'config.ts',
    'content',
    'counts',
    'log.ts',
    'published.ts',
    'server',
    'sessions',
    'shut.ts',
    'staffed.ts',
    'store',
    'turn.ts',
  ],
  map: ['content'],
  content: [],
  risk: ['content'],
  topics: ['content', 'engine', 'risk'],
  contacts: ['content', 'wire.ts'],
  engine: ['content', 'outcomes.ts'],
  replies: ['contacts', 'content', 'engine', 'turn.ts', 'wire.ts'],
  sessions: ['expiring.ts'],
  counts: ['outcomes.ts'],
  channels: [
    'config.ts',
    'content',
    'engine',
    'expiring.ts',
    'log.ts',
    'outcomes.ts',
    'replies',
    'same.ts',
    'turn.ts',
    'wire.ts',
    'within.ts',
  ],
  store: ['config.ts', 'content', 'log.ts', 'same.ts'],
  editor: [
    'config.ts',
    'contacts',
    'content',
    'expiring.ts',
    'log.ts',
    'loopback.ts',
    'map',
    'same.ts',
    'store',
    'workbench',
  ],
  // A publish waits for every page of the site to be drawn.
  workbench: [
    'answering.ts',
    'checking.ts',
    'content',
    'engine',
    'library.ts',
    'map',
    'replies',
    'risk',
    'site',
  ],
  site: ['contacts', 'content', 'widget', 'wire.ts'],
  teams: ['faults.ts', 'site'],
  doctor: ['config.ts', 'content', 'faults.ts', 'library.ts', 'loopback.ts', 'store', 'teams'],
  widget: ['wire.ts'],
  server: ['channels', 'config.ts', 'editor', 'log.ts', 'outcomes.ts'],
  cli: [
    'config.ts',
    'contacts',
    'content',
    'counts',
    'doctor',
    'editor',
    'evaluate',
    'library.ts',
    'log.ts',
    'map',
    'replies',
    'risk',
    'sessions',
    'site',
    'store',
    'teams',
    'turn.ts',
    'wire.ts',
    'workbench',
  ],
  'edition.ts': ['channels', 'content', 'library.ts', 'log.ts', 'replies', 'site', 'wire.ts'],
  'live.ts': ['edition.ts', 'library.ts', 'log.ts'],
  'published.ts': ['contacts', 'content', 'edition.ts', 'library.ts', 'live.ts', 'store'],
  'staffed.ts': ['config.ts', 'content', 'editor', 'log.ts', 'server', 'store', 'workbench'],
  'editor/page': ['content', 'editor', 'map', 'outcomes.ts', 'site', 'widget', 'wire.ts', 'within.ts'],
};
/** Packages that only these rooms may name. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  botbuilder: ['channels'],
  'botbuilder-core': ['channels', 'sessions'],
  'botframework-schema': ['channels'],
  restify: ['server'],
  ws: ['channels'],
  jose: ['channels', 'editor'],
  'openid-client': ['channels', 'editor'],
  lowdb: ['store'],
  pg: ['doctor', 'store'],
  yaml: ['content'],
  marked: ['content'],
  nspell: ['content'],
  syllable: ['content'],
  'flesch-kincaid': ['content'],
  '@dagrejs/dagre': ['map'],
  ajv: ['teams'],
  fflate: ['teams'],
  diff: ['editor/page', 'workbench'],
  react: ['editor/page'],
  'react-dom': ['editor/page'],
  '@fluentui/react-components': ['editor/page'],
  '@fluentui/react-icons': ['editor/page'],
  '@microsoft/teams-js': ['editor/page'],
  natural: ['risk'],
  'lean-qr': ['site'],
  preact: ['editor/page', 'widget', 'site'],
  'preact-render-to-string': ['site'],
  zod: ['content', 'engine', 'config.ts', 'setting.ts', 'channels', 'editor', 'risk', 'store'],
};
/** Pure rooms: no I/O, no clock of their own. */
const PURE = ['risk', 'topics', 'contacts', 'engine', 'replies', 'answering.ts'];
const IMPURE = /^node:|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bconsole\./;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(tsx?|mjs)$/.test(file),
);
/** The editor's page runs in the browser: it is a room of its own inside the editor's. */
const roomOf = (file: string): string =>
  file.startsWith('editor/page/') ? 'editor/page' : (file.split('/')[0] as string);
const importsOf = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export)\b[^;=]*?from '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => (match[1] ?? match[2]) as string,
  );
const edges = files
  .filter((file) => !file.endsWith('.mjs'))
  .flatMap((file) => importsOf(readFileSync(join(SRC, file), 'utf8')).map((to) => ({ file, to })));

describe('rooms', () => {
  it('has a row for every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in ALLOWED))).toEqual([]);
  });

  it('imports only what the table allows', () => {
    const wrong = edges.filter(({ file, to }) => {
      if (!to.startsWith('.')) return false;
      const room = roomOf(file);
      const other = roomOf(relative(SRC, join(SRC, dirname(file), to)));
      return other !== room && !ALLOWED[room]?.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it('names a package only in the rooms that own it', () => {
    const wrong = edges.filter(({ file, to }) => {
      if (to.startsWith('.') || to.startsWith('node:')) return false;
      const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] as string);
      return !OWNERS[name]?.includes(roomOf(file));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the pure rooms pure', () => {
    const wrong = files
      .filter((file) => PURE.includes(roomOf(file)))
      .filter((file) => {
        const text = readFileSync(join(SRC, file), 'utf8');
        return IMPURE.test(text) || importsOf(text).some((to) => to.startsWith('node:'));
      });
    expect(wrong).toEqual([]);
  });

  it('reads the environment in one file only', () => {
    const readers = files.filter(
      (file) => !file.startsWith('cli/') && readFileSync(join(SRC, file), 'utf8').includes('process.env'),
    );
    // quiet.ts reads nothing of it: it takes away what would make the SDK's libraries write down ids.
    expect(readers.sort()).toEqual(['channels/botservice/quiet.ts', 'config.ts', 'main.ts']);
  });
});
