/** Starts what is measured as processes of their own, on loopback, and asks them things. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
export const ROOT = join(HERE, '../..');
const START_MS = 60_000;
const DATA = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
const running = new Set();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(DATA, { recursive: true, force: true });
});

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** @param {string[]} args for Node */
export function run(args, env = {}, stdio = ['ignore', 'pipe', 'inherit', 'ipc']) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // Two servers cannot share a data folder.
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_NO_WARNINGS: '1',
      LOG_LEVEL: 'error',
      DATA_DIR: mkdtempSync(join(DATA, 'run-')),
      ...env,
    },
    stdio,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** A server whose CPU time can be asked for. */
export async function startServer(args) {
  const port = await freePort();
  const child = run(['--import', join(HERE, 'probe.mjs'), ...args], { PORT: String(port) });
  let said = '';
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer from ${args.join(' ')}`)), START_MS);
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
    child.stdout.on('data', (data) => {
      said += data;
      if (!said.includes('is running')) return;
      clearTimeout(late);
      resolve();
    });
  });
  const cpu = async () => {
    const answer = once(child, 'message');
    child.send('cpu');
    return (await answer)[0].cpu;
  };
  return { port, child, cpu };
}

/** The load generator. `ask` gives it an order and waits until it is done. */
export function startLoad() {
  const child = run([join(HERE, 'load.mjs')], {}, ['ignore', 'inherit', 'inherit', 'ipc']);
  const ask = async (order, rest = {}) => {
    const answer = once(child, 'message');
    child.send({ order, ...rest });
    const [{ done, failed }] = await answer;
    if (failed) throw new Error(failed);
    return done;
  };
  return { child, ask };
}

/** Runs a file that prints one line of JSON. */
export async function report(args) {
  const child = run(args, {}, ['ignore', 'pipe', 'inherit']);
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return JSON.parse(said);
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until something listens there. */
export async function listening(port, child) {
  const until = performance.now() + START_MS;
  while (performance.now() < until && child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const there = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (there) return;
    await wait(5);
  }
  throw new Error('a server did not start');
}

/** V8 gives pages back eight seconds after it has emptied them. */
const REST_MS = 12_000;

/** Resident memory in MB at rest: once it has not moved for two seconds. */
export async function settledRss({ pid }) {
  const read = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  await wait(REST_MS);
  let last = read();
  for (let still = 0, n = 0; still < 8 && n < 40; n++) {
    await wait(250);
    const now = read();
    still = Math.abs(now - last) < 0.5 ? still + 1 : 0;
    last = now;
  }
  return last;
}
