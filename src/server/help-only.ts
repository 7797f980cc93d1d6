/**
 * The last resort: the content cannot be read, so there is no chat and no site, but whoever comes finds the numbers.
 * It uses next to nothing of the rest of the server, so that nothing of the rest can break it.
 */
import { createServer, type Server } from 'node:http';
import { ALWAYS } from './headers.ts';
import { setLimits } from './limits.ts';

const HEADERS = [
  'Content-Security-Policy',
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Robots-Tag',
  'noindex',
  ...ALWAYS,
];
const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** What posts here shows nobody what it is answered: that nothing was said must be told by the status. */
const POSTED = '/api/messages';

/**
 * Answers everything, whatever the method, with the page; only the health addresses say that it is not ready, and the
 * Bot Service is told that its call was not answered.
 * @param page the whole document with the numbers
 * @returns the listening server
 */
export function serveHelpOnly(page: string, port: number, host: string): Promise<Server> {
  const body = Buffer.from(page);
  const server = createServer((request, response) => {
    request.resume();
    const path = (request.url ?? '/').split('?', 1)[0];
    if (path === '/health/ready' || path === '/health/live') {
      const live = path === '/health/live';
      response.writeHead(live ? 200 : 503, [...HEADERS, 'Content-Type', JSON_TYPE]);
      response.end(JSON.stringify(live ? { live } : { ready: false }));
      return;
    }
    const status = path === POSTED ? 503 : 200;
    response.writeHead(status, [...HEADERS, 'Content-Type', HTML, 'Content-Length', String(body.length)]);
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  setLimits(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
