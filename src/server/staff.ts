/** Everything about HTTP of the staff side: below /editor on the public server, or on a listener of its own. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Next, Request, Response } from 'restify';
import { Refusal } from '../channels/door.ts';
import type { Config } from '../config.ts';
import type { StaffAnswer, StaffRequest } from '../editor/answer.ts';
import { refusedBy, StaffRefusal } from '../editor/refusals.ts';
import type { StaffSide } from '../editor/side.ts';
import type { Log } from '../log.ts';
import { readJson } from './body.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { setLimits } from './limits.ts';
import { createOrigins } from './origins.ts';
import { packOnce, takes } from './packing.ts';
import { staffHeaders } from './staff-headers.ts';

export interface StaffServerDeps {
  readonly config: Pick<Config, 'host' | 'publicUrl'> & Partial<Pick<Config, 'editorPort' | 'editorUrl'>>;
  readonly log: Log;
  readonly staff: StaffSide;
}

/** A draft of 200 files is some hundred kilobytes. */
const BODY_LIMIT = 2 * 1024 * 1024;
const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';
/** Packing what is small costs more than it saves. */
const WORTH_PACKING = 2_048;

const isStaff = (url: string): boolean => /^\/editor(?:[/?]|$)/.test(url);

async function read(request: IncomingMessage): Promise<unknown> {
  // Whoever hung up while waiting sends nothing more, not even an end.
  if (request.destroyed) throw new StaffRefusal('bad-shape');
  try {
    return await readJson(request, BODY_LIMIT);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code } = error;
    const known = code === 'too-big' || code === 'bad-type' || code === 'bad-json' || code === 'too-deep';
    throw new StaffRefusal(known ? code : 'bad-shape');
  }
}

function asked(request: IncomingMessage, base: string, lanes: Lanes): StaffRequest {
  const url = request.url ?? '/';
  const at = url.indexOf('?');
  return {
    method: request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET'),
    path: at < 0 ? url : url.slice(0, at),
    query: new URLSearchParams(at < 0 ? '' : url.slice(at + 1)),
    base,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    json: (lane, who) => lanes.body(lane, who, () => read(request)),
    turn: lanes.turn,
  };
}

const etagOf = (body: Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
const etags = new WeakMap<Buffer, string>();
function tagged(body: Buffer): string {
  const tag = etags.get(body) ?? etagOf(body);
  etags.set(body, tag);
  return tag;
}

interface Written {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

function packed(text: string, type: string, accepted: string): Omit<Written, 'status'> {
  if (text.length < WORTH_PACKING) return { headers: ['Content-Type', type], body: Buffer.from(text) };
  const { body, coding } = packOnce(text, accepted);
  return { headers: ['Content-Type', type, ...(coding ? ['Content-Encoding', coding] : [])], body };
}

function written({ headers }: IncomingMessage, answer: StaffAnswer): Written {
  const accepted = String(headers['accept-encoding'] ?? '');
  const { status, json, html, asset } = answer;
  if (json) return { status, ...packed(JSON.stringify(json), JSON_TYPE, accepted) };
  if (html !== undefined) return { status, ...packed(html, HTML_TYPE, accepted) };
  if (!asset) return { status, headers: [], body: Buffer.alloc(0) };
  const tag = tagged(asset.body);
  if (headers['if-none-match'] === tag) return { status: 304, headers: ['ETag', tag], body: Buffer.alloc(0) };
  const coding = (['br', 'gzip'] as const).find((one) => asset[one] && takes(accepted, one));
  const body = (coding && asset[coding]) ?? asset.body;
  const type = ['Content-Type', asset.type, 'ETag', tag];
  return { status, headers: coding ? [...type, 'Content-Encoding', coding] : type, body };
}

function write(request: IncomingMessage, response: ServerResponse, answer: StaffAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const { status, headers, body } = written(request, answer);
  const all = [...staffHeaders(answer), ...headers];
  if (status !== 304) all.push('Content-Length', String(body.length));
  if (answer.to !== undefined) all.push('Location', answer.to);
  if (answer.allow !== undefined) all.push('Allow', answer.allow);
  for (const one of answer.cookies ?? []) all.push('Set-Cookie', one);
  response.writeHead(status, all);
  response.end(request.method === 'HEAD' ? undefined : body);
  // What was not read of a refused body is let through, so that the answer arrives.
  request.resume();
}

/** @returns what answers one call; it never throws and never rejects */
function createHandler({ config, log, staff }: StaffServerDeps) {
  const origins = createOrigins({ publicUrl: config.editorUrl ?? config.publicUrl, allowedOrigins: [] });
  const lanes = createLanes();
  const refused = (code: 'uncaught' | 'bad-host'): StaffAnswer => {
    const { status, logged, body } = refusedBy(new StaffRefusal(code));
    log[code === 'uncaught' ? 'error' : 'info']('staff-failed', { code: logged, status });
    return { status, json: body };
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const base = origins.base(request.headers.host);
    if (base === undefined) return write(request, response, refused('bad-host'));
    try {
      write(request, response, await staff.answer(asked(request, base, lanes)));
    } catch {
      write(request, response, refused('uncaught'));
    }
  };
}

/** For the public server: takes what is below /editor before any other route is looked up. */
export function staffGate(deps: StaffServerDeps) {
  const handle = createHandler(deps);
  return (request: Request, response: Response, next: Next): void => {
    if (isStaff(request.url ?? '')) void handle(request, response).finally(() => next(false));
    else next();
  };
}

/** The staff side on a port of its own; whatever else is asked there leads to it. */
export function listenStaff(deps: StaffServerDeps): Promise<{ port: number; close(): Promise<void> }> {
  const handle = createHandler(deps);
  const http = createServer((request, response) => {
    if (isStaff(request.url ?? '')) void handle(request, response);
    else write(request, response, { status: 303, to: '/editor' });
  });
  setLimits(http);
  const { host, editorPort } = deps.config;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(editorPort, host, () => resolve({ port: (http.address() as AddressInfo).port, close }));
  });
}
