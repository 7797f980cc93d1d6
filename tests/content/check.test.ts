/** A mistake in the content is named with file, line and mend, and nothing is served. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { showProblem } from '../../src/content/problem.ts';
import { checkRelease } from '../../src/content/release.ts';
import { checkLibrary, openLibrary } from '../../src/library.ts';
import { ROOT, realLibrary, withBroken } from '../library.ts';
import { problemsWith } from './changed.ts';

const GIFTS = 'dialogs/gifts-and-favours.yaml';
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** Each: what is broken, in which file, how, which text marks the line, and what is said. */
const MISTAKES: [string, string, (text: string) => string, string, RegExp][] = [
  [
    'YAML that does not parse',
    GIFTS,
    (t) => t.replace('title: Some', 'title: [Some'),
    'for: [',
    /the file cannot be read from here on/,
  ],
  [
    'a field of the wrong shape',
    GIFTS,
    (t) => t.replace('version: 1', 'version: one'),
    'version: one',
    /version/,
  ],
  [
    'a field that is missing',
    GIFTS,
    (t) => t.replace('title: Someone gives me things\n', ''),
    'version',
    /^something is missing here: title$/,
  ],
  [
    'a list in which nothing stands',
    GIFTS,
    (t) => t.replace('for: [young-person]', 'for: []'),
    'for: []',
    /^for whom: at least one is wanted here$/,
  ],
  [
    'a word that is not on its list',
    GIFTS,
    (t) => t.replace('for: [young-person]', 'for: [teenager]'),
    'teenager',
    /^for whom 1: choose one of these: young-person, parent, professional, business$/,
  ],
  [
    'a risk phrase that no dialog answers',
    'content/risk/patterns-other.yaml',
    (t) => t.replace('answer: own-behaviour-refusal', 'answer: own-behaviour-refusals'),
    'answer: own-behaviour-refusals',
    /there is no dialog "own-behaviour-refusals" to answer with/,
  ],
  ['an unknown field', GIFTS, (t) => t.replace('title:', 'colour: red\ntitle:'), 'version', /colour/],
  ['the same key twice', GIFTS, (t) => t.replace('title:', 'title: Two\ntitle:'), 'title: S', /unique/],
  [
    'a duplicate id',
    'dialogs/menu.yaml',
    (t) => t.replace('id: menu', 'id: gifts-and-favours'),
    'id: gifts',
    /dialogs\/gifts-and-favours\.yaml has the same short name: "gifts-and-favours"/,
  ],
  [
    'a go to nowhere',
    GIFTS,
    (t) => t.replace('go: wants-back', 'go: wants-bak'),
    'go: wants-bak',
    /this leads nowhere: "wants-bak"/,
  ],
  [
    'a step nobody can reach',
    GIFTS,
    (t) => `${t}  lonely:\n    say: [Nobody comes here.]\n`,
    'lonely:',
    /nobody can reach the step "lonely"/,
  ],
  [
    'a phone number typed into a dialog',
    GIFTS,
    (t) => t.replace('You can say no,', 'Ring 01225 123456. You can say no,'),
    'Ring 01225',
    /a number is typed here: "01225 123456"/,
  ],
  [
    'a Childline number typed into a dialog',
    GIFTS,
    (t) => t.replace('You can say no,', 'Ring 0800 1111. You can say no,'),
    'Ring 0800',
    /a number is typed here/,
  ],
  [
    'an address typed into a dialog',
    GIFTS,
    (t) => t.replace('You can say no,', 'See www.example.org. You can say no,'),
    'See www',
    /an address is typed here/,
  ],
  [
    'an unknown service',
    GIFTS,
    (t) => t.replace('[childline, safecall, front-door]', '[childlin, safecall]'),
    'hand-off: [childlin,',
    /there is no service "childlin"/,
  ],
  [
    'two ways on in a step',
    GIFTS,
    (t) => t.replace('    hand-off: [safecall', '    return: true\n    go: menu\n    hand-off: [safecall'),
    '  carry:',
    /more than one way: straight on to another step, and back to what was talked about before/,
  ],
  [
    'a bubble that is too long',
    GIFTS,
    (t) => t.replace('You can say no,', `${'word '.repeat(50)}no,`),
    'word word',
    /a bubble of \d+ letters/,
  ],
  [
    'a label that is too long',
    GIFTS,
    (t) => t.replace("label: I don't want to say", `label: ${'word '.repeat(9)}`),
    'label: word',
    /the button ".*" has \d+ letters/,
  ],
  [
    'steps that go round for ever',
    GIFTS,
    (t) => `${t}    go: again\n  again:\n    say: [Once more.]\n    go: no-rush\n`,
    '  again:',
    /leads back to itself/,
  ],
  [
    'a service without a number',
    'content/services.yaml',
    (t) => t.replace('    phone: "0800 1111"\n', ''),
    '- id: childline\n',
    /"childline" has no phone number, text number or website/,
  ],
  [
    'a number on the do-not-publish list',
    'content/services.yaml',
    (t) => t.replace('phone: "0800 1111"', 'phone: "88858"'),
    'phone: "88858"',
    /is on the list of numbers that must not be shown/,
  ],
  [
    'a missing text of the interface',
    'content/ui.yaml',
    (t) => t.replace(/^ {2}computer:.*\n/m, ''),
    'texts:',
    /the text "computer" is missing/,
  ],
  [
    'a page at the address of something else',
    'content/pages/parents.md',
    (t) => t.replace('id: parents', 'id: health'),
    'id: health',
    /"health" is the address of something else/,
  ],
  [
    'a day that there is not',
    'content/news/about-signpost.md',
    (t) => t.replace(/until: .*/, 'until: 2026-10-45'),
    'until:',
    /the last day: write a day that there is/,
  ],
  [
    'a notice that ends before it begins',
    'content/news/about-signpost.md',
    (t) => t.replace(/until: .*/, 'until: 2026-01-01'),
    'until:',
    /it ends before it begins/,
  ],
  [
    'an event before its notice',
    'content/news/awareness-day-2027.md',
    (t) => t.replace(/^on: .*/m, 'on: 2027-01-01'),
    'on: 2027-01-01',
    /the event is over before the notice/,
  ],
  [
    'hours that end before they begin',
    'content/services.yaml',
    (t) => t.replace('08:45-17:00', '17:00-08:45'),
    'mon-thu',
    /mon-thu|hours/,
  ],
  [
    'a website with the name of a user in it',
    'content/services.yaml',
    (t) => t.replace('web: https://www.', 'web: https://www.example.org@www.'),
    'org@www',
    /website.*: write a web address/,
  ],
  [
    'a text that nothing shows',
    'content/ui.yaml',
    (t) => t.replace('  computer:', '  compter: Hm.\n  computer:'),
    'compter:',
    /nothing shows the text "compter"/,
  ],
  [
    'a place in no area',
    'content/places.yaml',
    (t) => t.replace(/area: dorset/, 'area: dorsett'),
    'area: dorsett',
    /there is no area "dorsett"/,
  ],
  [
    'a council whose own team is not named',
    'content/places.yaml',
    (t) => t.replace('front-door: [wilts-mash, wilts-out-of-hours]', 'front-door: []'),
    'id: wiltshire,',
    /nobody can be rung at the front door of "wiltshire"/,
  ],
];

describe('the content check', () => {
  it('finds nothing wrong with what ships', () => {
    expect(checkLibrary(ROOT).problems.filter((problem) => problem.grade === 'error')).toEqual([]);
  });

  it.each(MISTAKES)('names %s', (_name, file, change, mark, says) => {
    let text = '';
    const problems = problemsWith(file, (before) => (text = change(before)));
    const found = problems.filter((problem) => says.test(problem.what));
    expect(found.map(showProblem)).not.toEqual([]);
    expect(found.map((problem) => problem.file)).toContain(file);
    expect(found.every((problem) => problem.mend.length > 5)).toBe(true);
    expect(found.map((problem) => problem.line)).toContain(lineOf(text, mark));
  });

  it('refuses to open broken content, in the words of the check', () => {
    withBroken(
      GIFTS,
      (text) => text.replace('go: wants-back', 'go: wants-bak'),
      (root) => {
        expect(() => openLibrary(root)).toThrow(
          /dialogs\/gifts-and-favours\.yaml:\d+: this leads nowhere: "wants-bak": choose a step/,
        );
      },
    );
  });

  it('collects all mistakes of meaning at once', () => {
    const change = (text: string) =>
      text.replace('go: wants-back', 'go: wants-bak').replace('go: debt', 'go: det');
    const problems = problemsWith(GIFTS, change);
    expect(problems.filter((problem) => /leads nowhere/.test(problem.what))).toHaveLength(2);
  });

  it('is immutable once loaded', () => {
    const { content } = realLibrary();
    expect(() => (content.dialogs as Map<string, unknown>).set('x', {})).toThrow(/immutable/);
    expect(() => Object.assign(content.services.get('childline') as object, { phone: '1' })).toThrow();
  });
});

describe('the launch gate', () => {
  const gate = (root: string, today: string, release: boolean) => {
    const { files } = checkLibrary(root);
    if (!files) throw new Error('the content does not load');
    return checkRelease(root, files, today, release).map(showProblem);
  };

  it('is shut, and says what it still wants', () => {
    const open = gate(ROOT, '2026-11-22', true).join('\n');
    expect(open).toMatch(/deploy\/launch-checklist\.md:\d+: not signed: The safeguarding lead/);
    expect(open).toMatch(/childline: nobody has rung this number yet/);
    expect(open).not.toMatch(/police-999: nobody has rung/);
    expect(open).toMatch(/dialogs\/welcome\.yaml:\d+: nobody has approved this text/);
  });

  it('does not open for a tick without a role and a day', () => {
    const root = mkdtempSync(join(tmpdir(), 'signpost-gate-'));
    mkdirSync(join(root, 'deploy'));
    const { files } = checkLibrary(ROOT);
    if (!files) throw new Error('the content does not load');
    const points = (list: string): number => {
      writeFileSync(join(root, 'deploy/launch-checklist.md'), list);
      return checkRelease(root, files, '2026-11-22', true).filter((problem) =>
        problem.file.startsWith('deploy/'),
      ).length;
    };
    expect(points('- [x] All read')).toBe(1);
    expect(points('- [ ] All read signed: safeguarding lead, 2027-01-15')).toBe(1);
    expect(points('')).toBe(1);
    expect(points('- [x] All read signed: safeguarding lead, 2027-01-15')).toBe(0);
    rmSync(root, { recursive: true });
  });

  it('warns of an overdue review and of a calendar that ends, every day', () => {
    expect(gate(ROOT, '2027-06-01', false).join('\n')).toMatch(/childline: its review is overdue/);
    expect(gate(ROOT, '2028-12-01', false).join('\n')).toMatch(/the calendar ends on/);
  });
});
