/** Random edits of the kinds that the editor offers, on the content as it was read. */
import type { ContentFiles } from '../../src/content/files.ts';
import {
  AUDIENCES,
  type DialogFile,
  dialogFile,
  placesFile,
  SLOTS,
  servicesFile,
} from '../../src/content/schema.ts';
import type { Source } from '../../src/content/yaml.ts';
import type { Chance } from './random.ts';

type Step = DialogFile['steps'][string];
type Choice = NonNullable<Step['offer']>[number];
type Services = ContentFiles['services']['value'];
type Places = ContentFiles['places']['value'];

/** The files as they are being changed; what is not changed stays the very same value. */
export interface Draft {
  readonly random: Chance;
  readonly dialogs: Map<string, DialogFile>;
  services: Services;
  places: Places;
  /** What was done, in words. */
  readonly done: string[];
}

const IMPORTANT = ['immediate-danger', 'safe-now', 'talk-to-someone', 'welcome', 'menu'];
const CITED = ['front-door', 'childline', 'police-999', 'police-101', 'shout', 'nspcc', 'safecall', 'svpp'];

/** A dialog to be changed: its own copy from then on. The few that everything hangs on are taken more often. */
function dialogTo({ random, dialogs }: Draft): DialogFile {
  const some = IMPORTANT.filter((one) => dialogs.has(one));
  const id = random.is(0.3) && some.length > 0 ? random.of(some) : random.of([...dialogs.keys()]);
  const copy = structuredClone(dialogs.get(id)) as DialogFile;
  dialogs.set(id, copy);
  return copy;
}

const stepOf = ({ random }: Draft, dialog: DialogFile): [string, Step] =>
  random.of(Object.entries(dialog.steps));

/** Where something may lead: mostly within the dialog, else anywhere. */
function target({ random, dialogs }: Draft, dialog: DialogFile): string {
  if (random.is(0.6)) return random.of(Object.keys(dialog.steps));
  const other = random.of([...dialogs.values()]);
  return random.is(0.7) ? other.id : `${other.id}/${random.of(Object.keys(other.steps))}`;
}

const refs = ({ random, services }: Draft): string[] =>
  Array.from({ length: 1 + random.below(3) }, () =>
    random.is(0.7) ? random.of(CITED) : random.of(services.services).id,
  );

function choice(draft: Draft, dialog: DialogFile): Choice {
  const { random } = draft;
  const way = random.below(10);
  const set = random.is(0.15) ? { safe: random.of(SLOTS.safe) } : undefined;
  const made = { label: `Button ${random.below(1e6)}`, also: [], ...(set && { set }) };
  if (way === 0) return { ...made, return: true };
  if (way <= 3) return { ...made, 'hand-off': refs(draft) };
  return { ...made, go: target(draft, dialog) };
}

/** Changes one of the buttons of a step of the dialog, if one has any. */
function withButton(
  draft: Draft,
  change: (offer: Choice[], at: number, dialog: DialogFile, step: Step) => string,
): string {
  const dialog = dialogTo(draft);
  const offering = Object.entries(dialog.steps).filter(([, step]) => step.offer);
  if (offering.length === 0) return '';
  const [id, step] = draft.random.of(offering);
  const offer = step.offer as Choice[];
  return `${dialog.id}/${id}: ${change(offer, draft.random.below(offer.length), dialog, step)}`;
}

function withStep(draft: Draft, change: (step: Step, dialog: DialogFile, id: string) => string): string {
  const dialog = dialogTo(draft);
  const [id, step] = stepOf(draft, dialog);
  return `${dialog.id}/${id}: ${change(step, dialog, id)}`;
}

const noWay = (step: Step): void => {
  delete step.offer;
  delete step.branch;
  delete step.go;
  delete step.return;
};

/** Follows a renamed step or dialog wherever it is cited, as the editor does. */
function rename({ dialogs }: Draft, change: (go: string, inDialog: DialogFile) => string): void {
  for (const [id, before] of dialogs) {
    const dialog = structuredClone(before);
    let changed = false;
    const follow = (one: { go?: string | undefined }): void => {
      if (one.go === undefined) return;
      const to = change(one.go, dialog);
      changed ||= to !== one.go;
      one.go = to;
    };
    for (const step of Object.values(dialog.steps))
      for (const one of [step, ...(step.offer ?? []), ...(step.branch ?? [])]) follow(one);
    if (changed) dialogs.set(id, dialog);
  }
}

const condition = ({ random }: Draft) => {
  const key = random.of(['audience', 'age', 'safe'] as const);
  return { [key]: random.of(SLOTS[key]) };
};

type Edit = (draft: Draft) => string;

const WORDS: Edit[] = [
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

const CARDS: Edit[] = [
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

const BUTTONS: Edit[] = [
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

const STEPS: Edit[] = [
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

const WAYS: Edit[] = [
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

const DIALOGS: Edit[] = [
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

const HOURS = ['always', 'unknown', { 'mon-fri': '09:00-17:00' }, { 'every-day': '18:00-02:00' }] as const;

const KNOWN = ['police-999', 'childline', 'police-101', 'wilts-mash', 'wilts-out-of-hours', 'report-remove'];

function withService(draft: Draft, change: (service: Services['services'][number]) => string): string {
  draft.services = structuredClone(draft.services);
  const { random, services } = draft;
  const known = services.services.filter(({ id }) => KNOWN.includes(id));
  const service = random.of(random.is(0.6) && known.length > 0 ? known : services.services);
  return `${service.id}: ${change(service)}`;
}

const SERVICES: Edit[] = [
  (draft) =>
    withService(draft, (service) => {
      service.for = AUDIENCES.filter(() => draft.random.is(0.5));
      return `for ${service.for}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      service.hours = structuredClone(draft.random.of(HOURS));
      return `hours ${JSON.stringify(service.hours)}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      service['hours-confidence'] = draft.random.of(['high', 'medium', 'low', 'unverified']);
      return `hours are ${service['hours-confidence']}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      service.area = draft.random.of(['uk', ...draft.places.areas.map(({ id }) => id)]);
      return `in ${service.area}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      if (draft.random.is(0.3)) delete service.otherwise;
      else service.otherwise = draft.random.of(draft.services.services).id;
      return `otherwise ${service.otherwise}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      delete service[draft.random.of(['phone', 'text', 'web'] as const)];
      return `phone ${service.phone !== undefined}, text ${service.text !== undefined}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      delete service.phone;
      service.web = 'https://example.org';
      return 'a page instead of a phone';
    }),
  (draft) =>
    withService(draft, (service) => {
      service.emergency = !service.emergency;
      return `emergency ${service.emergency}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      service.ages = draft.random.of(['all', { from: 17 }, { from: 16 }, { to: 12 }]);
      return `ages ${JSON.stringify(service.ages)}`;
    }),
  (draft) =>
    withService(draft, (service) => {
      draft.services.services = draft.services.services.filter((one) => one !== service);
      return 'taken out';
    }),
];

function withArea(draft: Draft, change: (area: Places['areas'][number]) => string): string {
  draft.places = structuredClone(draft.places);
  const { random, places } = draft;
  const area = random.is(0.5) ? places.areas.find(({ id }) => id === 'wiltshire') : random.of(places.areas);
  return area ? `${area.id}: ${change(area)}` : '';
}

const PLACES: Edit[] = [
  (draft) =>
    withArea(draft, (area) => {
      area['front-door'] = draft.random.is(0.3) ? [] : [draft.random.of(draft.services.services).id];
      return `front door ${area['front-door']}`;
    }),
  (draft) =>
    withArea(draft, (area) => {
      draft.places.areas = draft.places.areas.filter((one) => one !== area);
      return 'taken out';
    }),
  (draft) => {
    draft.places = structuredClone(draft.places);
    const place = draft.random.of(draft.places.places);
    place.area = draft.random.of(draft.places.areas).id;
    return `${place.id} is in ${place.area}`;
  },
];

/** How often which kind is made: words are what staff change most. */
const often = (kinds: readonly (readonly [weight: number, edits: readonly Edit[]])[]) =>
  kinds.flatMap(([weight, edits]) => Array.from({ length: weight }, () => edits));
const IN_DIALOGS = often([
  [7, WORDS],
  [3, CARDS],
  [4, BUTTONS],
  [2, STEPS],
  [2, WAYS],
  [1, DIALOGS],
]);
const ANYWHERE = [
  ...IN_DIALOGS,
  ...often([
    [8, SERVICES],
    [3, PLACES],
  ]),
];
/** Whoever changes services mostly changes several of them. */
const WITH_SERVICES = 0.3;

const sourceOf = <T>(before: Source<T> | undefined, file: string, value: T): Source<T> =>
  before?.value === value ? before : { file, text: '', value, lineOf: () => 1 };

/**
 * Makes one to six random edits.
 * @returns the changed files, and what was done; `files` is null when a file has not its shape any more
 */
export function edited(files: ContentFiles, random: Chance): { files: ContentFiles | null; done: string[] } {
  const draft: Draft = {
    random,
    dialogs: new Map(files.dialogs.map(({ value }) => [value.id, value])),
    services: files.services.value,
    places: files.places.value,
    done: [],
  };
  const many = 1 + random.below(6);
  const edits = random.is(WITH_SERVICES) ? ANYWHERE : IN_DIALOGS;
  for (let n = 0; n < many && draft.dialogs.size > 0; n += 1)
    draft.done.push(random.of(random.of(edits))(draft));
  const known = new Map(files.dialogs.map((source) => [source.value, source]));
  const dialogs: ContentFiles['dialogs'][number][] = [];
  for (const value of draft.dialogs.values()) {
    const before = known.get(value);
    const read = before ? undefined : dialogFile.safeParse(value);
    if (read && !read.success) return { files: null, done: draft.done };
    dialogs.push(
      before ?? sourceOf<DialogFile>(undefined, `dialogs/${value.id}.yaml`, read?.data as DialogFile),
    );
  }
  const services = draft.services === files.services.value || servicesFile.safeParse(draft.services).success;
  const places = draft.places === files.places.value || placesFile.safeParse(draft.places).success;
  if (!services || !places) return { files: null, done: draft.done };
  return {
    done: draft.done,
    files: {
      ...files,
      dialogs,
      services: sourceOf(files.services, 'content/services.yaml', draft.services),
      places: sourceOf(files.places, 'content/places.yaml', draft.places),
    },
  };
}
