import { it } from 'vitest';
import { join } from 'node:path';
import { mkdirSync, writeFileSync, cpSync, rmSync } from 'node:fs';
import { buildServers, newFolder, Server } from './server.ts';
import { Client } from './client.ts';
import { beRefused, endings, fillFields, tellAll } from './journey.ts';
import { Search } from './search.ts';
import { searchHeap } from './heap.ts';
it('x', async () => {
  const t0 = Date.now(); const lap = (s: string) => console.log(((Date.now() - t0) / 1000).toFixed(2), s);
  const f = newFolder('explore');
  const dist = await buildServers(f); lap('built');
  const server = new Server(dist, 'main');
  try {
  const client = new Client(await server.port()); lap('started');
  const st = {};
  const { ended } = await tellAll(client, st); lap('told');
  await fillFields(client, st); lap('fields');
  await endings(client, st); lap('endings');
  await beRefused(client, st); lap('refused');
  console.log(JSON.stringify(st), client.canaries.length);
  console.log('close', await ended); lap('ended');
  await new Promise((r) => setTimeout(r, 3000));
  if (process.env.CHURN) { for (let n = 0; n < 20; n++) { const t = await client.open(); for (let k = 0; k < 5; k++) await client.say(t, 'hello there ' + k); await client.poll(t); } client.canaries.splice(0, 0); }
  lap('churned');
  const n = client.canaries.length;
  await server.tell({ heap: join(f, 'heap.json'), buffers: join(f, 'buffers') }); lap('snapshot');
  const search = new Search(client.canaries); lap(`search of ${search.traces.length}`);
  writeFileSync('/tmp/cx/out.log', server.output);
  const show = (h: any[]) => { console.log(h.length, [...new Set(h.map((x) => `${x.canary} | ${x.as} | ${x.where}`))].slice(0, 40).join('\n')); };
  show(searchHeap(search, join(f, 'heap.json'))); lap('heap');
  const { readFileSync } = await import('node:fs');
  show(search.bytes(readFileSync(join(f, 'buffers')), 'buffers')); lap('buffers');
  show(search.bytes(server.output, 'output')); lap('output');
  show(search.folder(server.folder)); lap('folder');
  show(client.heard.flatMap(({to, what, bytes}) => search.bytes(bytes, what).filter((h) => client.owners.get(h.canary) !== to || to === null))); lap('heard');
  } finally { writeFileSync('/tmp/cx/out.log', server.output); await server.remove(); }
}, 120000);
