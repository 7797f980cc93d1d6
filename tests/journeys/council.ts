/** Pages as others have them, that hold the chat, on an origin of their own. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file of deploy/examples that names this service. */
export const example = (name: string, service: string): string =>
  readFileSync(new URL(`../../deploy/examples/${name}`, import.meta.url), 'utf8').replaceAll(
    'https://chat.example.gov.uk',
    service,
  );

const html = (body: string) =>
  `<!doctype html><html lang="en"><title>Bins</title><meta name="viewport" content="width=device-width">` +
  `<link rel="icon" href="data:,"><body bgcolor="pink"><main><h1>Bin days</h1><a href="/other">Other</a>${body}</main>`;

/** What stands at an address; everywhere else the tag. */
function pageAt(path: string | undefined, service: string): string {
  const tag = (more = '') => html(`<script src="${service}/embed.js" defer${more}></script>`);
  const frame = (of: string) =>
    html(`<iframe title="chat" src="${service}${of}" width="340" height="500"></iframe>`);
  if (path === '/example') return example('embed.html', service);
  if (path === '/frame') return frame('/embed');
  if (path === '/parents') return frame('/parents');
  return path === '/own-words' ? tag(' data-open="Ask us" data-title="Help"') : tag();
}

/**
 * Starts a site with a policy that allows nothing more than the tag must have.
 * @param service tells the origin of the chat
 */
export async function startSite(service: () => string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const ours = service();
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; img-src data:; script-src ${ours}; frame-src ${ours}; require-trusted-types-for 'script'`,
    );
    if (request.url === '/isolated') response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Content-Type', 'text/html');
    response.end(pageAt(request.url, ours));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}
