/** Words what restify and Node would otherwise answer by themselves, without our headers and help numbers. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Request, Response, Server } from 'restify';
import { Refusal, type SocketDoor } from '../channels/door.ts';
import type { Log } from '../log.ts';
import type { Answers, Pages } from './answers.ts';
import type { Origins } from './origins.ts';

/** What restify itself would word (no route, wrong method, a handler that threw) is worded by us. */
export function wordErrors(server: Server, pages: Pages, answers: Answers): void {
  server.on(
    'restifyError',
    (request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      // Marks the answer as given; restify looks at nothing else.
      (response as unknown as { _sent: boolean })._sent = true;
      if (error.statusCode !== 405) {
        answers.refuse(request, response, error.statusCode === 404 ? new Refusal('not-found') : error);
        return done();
      }
      const known = String(response.getHeader('Allow') ?? '');
      response.removeHeader('Allow');
      // Our GET takes every path; only one with a page or a route of its own is there at all.
      const there = known !== 'GET, HEAD' || pages.has((request.url ?? '').split('?', 1)[0] ?? '');
      if (there) answers.refuse(request, response, new Refusal('bad-method'), ['Allow', known]);
      else answers.refuse(request, response, new Refusal('not-found'));
      done();
    },
  );
}

export interface RawDeps {
  readonly door: SocketDoor;
  readonly log: Log;
  readonly origins: Origins;
  readonly answers: Answers;
}

/** What Node answers without asking restify: upgrades, unreadable requests, expectations. */
export function wordRaw(http: HttpServer, { door, log, origins, answers }: RawDeps): void {
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const base = origins.base(request.headers.host);
    const { origin } = request.headers;
    // A missing Origin is no browser; the token is asked for in any case.
    const welcome = base !== undefined && (origin === undefined || origins.allows(origin, base));
    const taken = welcome ? door.upgrade(request, socket, head) : Promise.reject(new Refusal('bad-origin'));
    taken.catch((error: unknown) => {
      log.debug('socket-refused', error instanceof Refusal ? { code: error.code } : { code: 'uncaught' });
      answers.refuseRaw(socket, error);
    });
  });
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status =
      error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
    answers.refuseRaw(socket, new Refusal('bad-shape'), status);
  });
  http.on('checkExpectation', (request, response) => {
    answers.refuse(request, response, new Refusal('bad-shape'));
  });
}
