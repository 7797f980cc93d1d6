/** What the staff side does not take: each time with place and reason, and nothing is changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder, type Person, type Place, type Rig, rig } from './rig.ts';

let place: Place;
let at: Rig;
let editor: Person;
beforeAll(async () => {
  place = await folder();
  at = await rig(place);
  editor = await at.signIn('editor');
});
afterAll(async () => {
  await at.stop();
  await place.clear();
});

const PATH = 'dialogs/new.yaml';
const draft = (change: object = {}) => ({
  title: 'New',
  base: 'shipped',
  files: { [PATH]: 'a: 1\n' },
  revision: 0,
  ...change,
});
const save = (body: unknown, id = 'new') => editor.put(`/drafts/${id}`, body);
const text = (line: string) => draft({ files: { [PATH]: `a: 1\nb: ${line}\n` } });

describe('a body', () => {
  it.each([
    ['an unknown field', draft({ more: 1 }), []],
    ['no title', draft({ title: ' ' }), ['title']],
    ['a version that is none', draft({ base: '../shipped' }), ['base']],
    ['a path out of the folder', draft({ files: { 'dialogs/../../etc/passwd.yaml': 'x' } }), null],
    ['a path with a backslash', draft({ files: { 'dialogs\\a.yaml': 'x' } }), null],
    ['a path from the root', draft({ files: { '/dialogs/a.yaml': 'x' } }), null],
    ['a file of another folder', draft({ files: { 'src/main.ts': 'x' } }), null],
    ['a file of messages', draft({ files: { 'content/risk/examples/x.jsonl': 'x' } }), null],
    ['a file that is a number', draft({ files: { [PATH]: 1 } }), null],
    ['a file that is too long', draft({ files: { [PATH]: 'x'.repeat(500_001) } }), null],
    ['a revision below nothing', draft({ revision: -1 }), ['revision']],
    ['a list', [draft()], []],
    ['nothing', 'null', []],
  ])('with %s', async (_, body, where) => {
    const { status, body: answer } = await save(body);
    expect([status, answer.error.code]).toEqual([422, 'bad-shape']);
    const [problem] = answer.error.problems;
    expect(problem.what.length).toBeGreaterThan(5);
    if (where) expect(problem.path).toEqual(where);
  });

  it.each([
    ['is no JSON', '{', 400, 'bad-json'],
    ['would poison an object', '{"__proto__":{"title":"x"}}', 400, 'too-deep'],
    ['names a constructor', '{"files":{"constructor":"x"}}', 400, 'too-deep'],
    ['is nested a hundred deep', '['.repeat(100) + ']'.repeat(100), 400, 'too-deep'],
    ['is over 2 MB', JSON.stringify(draft({ title: 'x'.repeat(2_200_000) })), 413, 'too-big'],
  ])('that %s', async (_, body, status, code) => {
    const answer = await save(body);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('of another type, or compressed', async () => {
    for (const headers of [{ 'content-type': 'text/plain' }, { 'content-encoding': 'gzip' }]) {
      const answer = await editor.call('PUT', '/drafts/new', draft(), headers);
      expect([answer.status, answer.body.error.code]).toEqual([415, 'bad-type']);
    }
    const form = await editor.call('POST', '/off', 'why=because', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(415);
  });
});

describe('a text', () => {
  it.each([
    '<script>x</script>',
    'see <img src=x>',
    '</b',
    '<!-- x -->',
    '<?php',
    '<SVG/onload=x>',
    '[here](javascript:alert(1))',
    '[here](data:text/html,x)',
    'right to left \u202e',
    'a bell \u0007',
  ])('with %j in it: file and line', async (line) => {
    const { status, body } = await save(text(line));
    expect([status, body.error.code]).toEqual([422, 'has-html']);
    expect(body.error.problems[0]).toMatchObject({ file: PATH, line: 2 });
    expect(body.error.problems[0].what).not.toContain(line);
  });

  it.each([
    '"right to left \\u202e"',
    '"\\x3Cscript>x"',
    '"joined \\u200b"',
    'see &#60;b&#62;',
    'joined 016\u200b32',
  ])('with %j in it, however it is written', async (line) => {
    const { status, body } = await save(text(line));
    expect([status, body.error.code]).toEqual([422, 'has-html']);
    expect(body.error.problems[0].file).toBe(PATH);
  });

  it.each([
    'ages < 16',
    'under <10',
    'a <3 b',
    'I said: "no"; data: none',
    'zażółć gęślą 👩‍👧',
  ])('with %j in it is fine', async (line) => {
    expect((await save(text(line), 'fine')).status).toBe(200);
    await editor.post('/drafts/fine/drop', { revision: 1 });
  });
});

it('a file that ships can be saved with a change, whatever its other lines hold', async () => {
  for (const path of ['content/locales.yaml', 'content/services.yaml', 'content/risk/dictionary.yaml']) {
    const before = (await editor.get(`/file?version=shipped&path=${path}`)).body.text as string;
    const answer = await save(draft({ files: { [path]: `${before}# more\n` } }), 'shipping');
    expect(answer.status, path).toBe(200);
    await editor.post('/drafts/shipping/drop', { revision: 1 });
  }
});

it('a draft of 200 files is taken, of 201 not', async () => {
  const files = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`dialogs/new-${n}.yaml`, 'a: 1\n']));
  expect((await save(draft({ files: files(201) }), 'many')).body.error.code).toBe('too-many-files');
  expect((await save(draft({ files: files(200) }), 'many')).status).toBe(200);
});

it.each([
  '..',
  '%2e%2e%2fdesk',
  'a%00b',
  'A',
  '__proto__',
  'x'.repeat(65),
  'a.b',
])('no draft is named %s', async (id) => {
  const answer = await editor.call('PUT', `/drafts/${id}`, draft());
  expect([404, 405]).toContain(answer.status);
});

it.each([
  '/file?version=shipped&path=../../etc/passwd',
  '/file?version=shipped&path=package.json',
  '/file?version=constructor&path=dialogs/menu.yaml',
  '/file?version=shipped',
  '/file?version=shipped&path=dialogs/menu.yaml&more=1',
  '/diff?from=shipped&to=x',
])('nothing is read by %s', async (path) => {
  const { status, body } = await editor.get(path);
  expect([status, body.error.code]).toEqual([422, 'bad-shape']);
});

it('a method that an address does not take is told which it does', async () => {
  const answer = await editor.call('DELETE', '/drafts/new');
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PUT']);
  expect((await editor.get('/nothing')).status).toBe(404);
});

it('nothing of all that was kept, and none of it is in the log', async () => {
  const { drafts, live } = (await editor.get('/desk')).body;
  expect([live, drafts.map(({ id }: { id: string }) => id)]).toEqual(['shipped', ['many']]);
  expect(at.log.join('\n')).not.toMatch(/passwd|javascript|bell|new\.yaml/);
});

it('an error of ours is told as one, and in no other words', async () => {
  const broken = { check: () => Promise.reject(new TypeError('secret words')) };
  const other = await rig(place, { desk: at.desk, deps: { workbench: broken as never } });
  const person = await other.signIn('approver');
  const answer = await person.post('/check', { base: 'shipped', files: {} });
  expect([answer.status, answer.body.error.code]).toEqual([500, 'uncaught']);
  expect(JSON.stringify(answer.body) + other.log.join('')).not.toContain('secret words');
  await other.stop();
});
