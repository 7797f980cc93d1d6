/** The places where a trace of a person could be: files, output, what was sent to others, memory. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../client.ts';
import { newFolder, type Server } from '../server.ts';
import { searchHeap } from './heap.ts';
import type { Hit, Search } from './search.ts';

/** Its working, temp and home folder, and everything that it wrote to stdout and stderr. */
export const searchWritten = (server: Server, search: Search): Hit[] => [
  ...search.folder(server.folder),
  ...search.bytes(server.output, 'output'),
];

/** What was sent to clients. Ids and tokens may go to those whose they are; a refusal may repeat nothing. */
export const searchReplies = ({ heard, owners }: Client, search: Search): Hit[] =>
  heard.flatMap(({ to, what, bytes }) =>
    search.bytes(bytes, `reply: ${what}`).filter(({ canary }) => to === null || owners.get(canary) !== to),
  );

/** What is alive in the server after a garbage collection: objects, strings, and the bytes of buffers. */
export async function searchMemory(server: Server, search: Search): Promise<Hit[]> {
  const folder = newFolder('probe');
  const order = { heap: join(folder, 'heap.heapsnapshot'), buffers: join(folder, 'buffers') };
  await server.tell(order);
  const hits = [...searchHeap(search, order.heap), ...search.bytes(readFileSync(order.buffers), 'buffers')];
  rmSync(folder, { recursive: true });
  return hits;
}

/** What was found, in words; the same thing in the same place once. */
export const told = (hits: readonly Hit[]): string[] => [
  ...new Set(hits.map(({ canary, as, where }) => `${canary} (${as}): ${where}`)),
];
