/** Writes answers: JSON, pages and refusals, all with the same headers. Nothing else of the server writes to a client. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Refusal } from '../channels/door.ts';
import type { Log } from '../log.ts';
import { isPrivate, securityHeaders } from './headers.ts';
import type { Origins } from './origins.ts';
import { publicCode, REFUSALS, refusalBody, statusLine } from './refusals.ts';

/** A static answer, served from memory. */
export interface Page {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip?: Buffer;
  readonly br?: Buffer;
  readonly status?: number;
  /** The hash of the styles inside it, for the policy. */
  readonly styleHash?: string;
}
export type Pages = ReadonlyMap<string, Page>;

export interface AnswerDeps {
  readonly origins: Origins;
  readonly log: Log;
  readonly pages: Pages;
  /** The help numbers as plain text, on every refusal. */
  readonly help: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
/** Used where the caller named no host that we could repeat. */
const NOWHERE = 'http://localhost';

/** The forms of a page in the order we like them, and what the caller takes. */
function pickCoding(accepted: string, page: Page): { body: Buffer; coding?: string } {
  const takes = (coding: string) =>
    new RegExp(`(?:^|,)\\s*${coding}\\s*(?:,|$|;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$)))`).test(accepted);
  if (page.br && takes('br')) return { body: page.br, coding: 'br' };
  if (page.gzip && takes('gzip')) return { body: page.gzip, coding: 'gzip' };
  return { body: page.body };
}

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
    this.#send(request, response, status, ['Content-Type', JSON_TYPE], JSON.stringify(body));
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
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const { body, coding } = pickCoding(accepted, found);
    const extra = ['Content-Type', found.type, ...(coding ? ['Content-Encoding', coding] : [])];
    this.#send(request, response, found.status ?? 200, extra, body, found.styleHash);
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
    const more = code === 'no-token' ? [...extra, 'WWW-Authenticate', 'Bearer'] : extra;
    if (!request.headers.accept?.includes('text/html')) {
      this.#send(request, response, status, ['Content-Type', JSON_TYPE, ...more], refusalBody(code, help));
      return;
    }
    const written = pages.get(`/${status}`);
    if (written) this.page(request, response, { ...written, status });
    else this.#send(request, response, status, ['Content-Type', 'text/plain; charset=utf-8', ...more], help);
  }

  /** Refuses on a bare socket: where Node has no response object (upgrades, requests it could not read). */
  refuseRaw(socket: Duplex, error: unknown, status?: number): void {
    const code = publicCode(error instanceof Refusal ? error.code : 'uncaught');
    const body = refusalBody(code, this.#deps.help);
    const headers = [...securityHeaders(NOWHERE), 'Content-Type', JSON_TYPE, 'Connection', 'close'];
    headers.push('Content-Length', String(Buffer.byteLength(body)));
    let head = `${statusLine(status ?? REFUSALS[code][0])}\r\n`;
    for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
    if (socket.writable) socket.end(`${head}\r\n${body}`);
    else socket.destroy();
  }

  #headers(request: IncomingMessage, styleHash?: string): string[] {
    const { origins } = this.#deps;
    const base = origins.base(request.headers.host) ?? NOWHERE;
    const headers = [...securityHeaders(base, styleHash)];
    const { origin } = request.headers;
    if (origin !== undefined && origins.allows(origin, base))
      headers.push('Access-Control-Allow-Origin', origin);
    if (isPrivate(request.url ?? '/')) headers.push('X-Robots-Tag', 'noindex');
    if (this.#leaving) headers.push('Connection', 'close');
    return headers;
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    extra: readonly string[],
    body: string | Buffer,
    styleHash?: string,
  ): void {
    if (response.headersSent || response.destroyed) return;
    const headers = this.#headers(request, styleHash);
    for (const one of extra) headers.push(one);
    headers.push('Content-Length', String(Buffer.byteLength(body)));
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
