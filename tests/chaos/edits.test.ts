/** Whatever staff change: what the check lets through never leaves anybody without help. */
import { expect, it } from 'vitest';
import { assembleEnglish } from '../../src/content/assemble.ts';
import { checkDialogs } from '../../src/content/checks/dialogs.ts';
import { checkRegistry } from '../../src/content/checks/registry.ts';
import { type ContentFiles, readFiles } from '../../src/content/files.ts';
import type { Content } from '../../src/content/model.ts';
import { onDisk } from '../../src/content/texts.ts';
import { farFromHelp } from '../../src/ways.ts';
import { ROOT } from '../library.ts';
import { edited } from './edits/edited.ts';
import { type Judge, judgeOf } from './oracle/cards.ts';
import { withoutHelp } from './oracle/walk.ts';
import { chance, LONG } from './random.ts';

const SEQUENCES = Number(process.env.CHAOS_N) || (LONG ? 10_000 : 600);

// Other languages are the same steps and buttons in other words.
const files: ContentFiles = { ...readFiles(onDisk(ROOT)), overlays: [] };

/** What a publish looks at to tell whether help is there: the product's own checks. */
function passed(changed: ContentFiles): Content | null {
  if ([...checkDialogs(changed), ...checkRegistry(changed)].some(({ grade }) => grade === 'error'))
    return null;
  const content = assembleEnglish(changed);
  return farFromHelp(content).length === 0 ? content : null;
}

it(`${SEQUENCES} random edits: none that is let through takes help away`, () => {
  const random = chance();
  const judges = new WeakMap<object, WeakMap<object, Judge>>();
  const judgeFor = ({ services, places }: ContentFiles, content: Content): Judge => {
    const known = judges.get(services.value) ?? new WeakMap<object, Judge>();
    judges.set(services.value, known);
    const judge = known.get(places.value) ?? judgeOf(content);
    known.set(places.value, judge);
    return judge;
  };
  const tally = { accepted: 0, refused: 0 };
  const wrong: { done: readonly string[]; found: readonly string[] }[] = [];
  for (let n = 0; n < SEQUENCES; n += 1) {
    const { files: changed, done } = edited(files, random);
    const content = changed && passed(changed);
    if (!changed || !content) {
      tally.refused += 1;
      continue;
    }
    tally.accepted += 1;
    const found = withoutHelp(content, judgeFor(changed, content));
    if (found.length > 0) wrong.push({ done, found });
  }
  console.info(`seed ${random.seed}:`, tally);
  expect(wrong).toEqual([]);
  expect(tally.accepted).toBeGreaterThan(SEQUENCES / 5);
  expect(tally.refused).toBeGreaterThan(SEQUENCES / 5);
}, 900_000);

type Dialog = ContentFiles['dialogs'][number]['value'];
type Service = ContentFiles['services']['value']['services'][number];

const withDialog = (id: string, change: (dialog: Dialog) => void): ContentFiles => ({
  ...files,
  dialogs: files.dialogs.map((source) => {
    if (source.value.id !== id) return source;
    const value = structuredClone(source.value);
    change(value);
    return { ...source, value, lineOf: () => 1 };
  }),
});
const withService = (id: string, change: (service: Service) => void): ContentFiles => {
  const value = structuredClone(files.services.value);
  for (const service of value.services) if (service.id === id) change(service);
  return { ...files, services: { ...files.services, value, lineOf: () => 1 } };
};
const step = (dialog: Dialog, id: string) => dialog.steps[id] as Dialog['steps'][string];

it.each<[string, ContentFiles]>([
  [
    'the card of an urgent step',
    withDialog('immediate-danger', (dialog) => {
      delete step(dialog, 'suicide')['hand-off'];
      delete step(dialog, 'suicide').words;
    }),
  ],
  ['the mark of the urgent dialog', withDialog('immediate-danger', (dialog) => (dialog.urgent = false))],
  [
    'where "No" to "Are you safe?" leads',
    withDialog('safe-now', (dialog) => {
      for (const choice of step(dialog, 'you').offer ?? []) if (choice.label === 'No') choice.go = 'menu';
    }),
  ],
  [
    'every "No" to "Are you safe?"',
    withDialog('safe-now', (dialog) => {
      step(dialog, 'you').offer = [{ label: 'Yes', also: [], return: true }];
    }),
  ],
  [
    'the card of a person for one audience',
    withDialog('talk-to-someone', (dialog) => {
      dialog.steps.none = { say: ['Words.'], offer: [{ label: 'On', also: [], go: 'menu' }] };
      step(dialog, 'first').branch = [
        { when: { audience: 'business' }, go: 'none' },
        ...(step(dialog, 'first').branch ?? []),
      ];
    }),
  ],
  [
    'the emergency number',
    withService('police-999', (one) => {
      delete one.phone;
      one.web = 'https://example.org';
    }),
  ],
  ['the mark of the emergency number', withService('police-999', (one) => (one.emergency = false))],
  [
    "the children's line at night",
    withService('childline', (one) => (one.hours = { 'mon-fri': '09:00-17:00' })),
  ],
  ["the adults' line", withService('police-101', (one) => (one['hours-confidence'] = 'unverified'))],
])('without %s: the check refuses it, and help is missing indeed', (_, changed) => {
  const content = assembleEnglish(changed);
  expect(withoutHelp(content, judgeOf(content))).not.toEqual([]);
  expect(passed(changed)).toBeNull();
});
