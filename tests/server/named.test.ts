/** A page that can begin a talk has another name each time it is served, however it is packed. */
import { once } from 'node:events';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/server/server.ts';
import { type Stage, serve } from '../channels/stage.ts';

const TOP = `<!doctype html>\n<html lang="en-GB"><body><form id="talk">${'Ring 999. \u00e9 '.repeat(300)}</form>`;
const WHOLE = /<input type="hidden" name="talk" form="talk" value="([\w-]{22}\.0)"><\/body><\/html>$/;
const page = (top: string): Page => ({
  type: 'text/html; charset=utf-8',
  body: Buffer.from(`${top}</body></html>`),
  begins: true,
});

let stage: Stage;
const pages = new Map<string, Page>([['/chat', page(TOP)]]);
beforeAll(async () => {
  stage = await serve({}, { pages });
});
afterAll(() => stage.close());

async function ask(accepted: string, method = 'GET', more: Record<string, string> = {}) {
  const asked = request(`${stage.url}/chat`, { method, headers: { 'accept-encoding': accepted, ...more } });
  asked.end();
  const [answer] = await once(asked, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const { 'content-encoding': coding, 'content-length': length } = answer.headers;
  return { coding, length: Number(length), bytes: Buffer.concat(chunks) };
}
/** What stands in the page's field, when the rest of it is as it should be. */
function nameIn(bytes: Buffer, top = TOP): string {
  const html = bytes.toString();
  expect(html.replace(WHOLE, '')).toBe(top);
  return WHOLE.exec(html)?.[1] ?? '';
}

describe('a page that can begin a talk', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ] as const)('has a new name each time: %s', async (accepted, coding, unpack) => {
    const answers = await Promise.all([ask(accepted), ask(accepted), ask(accepted)]);
    const names = answers.map(({ bytes }) => nameIn(unpack(bytes)));
    expect(new Set(names).size).toBe(3);
    for (const answer of answers)
      expect([answer.coding, answer.length]).toEqual([coding, answer.bytes.length]);
    const head = await ask(accepted, 'HEAD');
    expect([head.length, head.bytes.length]).toEqual([answers[0]?.length, 0]);
  });

  it('is packed as small as any other, but for its end', async () => {
    for (const accepted of ['br', 'gzip']) expect((await ask(accepted)).bytes.length).toBeLessThan(260);
  });

  it('has one when it waits for its script', async () => {
    const back = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'user-agent': 'Chrome/140' };
    const { bytes } = await ask('br', 'GET', back);
    nameIn(brotliDecompressSync(bytes), TOP.replace('<html ', '<html class="wait" '));
  });

  it('is seen as soon as it is published anew', async () => {
    const newer = TOP.replace('Ring', 'Call');
    pages.set('/chat', page(newer));
    nameIn(brotliDecompressSync((await ask('br')).bytes), newer);
    pages.set('/chat', page(TOP));
  });
});
