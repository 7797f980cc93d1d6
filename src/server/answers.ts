/** Writes answers: JSON, pages and refusals, all with the same headers. Nothing else of the server writes to a client. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Answer, Refusal } from '../channels/door.ts';
import type { Log } from '../log.ts';
import { mayBeBack, waiting } from './came-back.ts';
import { isPrivate, type Look, securityHeaders } from './headers.ts';
import { named, packNamed } from './named.ts';
import type { Origins } from './origins.ts';
import { type Packed, packOnce, takes } from './packing.ts';
import { publicCode, REFUSALS, refusalBody, statusLine } from './refusals.ts';

/** A static answer, served from memory. */
export interface Page extends Look {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip?: Buffer;
  readonly br?: Buffer;
  readonly status?: number;
  /** A talk can begin in it without scripts. */
  readonly begins?: boolean;
}
export type Pages = Pick<ReadonlyMap<string, Page>, 'get' | 'has'>;

export interface AnswerDeps {
  /** With search off no answer may be listed by a search engine. */
  readonly config: { readonly search?: boolean };
  readonly origins: Origins;
  readonly log: Log;
  readonly pages: Pages;
  /** The help numbers as plain text, on every refusal. */
  readonly help: () => string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';
/** Used where the caller named no host that we could repeat. */
const NOWHERE = 'http://localhost';

/** The forms of a page in the order we like them, and what the caller takes. */
function pickCoding(accepted: string, page: Page): Packed {
  if (page.begins) return packNamed(page.body, accepted);
  if (page.br && takes(accepted, 'br')) return { body: page.br, coding: 'br' };
  if (page.gzip && takes(accepted, 'gzip')) return { body: page.gzip, coding: 'gzip' };
  return { body: page.body };
}

const forBack = ({ body, begins }: Page): string => waiting(begins ? named(body) : body);
const acceptedBy = (request: IncomingMessage) => String(request.headers['accept-encoding'] ?? '');
const describing = (type: string, { coding }: Packed) => [
  'Content-Type',
  type,
  ...(coding ? ['Content-Encoding', coding] : []),
];

export class Answers {
  readonly #deps: AnswerDeps;
  #leaving = false;

  constructor(deps: AnswerDeps) {
    this.#deps = deps;
  }

  /** From now on each answer is the last on its connection. */
  leave(): void {
    this.#leaving = true;
  }

  json(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
    this.#send(request, response, status, ['Content-Type', JSON_TYPE], JSON.stringify(body), { data: true });
  }

  text(request: IncomingMessage, response: ServerResponse, type: string, body: string): void {
    this.#send(request, response, 200, ['Content-Type', type], body);
  }

  /** Headers and nothing else. */
  empty(request: IncomingMessage, response: ServerResponse, extra: readonly string[]): void {
    response.writeHead(204, [...this.#headers(request), ...extra]);
    response.end();
  }

  page(request: IncomingMessage, response: ServerResponse, found: Page): void {
    const accepted = acceptedBy(request);
    const back = found.type === HTML_TYPE && mayBeBack(request.headers);
    const packed = back ? packOnce(forBack(found), accepted) : pickCoding(accepted, found);
    const status = found.status ?? 200;
    this.#send(request, response, status, describing(found.type, packed), packed.body, found);
  }

  /** What an endpoint answers: a page, JSON or nothing. */
  answer(request: IncomingMessage, response: ServerResponse, { status, body, page }: Answer): void {
    if (page) {
      const packed = packOnce(page.html, acceptedBy(request));
      const clear = page.refresh === undefined ? [] : ['Refresh', page.refresh];
      const extra = [...describing(HTML_TYPE, packed), ...clear];
      this.#send(request, response, status, extra, packed.body, page);
    } else if (body) this.json(request, response, status, body);
    else this.empty(request, response, []);
  }

  /**
   * A person's browser gets a page to read, a program gets JSON; both get the help numbers. What is no Refusal is
   * a fault of ours: it is logged by its code and never described to the caller.
   */
  refuse(
    request: IncomingMessage,
    response: ServerResponse,
    error: unknown,
    extra: readonly string[] = [],
  ): void {
    const { log, pages, help } = this.#deps;
    const code = publicCode(error instanceof Refusal ? error.code : 'uncaught');
    const [status] = REFUSALS[code];
    if (code === 'uncaught') log.error('request-failed', { code, status });
    else log.debug('request-refused', { code, status });
    const more = status === 401 ? [...extra, 'WWW-Authenticate', 'Bearer'] : extra;
    if (!request.headers.accept?.includes('text/html')) {
      this.#send(request, response, status, ['Content-Type', JSON_TYPE, ...more], refusalBody(code, help()));
      return;
    }
    const written = pages.get(`/${status}`) ?? pages.get('/500');
    if (written) this.page(request, response, { ...written, status });
    else
      this.#send(request, response, status, ['Content-Type', 'text/plain; charset=utf-8', ...more], help());
  }

  /** Refuses on a bare socket: where Node has no response object (upgrades, requests it could not read). */
  refuseRaw(socket: Duplex, error: unknown, status?: number): void {
    const code = publicCode(error instanceof Refusal ? error.code : 'uncaught');
    const body = refusalBody(code, this.#deps.help());
    const headers = [...securityHeaders(NOWHERE), 'Content-Type', JSON_TYPE, 'Connection', 'close'];
    headers.push('Content-Length', String(Buffer.byteLength(body)));
    let head = `${statusLine(status ?? REFUSALS[code][0])}\r\n`;
    for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
    if (socket.writable) socket.end(`${head}\r\n${body}`);
    else socket.destroy();
  }

  #headers(request: IncomingMessage, look?: Look): string[] {
    const { config, origins } = this.#deps;
    const base = origins.base(request.headers.host) ?? NOWHERE;
    const headers = [...securityHeaders(base, look)];
    const { origin } = request.headers;
    if (look?.open) headers.push('Access-Control-Allow-Origin', '*');
    else if (origin !== undefined && origins.allows(origin, base))
      headers.push('Access-Control-Allow-Origin', origin);
    if (config.search === false || isPrivate(request.url ?? '/')) headers.push('X-Robots-Tag', 'noindex');
    if (this.#leaving) headers.push('Connection', 'close');
    return headers;
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    extra: readonly string[],
    body: string | Buffer,
    look?: Look,
  ): void {
    if (response.headersSent || response.destroyed) return;
    const headers = this.#headers(request, look);
    for (const one of extra) headers.push(one);
    headers.push('Content-Length', String(Buffer.byteLength(body)));
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
