/** `npm run evaluate` as a process, on a small copy of the content with invented parts of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExamples } from '../../src/examples.ts';
import { ROOT } from '../library.ts';

const PARTS = ['content/risk/examples', 'content/risk/evaluation'] as const;
/** For a machine that is busy with other tests. */
const PATIENCE_MS = 120_000;
const SUBJECTS = ['my mate', 'a lad', 'my coach', 'this man', 'my cousin'];
/** What a voice says, with a gap for whom: level, topic, text. */
const SAYINGS = [
  ['urgent', 'immediate-danger', 'says % is outside my house right now banging on the door'],
  ['urgent', 'blackmail', 'and % will post my pictures tonight if i dont pay'],
  ['concern', 'gifts-and-favours', 'because % keeps buying me phones and wants something back'],
  ['concern', 'online-contact', 'so % from the game keeps asking me to meet'],
  ['none', 'off-topic', 'and % scored a goal on saturday in the cup'],
  ['none', 'other-problem', 'but % got a bad mark in maths again'],
] as const;

/** One voice as JSON lines. A voice that is labelled at odds with the others misses the bars. */
const lines = (voice: number, atOdds = false): string =>
  SUBJECTS.flatMap((subject, n) =>
    SAYINGS.map(([, , text], k) => {
      const [level, topic] = SAYINGS[atOdds ? (k + 2) % SAYINGS.length : k] ?? SAYINGS[0];
      const variant = level === 'urgent' ? { variant: 'danger' } : {};
      const words = `voice ${'abcdefgh'[voice]} ${text.replace('%', subject)}`;
      const labels = { level, topic, ...variant, speaker: 'child', about: 'self', style: 'plain' };
      return JSON.stringify({ text: words, ...labels, hard: (n + k) % 3 === 0, why: 'made up' });
    }),
  ).join('\n');

let root: string;
const run = (...options: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'src/cli/evaluate.ts'), ...options], {
    cwd: root,
    encoding: 'utf8',
  });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'signpost-evaluate-'));
  for (const folder of ['dialogs', 'content'])
    cpSync(join(ROOT, folder), join(root, folder), {
      recursive: true,
      filter: (from) => !PARTS.some((part) => from === join(ROOT, part)),
    });
  for (const part of PARTS) mkdirSync(join(root, part));
  for (let voice = 0; voice < 6; voice++)
    writeFileSync(join(root, PARTS[0], `v0${voice}-x.jsonl`), lines(voice));
  for (const voice of [6, 7])
    writeFileSync(join(root, PARTS[1], `e0${voice}-x.jsonl`), lines(voice, voice === 7));
  writeFileSync(join(root, PARTS[1], 'FROZEN'), `${readExamples(root, 'evaluation').hash}\n`);
  const labels = 'urgent\timmediate-danger\tchild\tself\tdanger';
  writeFileSync(join(root, PARTS[1], 'second-labels.tsv'), `e06:1\t${labels}\ne06:2\t${labels}\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm run evaluate', () => {
  it('prints every table, and shows texts only when asked', () => {
    const { status, stdout, stderr } = run();
    expect(stderr).toContain('assessing 60 messages...');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^== What is measured ==/);
    expect(stdout).toContain('messages: 60, of 2 voices, 33.3% of them hard');
    expect(stdout).toContain('frozen: yes');
    expect(stdout).toContain('A second person labelled 2 of 60 messages');
    expect(stdout).toMatch(/^level +100\.0% .*$/m);
    expect(stdout).toMatch(/^topic +50\.0% .*$/m);
    expect(stdout).toMatch(/^urgent found urgent .* >= 90\.0% +(met|MISSED)$/m);
    expect(stdout).toMatch(/^topic first \/ second labeller .* >= 90\.0% +(met|MISSED)$/m);
    for (const name of ['e06', 'e07', 'plain', '6-12 words', 'online-contact'])
      expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
    expect(stdout).toContain('expected calibration error: ');
    expect(stdout).toMatch(/^8\.0% +\d.* (met|MISSED)$/m);
    expect(stdout).toMatch(/\d of 9 bars met/);
    expect(stdout).not.toMatch(/Misses|voice [a-h]/);
  });

  it(
    'adds misses, curve and ablation, and --strict fails',
    () => {
      const { status, stdout } = run('--misses', '--curve', '--ablation', '--strict');
      expect(stdout).toMatch(/^-- risk missed: \d+ --$/m);
      expect(stdout).toMatch(
        /^e07:\d+ {2}urgent .*\n {2}found none, score 0\.\d+, .*\n {2}"voice h .*"\n {2}reasons: /m,
      );
      expect(stdout).toMatch(/^1\/8 +30 .*\n1\/4 +60 .*\n1\/2 +90 .*\nall +180 /m);
      expect(stdout).toMatch(/^\| full \| .*\n\| without the model \| /m);
      expect(stdout).toMatch(/^\| half the voices \|.*\|$/m);
      expect(stdout).toMatch(/^MISSED: /m);
      expect(status).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'cross-validates the training messages',
    () => {
      const { status, stdout } = run('--part', 'training');
      expect(stdout).toContain('messages: 180, of 6 voices');
      expect(stdout).toMatch(/frozen: no.*\n\nNo second person/);
      expect(stdout).toMatch(/\d of 8 bars met/);
      expect(status).toBe(0);
    },
    PATIENCE_MS,
  );

  it.each([
    [['--everything'], /--everything/],
    [['--part', 'both'], /There is no part "both"/],
  ])('refuses %j', (options, said) => {
    const { status, stdout, stderr } = run(...options);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(said);
    expect(stderr).toContain('usage: npm run -s evaluate');
  });

  it('names a bad line of the second labels', () => {
    const file = join(root, PARTS[1], 'second-labels.tsv');
    writeFileSync(file, 'e06:1\turgent\tnothing\tchild\tself\tdanger\n');
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('content/risk/evaluation/second-labels.tsv:1: "nothing" is no topic');
  });
});
