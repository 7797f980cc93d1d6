/** Steps that come, go and are renamed; ways on; whole dialogs. */
import { AUDIENCES } from '../../../src/content/schema.ts';
import {
  type Choice,
  choice,
  condition,
  dialogTo,
  type Edit,
  noWay,
  refs,
  rename,
  type Step,
  stepOf,
  target,
  withButton,
  withStep,
} from './draft.ts';

export const STEPS: Edit[] = [
  // A new step, and a button that leads to it.
  (draft) =>
    withButton(draft, (offer, at, dialog) => {
      const { random } = draft;
      const id = `new-${random.below(1e6)}`;
      const said: Step = { say: ['New words.'] };
      if (random.is(0.5)) said['hand-off'] = refs(draft);
      if (random.is(0.6)) said.offer = [choice(draft, dialog), choice(draft, dialog)];
      dialog.steps[id] = said;
      const { label, also } = offer[at] as Choice;
      offer[at] = { label, also, go: id };
      return `a new step behind "${label}"`;
    }),
  (draft) =>
    withStep(draft, (_step, dialog, id) => {
      // A dialog without any step is no dialog: the last one goes with it.
      if (Object.keys(dialog.steps).length > 1) delete dialog.steps[id];
      return 'taken out';
    }),
  (draft) => {
    const dialog = dialogTo(draft);
    const [id, step] = stepOf(draft, dialog);
    const name = `named-${draft.random.below(1e6)}`;
    delete dialog.steps[id];
    dialog.steps[name] = step;
    if (dialog.start === id) dialog.start = name;
    rename(draft, (go, { id: inside }) => {
      if (go === `${dialog.id}/${id}`) return `${dialog.id}/${name}`;
      return go === id && inside === dialog.id ? name : go;
    });
    return `${dialog.id}/${id} is named ${name}`;
  },
  (draft) => {
    const dialog = dialogTo(draft);
    dialog.start = draft.random.of(Object.keys(dialog.steps));
    return `${dialog.id} starts at ${dialog.start}`;
  },
];

export const WAYS: Edit[] = [
  (draft) =>
    withStep(draft, (step, dialog) => {
      noWay(step);
      step.branch = [{ when: condition(draft), go: target(draft, dialog) }, { go: target(draft, dialog) }];
      return `branches: ${JSON.stringify(step.branch)}`;
    }),
  (draft) =>
    withStep(draft, (step, dialog) => {
      if (!step.branch) return '';
      const at = draft.random.below(step.branch.length);
      const change = draft.random.below(4);
      const one = step.branch[at] as NonNullable<Step['branch']>[number];
      if (change === 0) step.branch.splice(at, 1);
      else if (change === 1) one.go = target(draft, dialog);
      else if (change === 2) one.when = condition(draft);
      else step.branch.unshift({ when: condition(draft), go: target(draft, dialog) });
      if (step.branch.length === 0) delete step.branch;
      return `other branch: ${JSON.stringify(step.branch)}`;
    }),
  (draft) =>
    withStep(draft, (step, dialog) => {
      noWay(step);
      if (draft.random.is(0.3)) step.return = true;
      else step.go = target(draft, dialog);
      return `leads on to ${step.go ?? 'where it came from'}`;
    }),
  (draft) =>
    withStep(draft, (step, dialog) => {
      noWay(step);
      step.offer = [choice(draft, dialog), choice(draft, dialog)];
      return `offers ${JSON.stringify(step.offer)}`;
    }),
];

export const DIALOGS: Edit[] = [
  (draft) => {
    const dialog = dialogTo(draft);
    dialog.for = AUDIENCES.filter(() => draft.random.is(0.5));
    return `${dialog.id} is for ${dialog.for}`;
  },
  (draft) => {
    const dialog = dialogTo(draft);
    dialog.urgent = !dialog.urgent;
    return `${dialog.id} is ${dialog.urgent ? '' : 'not '}urgent`;
  },
  (draft) => {
    const { id } = dialogTo(draft);
    draft.dialogs.delete(id);
    return `${id} is taken out`;
  },
  (draft) => {
    const dialog = dialogTo(draft);
    const name = `dialog-${draft.random.below(1e6)}`;
    draft.dialogs.delete(dialog.id);
    draft.dialogs.set(name, { ...dialog, id: name });
    rename(draft, (go) => {
      const [id, step] = go.split('/');
      return id === dialog.id ? [name, ...(step ? [step] : [])].join('/') : go;
    });
    return `${dialog.id} is named ${name}`;
  },
];
