/** A page on another site that uses Microsoft's client, and what the client observed in it. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Activity, DirectLineOptions, Message } from 'botframework-directlinejs';
import { build } from 'esbuild';
import type { Browser, Page, Request } from 'playwright-core';
import { expect, vi } from 'vitest';

/** For a machine that is busy with other things; nothing here waits by the clock. */
const PATIENCE = { timeout: 20_000, interval: 25 };

/** @returns the client and our few lines around it, for the browser */
export async function bundleClient(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('client.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

export interface Site {
  readonly origin: string;
  close(): void;
}

/** Serves one empty page with a script: the site of somebody else. */
export async function startSite(script: string): Promise<Site> {
  const server: Server = createServer(({ url }, response) => {
    const [type, body] =
      url === '/client.js'
        ? ['text/javascript', script]
        : ['text/html', '<!doctype html><title>Site</title><script src="/client.js"></script>'];
    // Not chained: restify, loaded in the same process, lets writeHead return nothing.
    response.writeHead(200, { 'Content-Type': type });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}

/** An activity as the client hands it on; ids are always there. */
export type Heard = Message & { readonly id: string };

export interface Client {
  readonly page: Page;
  /** Every activity the client emitted, doubles and all. */
  readonly heard: Heard[];
  /** How connectionStatus$ went. */
  readonly statuses: string[];
  /** The errors that activity$ ended with. */
  readonly failures: string[];
  /** The addresses of the WebSockets it opened. */
  readonly sockets: string[];
  /** What it was refused: status and address. */
  readonly refused: string[];
  /** Requests that have no answer yet. */
  readonly pending: Set<Request>;
  connect(options?: DirectLineOptions): Promise<void>;
  post(activity: Partial<Message>): Promise<string>;
  /** Waits for all of an answer (its last activity has the input hint), from this place in `heard` on. */
  answer(from: number): Promise<Heard[]>;
  /** Posts, and waits for the whole answer. */
  say(activity: Partial<Message>): Promise<{ id: string; echo: Heard; answer: Heard[] }>;
  /** Lets the page's time run ahead, a second at a look, until this no longer throws. */
  passing(check: () => void | Promise<void>): Promise<void>;
  ticket(): Promise<{ conversationId: string; token: string; watermark: string }>;
}

/** Waits until `check` no longer throws. */
export const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, PATIENCE);

let serial = 0;

/** Opens the site in a browser profile of its own. */
export async function openClient(browser: Browser, site: Site, domain: string): Promise<Client> {
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE.timeout);
  const page = await context.newPage();
  await page.clock.install();
  const heard: Heard[] = [];
  const statuses: string[] = [];
  const failures: string[] = [];
  await page.exposeFunction('tell', (what: string, value: unknown) => {
    if (what === 'activity') heard.push(value as Heard);
    else if (what === 'status') statuses.push(String(value));
    else failures.push(what === 'failure' ? String(value) : what);
  });
  const sockets: string[] = [];
  const refused: string[] = [];
  const pending = new Set<Request>();
  page.on('websocket', (socket) => sockets.push(socket.url()));
  page.on('request', (request) => pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  page.on('response', (response) => {
    if (!response.ok()) refused.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(site.origin);

  const client: Client = {
    page,
    heard,
    statuses,
    failures,
    sockets,
    refused,
    pending,
    connect: (options = {}) =>
      page.evaluate((given) => window.client.connect(given), { domain, pollingInterval: 200, ...options }),
    post: (activity) =>
      page.evaluate((given) => window.client.post(given), {
        type: 'message',
        from: { id: 'somebody' },
        ...activity,
      } as Activity),
    answer: (from) =>
      until(() => {
        const last = heard.findIndex((one, at) => at >= from && one.inputHint !== undefined);
        expect(last, 'the last activity of an answer').toBeGreaterThan(-1);
        return heard.slice(from, last + 1);
      }),
    async say(activity) {
      const from = heard.length;
      const clientActivityID = `client-${++serial}`;
      const id = await client.post({ ...activity, channelData: { clientActivityID } });
      const all = await client.answer(from);
      const echo = all.find(({ channelData }) => channelData?.clientActivityID === clientActivityID);
      if (!echo) throw new Error('the message did not come back with its clientActivityID');
      return { id, echo, answer: all.filter((one) => one !== echo) };
    },
    passing: (check) =>
      until(async () => {
        await page.clock.fastForward(1_000);
        await check();
      }),
    ticket: () => page.evaluate(() => window.client.ticket()),
  };
  return client;
}

/** Everything the bot has said so far, as the service remembers it. */
export async function record(domain: string, client: Client): Promise<Heard[]> {
  const { conversationId, token } = await client.ticket();
  const answer = await fetch(`${domain}/conversations/${conversationId}/activities`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { activities: Heard[] }).activities;
}

export const byBot = (heard: readonly Heard[]) => heard.filter(({ from }) => from.role === 'bot');
export const ids = (heard: readonly Heard[]) => heard.map(({ id }) => id);

/** All objects inside a value, itself included. */
function* inside(value: unknown): Generator<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return;
  yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* inside(inner);
}

/** The addresses that the cards among these open. */
export const links = (heard: readonly Heard[]): string[] =>
  heard
    .flatMap(({ attachments }) => [...inside(attachments)])
    .filter(({ type }) => type === 'Action.OpenUrl')
    .map(({ url }) => String(url));

/** For each card its own id and those inside it. */
export const cardIds = (heard: readonly Heard[]): unknown[][] =>
  heard
    .flatMap(({ attachments = [] }) => attachments)
    .map((card) => [...inside(card)].map(({ id }) => id).filter((id) => id !== undefined));
