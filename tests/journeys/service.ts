/** The real service as its own process, built from these sources, for journeys in a real browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { built } from '../built.ts';
import { ROOT } from '../library.ts';

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

export interface Service {
  readonly origin: string;
  /** All that it has printed since it was started last. */
  readonly printed: string;
  start(): Promise<void>;
  /** As a power cut would: no goodbye. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

/** The built service with a port and a folder for its data. Not started yet. */
export async function makeService(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const data = mkdtempSync(join(tmpdir(), 'signpost-data-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  let printed = '';
  const service: Service = {
    origin: `http://127.0.0.1:${port}`,
    get printed() {
      return printed;
    },
    async start() {
      child = spawn(process.execPath, [join(built(), 'main.js')], {
        cwd: ROOT,
        env: { ...process.env, DATA_DIR: data, ...env, PORT: String(port), LOG_LEVEL: 'error' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ready = new Promise<void>((resolve, reject) => {
        printed = '';
        child?.stdout?.on('data', (data) => {
          printed += String(data);
          if (printed.includes('is running')) resolve();
        });
        child?.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
      });
      await ready;
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async remove() {
      await service.kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
  return service;
}

/** The service and a browser for one test file: there when its tests run, gone after them. */
export interface Served {
  readonly service: Service;
  readonly browser: Browser;
}

/** @param env settings of the service, asked for when it starts */
export function served(env: () => Promise<Record<string, string>> = async () => ({})): Served {
  const made: { service?: Service; browser?: Browser } = {};
  beforeAll(async () => {
    [made.service, made.browser] = await Promise.all([makeService(await env()), launchBrowser()]);
    await made.service.start();
  });
  afterAll(async () => {
    await made.browser?.close();
    await made.service?.remove();
  });
  return made as Served;
}
