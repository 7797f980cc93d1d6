/** What is posted to the door without scripts may be anything; what comes back is kept by nobody. */
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DrawTalk, FormView } from '../../src/wire.ts';
import { type Fields, FORM, idOf, post, say } from './posting.ts';
import { drawn, HELP, type Stage, serve } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await serve();
});
afterEach(() => stage.close());

const askedLast = () => stage.asked.at(-1);

describe('a body that is', () => {
  const RAW = 'words=caf%E9+%zz+%+%F0%9F+help%00me&talk=&%=%&&==';
  it('badly coded is read as well as it can be', async () => {
    const { said } = await say(stage, RAW);
    expect(said).toBe('caf\ufffd %zz % \ufffd helpme');
    expect(askedLast()?.text).toBe(said);
  });

  it('not UTF-8 is read too', async () => {
    const body = new Uint8Array([...Buffer.from('words=hel'), 0xff, 0xfe, ...Buffer.from('p')]);
    const headers = { 'content-type': `${FORM}; charset=latin1` };
    const answer = await fetch(`${stage.url}/chat`, { method: 'POST', headers, body });
    expect(((await answer.json()) as FormView).said).toBe('hel\ufffd\ufffdp');
  });

  it('10,000 emoji is read: both ends of it', async () => {
    const { said } = await say(stage, { words: `start ${'🙂'.repeat(10_000)} end` });
    expect(said?.startsWith('start 🙂')).toBe(true);
    expect(said?.endsWith('🙂 end')).toBe(true);
    expect(askedLast()?.text).toBe(said);
  });

  it('10,000 letters in three bytes each is read whole', async () => {
    const words = '語'.repeat(10_000);
    expect((await say(stage, { words })).said).toBe(words);
  });

  it('full of the same fields loses no word', async () => {
    const { token } = await say(stage, { words: 'hi' });
    const fields: Fields = [
      ['talk', ''],
      ['talk', token],
      ['talk', 'other'],
      ['words', 'one'],
      ['words', 'two'],
      ['choice', ''],
      ['choice', 'r1'],
    ];
    expect(await say(stage, fields)).toMatchObject({ token: `${idOf(token)}.2`, said: 'one\ntwo' });
    expect(askedLast()).toMatchObject({ choice: 'r1', text: 'one\ntwo' });
  });

  it('poisonous harms nothing', async () => {
    const fields = {
      __proto__: 'x',
      'constructor[prototype][words]': 'x',
      'words[__proto__]': 'x',
      words: 'hi',
    };
    expect((await say(stage, `__proto__=x&__proto__[words]=y&${new URLSearchParams(fields)}`)).said).toBe(
      'hi',
    );
    expect(({} as { words?: unknown }).words).toBeUndefined();
    expect((await say(stage, { choice: 'x'.repeat(300), words: 'hi' })).said).toBe('hi');
    expect(askedLast()).not.toHaveProperty('choice');
  });

  it.each([
    ['70 KB', 'x'.repeat(70_000), FORM, 413],
    ['1 MB in codes', '%41'.repeat(350_000), FORM, 413],
    ['JSON', '{"words":"x"}', 'application/json', 415],
    ['plain text', 'words=x', 'text/plain', 415],
    ['of no type', 'words=x', '', 415],
    ['in parts', '--a\r\n\r\nx\r\n--a--', 'multipart/form-data; boundary=a', 415],
  ])('%s is refused with a page that has the numbers', async (_what, words, type, status) => {
    const help = { type: 'text/html', body: Buffer.from('<p>help 999') };
    const paged = await serve({}, { pages: new Map([['/500', help]]) });
    const body = type === FORM ? `words=${words}` : words;
    for (const [on, text] of [
      [paged, '<p>help 999'],
      [stage, HELP],
    ] as const) {
      const answer = await post(on, body, { 'content-type': type });
      expect([answer.status, await answer.text()]).toEqual([status, text]);
      expect(on.asked).toEqual([]);
    }
    await paged.close();
  });
});

describe('who posts', () => {
  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'same-site' },
  ])('from another site is answered in a new talk: %j', async (headers) => {
    const { token } = await say(stage, { words: 'hi' });
    const view = await say(stage, { talk: token, words: 'gotcha' }, { ...headers });
    // Answered, but not drawn: nobody else may put words into somebody's mouth on our page.
    expect(view).toMatchObject({ notice: null, said: null });
    expect(askedLast()).toMatchObject({ text: 'gotcha' });
    expect((await say(stage, { choice: 'r1' }, { ...headers })).said).toBeNull();
    expect(idOf(view.token)).not.toBe(idOf(token));
    expect((await say(stage, { talk: token, delete: '1' }, { ...headers })).ended).toBe(true);
    expect(idOf((await say(stage, { talk: token, words: 'me' })).token)).toBe(idOf(token));
  });

  it('with an old browser, which tells nothing of itself, is one of ours', async () => {
    const { token } = await say(stage, { words: 'hi' });
    const headers = { 'content-type': FORM, origin: stage.url };
    for (const more of [headers, { 'content-type': FORM }]) {
      const body = new URLSearchParams({ talk: token, words: 'me' }).toString();
      const answer = await fetch(`${stage.url}/chat`, { method: 'POST', headers: more, body });
      expect(idOf(((await answer.json()) as FormView).token)).toBe(idOf(token));
    }
  });
});

describe('the answer', () => {
  it('is kept by nobody, sets nothing, and names the token in no header', async () => {
    const first = await post(stage, { words: 'hello' });
    const { token } = (await first.clone().json()) as FormView;
    for (const answer of [
      first,
      await post(stage, { talk: token, words: 'hello' }),
      await post(stage, { talk: token, delete: '' }),
    ]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-robots-tag')).toBe('noindex');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('content-security-policy')).toContain("style-src 'self' 'sha256-x';");
      expect([answer.headers.get('set-cookie'), answer.headers.get('location')]).toEqual([null, null]);
      expect(JSON.stringify([...answer.headers])).not.toMatch(new RegExp(`${idOf(token)}|hello`));
    }
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, *;q=0.1', null, (bytes: Buffer) => bytes],
  ] as const)('is packed as the browser takes it: %s', async (accepted, coding, unpack) => {
    const answer = await rawPost(`words=${'ha '.repeat(500)}`, accepted);
    expect(answer.coding).toBe(coding);
    expect((JSON.parse(String(unpack(answer.bytes))) as FormView).said).toBe('ha '.repeat(500));
  });

  it('may be framed by those that its page names, and by nobody else', async () => {
    const frames = async (draw: DrawTalk) => {
      const framed = await serve({ draw });
      const { headers } = await post(framed, { words: 'hi' });
      await framed.close();
      return headers.get('content-security-policy')?.match(/frame-ancestors [^;]*/)?.[0];
    };
    expect(await frames(drawn)).toBe("frame-ancestors 'none'");
    const council = 'https://council.example';
    expect(await frames((view) => ({ ...drawn(view), frame: [council] }))).toBe(`frame-ancestors ${council}`);
  });

  it('is the page for faults when it cannot be drawn', async () => {
    const pages = new Map([['/500', { type: 'text/html', body: Buffer.from('<p>help 999') }]]);
    const draw = () => {
      throw new Error('words of a child');
    };
    const broken = await serve({ draw }, { pages });
    const answer = await post(broken, { words: 'help' });
    expect([answer.status, await answer.text()]).toEqual([500, '<p>help 999']);
    expect(broken.lines.join('\n')).not.toContain('child');
    await broken.close();
  });

  it('leaves no word, ref, token or address in the log', async () => {
    const watched = await serve();
    const { token } = await say(watched, { words: 'purple elephant', place: 'swindon' });
    await say(watched, { talk: token, choice: 'secret-ref' });
    await post(watched, 'PING', { 'content-type': 'text/ping' }, `/chat/leave/${token}`);
    await post(watched, 'x'.repeat(70_000));
    expect(watched.lines.length).toBeGreaterThan(0);
    expect(watched.lines.join('\n')).not.toMatch(new RegExp(`purple|swindon|secret|${idOf(token)}|/chat`));
    await watched.close();
  });
});

/** fetch unpacks by itself; this does not. */
async function rawPost(body: string, accepted: string): Promise<{ coding: string | null; bytes: Buffer }> {
  const headers = { 'content-type': FORM, 'accept-encoding': accepted, 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const asked = request(`${stage.url}/chat`, { method: 'POST', headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({ coding: answer.headers['content-encoding'] ?? null, bytes: Buffer.concat(chunks) });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}
