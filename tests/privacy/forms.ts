/** The same child without scripts: a form, with a canary in every place that a browser or a hostile program can fill. */
import type { Client } from './client.ts';
import { telltale } from './journey.ts';
import { word } from './search/canaries.ts';

/** Talks by the form: one that goes on until its time is over, and others that end in other ways. */
export async function fillForms(client: Client): Promise<void> {
  const mark = (name: string, value?: string) => client.plant(`form: ${name}`, value);
  const headers = telltale(client, 'form');
  const path = `/chat?child=${mark('query')}`;
  const first = await client.form(
    { talk: '', words: `my name is ${mark('first words')}` },
    { headers, path },
  );
  const everything = {
    talk: first,
    words: `hes outside my house ${mark('words')} ${mark('Polish', word('polish'))} 😢`,
    choice: mark('choice'),
    place: mark('place'),
    [mark('field')]: mark('value'),
  };
  await client.form(everything, { name: 'form' });
  await client.form(
    { talk: first, choice: ':menu', place: mark('place beside a button') },
    { name: 'form button' },
  );

  const strange = { talk: mark('no talk'), words: `is it my fault ${mark('words of no talk')}` };
  await client.form(strange, { name: 'form of no talk' });
  await end(client);
  await beRefused(client);
}

async function end(client: Client): Promise<void> {
  const mark = (name: string) => client.plant(`form: ${name}`);
  const deleted = await client.form({ words: `please forget ${mark('before deleting')}` });
  const again = { talk: deleted, words: `please forget ${mark('again')}`, delete: mark('delete') };
  await client.form(again, { name: 'form delete' });
  client.alive.delete(deleted.slice(0, 22));

  const left = await client.form({ words: `i have to go ${mark('before leaving')}` });
  const ping = { 'content-type': 'text/ping', 'ping-from': mark('ping from'), 'ping-to': mark('ping to') };
  const send = { method: 'POST', headers: ping, body: `PING ${mark('ping')}` };
  await client.send({ name: 'form ping', path: `/chat/leave/${left}`, ...send });
  await client.send({ name: 'ping of no talk', path: `/chat/leave/${mark('path')}`, ...send });
  client.alive.delete(left.slice(0, 22));
}

/** What the form does not take: no refusal may repeat it. */
async function beRefused(client: Client): Promise<void> {
  const mark = (name: string) => client.plant(`form: ${name}`);
  const accept = { accept: 'text/html' };
  await client.form(
    { words: `${mark('oversize')} ${'x'.repeat(70_000)}` },
    { name: 'form oversize', headers: accept },
  );
  const type = `text/${mark('type')}`;
  const odd = { method: 'POST', path: '/chat', body: `words=${mark('odd type')}` };
  await client.send({ name: 'form of another type', ...odd, headers: { ...accept, 'content-type': type } });
}
