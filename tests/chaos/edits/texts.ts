/** What a step says, whom it shows, which buttons it has. */
import { SLOTS } from '../../../src/content/schema.ts';
import { type Choice, choice, type Edit, refs, target, withButton, withStep } from './draft.ts';

export const WORDS: Edit[] = [
  (draft) =>
    withStep(draft, (step) => {
      step.say = [`Other words ${draft.random.below(1e6)}.`];
      return 'says other words';
    }),
  (draft) =>
    withStep(draft, (step) => {
      step.say = [...(step.say ?? []), 'More words.'];
      return 'says more';
    }),
  (draft) =>
    withStep(draft, (step) => {
      delete step.say;
      return 'says nothing';
    }),
  (draft) =>
    withStep(draft, (step) => {
      step.ask = 'What would help?';
      return 'asks';
    }),
  (draft) =>
    withStep(draft, (step) => {
      delete step.ask;
      return 'asks nothing';
    }),
];

export const CARDS: Edit[] = [
  (draft) =>
    withStep(draft, (step) => {
      delete step['hand-off'];
      delete step.words;
      return 'no hand-off';
    }),
  (draft) =>
    withStep(draft, (step) => {
      step['hand-off'] = refs(draft);
      return `hand-off to ${step['hand-off']}`;
    }),
  (draft) =>
    withStep(draft, (step) => {
      const list = step['hand-off'];
      if (list && list.length > 1) list.splice(draft.random.below(list.length), 1);
      return `hand-off to one less: ${list}`;
    }),
];

export const BUTTONS: Edit[] = [
  (draft) =>
    withButton(draft, (offer, at, _dialog, step) => {
      const [gone] = offer.splice(at, 1);
      if (offer.length === 0) delete step.offer;
      return `button "${gone?.label}" taken out`;
    }),
  (draft) =>
    withButton(draft, (offer, at, dialog) => {
      offer.splice(at, 0, choice(draft, dialog));
      return `a button to ${offer[at]?.go ?? offer[at]?.['hand-off'] ?? 'return'}`;
    }),
  (draft) =>
    withButton(draft, (offer, at, dialog) => {
      const { label, also, set } = offer[at] as Choice;
      const { go } = choice(draft, dialog);
      const to = go ?? target(draft, dialog);
      offer[at] = { label, also, ...(set && { set }), go: to };
      return `"${label}" leads to ${to}`;
    }),
  (draft) =>
    withButton(draft, (offer, at, dialog) => {
      const { label, also, set } = offer[at] as Choice;
      const { label: _label, also: _also, set: _set, ...way } = choice(draft, dialog);
      offer[at] = { label, also, ...(set && { set }), ...way };
      return `"${label}" does ${JSON.stringify(way)}`;
    }),
  (draft) =>
    withButton(draft, (offer, at) => {
      const one = offer[at] as Choice;
      const key = draft.random.of(['audience', 'age', 'safe'] as const);
      if (draft.random.is(0.4)) delete one.set;
      else one.set = { ...one.set, [key]: draft.random.of(SLOTS[key]) };
      return `"${one.label}" sets ${JSON.stringify(one.set)}`;
    }),
];
