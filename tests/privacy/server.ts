/** Builds the real server, and one with faults and leaks in it, and runs either as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle, type Plugin } from 'esbuild';
import { built } from '../built.ts';
import type { PlantOrder } from './planted/plant.ts';
import type { ProbeOrder } from './probe.ts';

const ROOT = join(import.meta.dirname, '../..');
const HERE = import.meta.dirname;
/** What the planted server has instead: all else, main.ts too, is the real thing. */
const SWAPS: Readonly<Record<string, string>> = {
  'src/turn.ts': 'planted/turn.ts',
  'src/channels/directline/directline.ts': 'planted/directline.ts',
};
/** Minutes: long enough for a loaded machine, short enough to wait for. */
export const IDLE_MINUTES = 0.08;
const LIFE_MINUTES = 0.5;
const START_MS = 60_000;
const PATIENCE_MS = 120_000;

const swap: Plugin = {
  name: 'swap',
  setup(build) {
    const missing = new Set(Object.keys(SWAPS));
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) => {
      if (importer !== join(ROOT, 'src/main.ts')) return undefined;
      const from = Object.keys(SWAPS).find((one) => join(ROOT, one) === resolve(resolveDir, path));
      if (from === undefined) return undefined;
      missing.delete(from);
      return { path: join(HERE, SWAPS[from] as string) };
    });
    build.onEnd(() => {
      if (missing.size > 0)
        throw new Error(`src/main.ts does not import ${[...missing].join(', ')} any more`);
    });
  },
};

/** @returns the folder of the built servers: main.js is what `npm start` runs, planted.js has leaks */
export async function buildServers(folder: string): Promise<string> {
  const out = join(folder, 'dist');
  cpSync(built(), out, { recursive: true });
  const planted = { entryPoints: { planted: join(ROOT, 'src/main.ts') }, plugins: [swap] };
  const probe = { entryPoints: { probe: join(HERE, 'probe.ts') } };
  for (const one of [planted, probe])
    await bundle({
      ...one,
      outdir: out,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'warning',
    });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // The top of a project: the model that is kept beside the packages is found, and not learnt anew.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return out;
}

/** A folder that goes away with the test. */
export const newFolder = (name: string): string =>
  realpathSync(mkdtempSync(join(tmpdir(), `signpost-${name}-`)));

export class Server {
  /** Working, temp and home folder, and nothing else. */
  readonly folder: string;
  readonly #process: ChildProcess;
  readonly #written: Buffer[] = [];
  #text = '';
  #orders = 0;

  constructor(dist: string, entry: 'main' | 'planted') {
    this.folder = newFolder(entry);
    const [work, temp, home] = ['work', 'temp', 'home'].map((name) => join(this.folder, name)) as [
      string,
      string,
      string,
    ];
    for (const one of [work, temp, home]) mkdirSync(one);
    for (const one of ['dialogs', 'content']) cpSync(join(ROOT, one), join(work, one), { recursive: true });
    const options = ['--enable-source-maps', '--expose-gc', '--heap-snapshot-string-limit=1000000'];
    const reports = ['--report-uncaught-exception', '--report-on-fatalerror', `--report-directory=${temp}`];
    const probe = ['--import', pathToFileURL(join(dist, 'probe.js')).href];
    this.#process = spawn(process.execPath, [...options, ...reports, ...probe, join(dist, `${entry}.js`)], {
      cwd: work,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        HOME: home,
        USERPROFILE: home,
        TMPDIR: temp,
        TMP: temp,
        TEMP: temp,
        NODE_PENDING_DEPRECATION: '1',
        DEBUG: '*',
        LOG_LEVEL: 'debug',
        PORT: '0',
        IDLE_MINUTES: String(IDLE_MINUTES),
        LIFE_MINUTES: String(LIFE_MINUTES),
      },
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.#written.push(chunk);
        this.#text += chunk.toString('latin1');
      });
  }

  /** Everything that it wrote to stdout and stderr so far. */
  get output(): Buffer {
    return Buffer.concat(this.#written);
  }

  /** The lines of its own log so far. */
  log(): { readonly event: string; readonly [field: string]: unknown }[] {
    return [...this.#text.matchAll(/^\{"log":.*\}$/gm)].map(([line]) => JSON.parse(line));
  }

  /** Waits for the server to tell its port. */
  async port(): Promise<number> {
    const until = Date.now() + START_MS;
    while (Date.now() < until && this.#process.exitCode === null) {
      const started = this.log().find(({ event }) => event === 'started');
      if (started) return Number(started.port);
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`the server did not start:\n${this.#text.slice(-2000)}`);
  }

  /** Tells the process something, and waits until it has done it. */
  async tell(order: Omit<PlantOrder, 'id'> | Omit<ProbeOrder, 'id'>): Promise<void> {
    const id = ++this.#orders;
    const done = on(this.#process, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) });
    this.#process.send({ ...order, id });
    for await (const [answer] of done) if (answer === id) return;
  }

  /** Kills it as a power cut would: what it has not tidied up stays in its folder. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
