/** Mistakes in services, places, calendar and interface texts: ids twice, unknown ids, missing or unused texts. */
import type { ContentFiles } from '../files.ts';
import { NEEDED_DIALOGS } from '../known.ts';
import { HOME_AREA, KNOWN_DIALOGS, KNOWN_SERVICES, URGENT_STEPS } from '../model.ts';
import { errorAt, type Problem } from '../problem.ts';
import { READERS } from '../readers.ts';
import { AUDIENCES, type Audience, TOPICS } from '../schema.ts';
import { UI_GAPS, UI_KEYS } from '../ui-keys.ts';
import type { Path, Source } from '../yaml.ts';

type Report = (source: Source<unknown>, path: Path, what: string, mend: string) => void;

function twice(ids: readonly string[]): { id: string; at: number }[] {
  return ids.flatMap((id, at) => (ids.indexOf(id) < at ? [{ id, at }] : []));
}

function checkServices({ services, places }: ContentFiles, error: Report): void {
  const list = services.value.services;
  const ids = new Set(list.map((one) => one.id));
  const areas = new Set(places.value.areas.map((one) => one.id));
  for (const id of Object.values(KNOWN_SERVICES))
    if (!ids.has(id)) error(services, ['services'], `the service "${id}" is missing`, 'put it back');
  for (const { id, at } of twice(list.map((one) => one.id)))
    error(
      services,
      ['services', at, 'id'],
      `two services have the short name "${id}"`,
      'give each one of its own (id)',
    );
  for (const [n, service] of list.entries()) {
    const path = ['services', n];
    if (!service.phone && !service.text && !service.web)
      error(
        services,
        path,
        `"${service.id}" has no phone number, text number or website`,
        'add one, or take the service out',
      );
    if (service.otherwise && !ids.has(service.otherwise))
      error(
        services,
        [...path, 'otherwise'],
        `there is no service "${service.otherwise}"`,
        'choose one of the list of services',
      );
    if (service.area !== 'uk' && !areas.has(service.area))
      error(
        services,
        [...path, 'area'],
        `there is no area "${service.area}"`,
        'choose one of the list of places (content/places.yaml), or uk',
      );
  }
}

/** The lines that every card falls back on: they must be there for everybody, day and night. */
function checkLastLines({ services }: ContentFiles, error: Report): void {
  const { emergency, childline, police } = KNOWN_SERVICES;
  const forWhom: Readonly<Record<string, readonly Audience[]>> = {
    [emergency]: [],
    [childline]: ['young-person'],
    [police]: AUDIENCES.filter((one) => one !== 'young-person'),
  };
  for (const [n, service] of services.value.services.entries()) {
    const path = ['services', n];
    const audiences = forWhom[service.id];
    const isEmergency = service.id === emergency;
    if (service.emergency !== isEmergency)
      error(
        services,
        path,
        `"${service.id}" is ${isEmergency ? 'not ' : ''}marked as an emergency number`,
        `only "${emergency}" is one: ${isEmergency ? 'mark it again' : 'take the mark away'} (emergency)`,
      );
    if (!audiences) continue;
    if (!service.phone)
      error(
        services,
        path,
        `"${service.id}" has no phone`,
        'put the number back: every card falls back on it',
      );
    if (service.hours !== 'always' || !['high', 'medium'].includes(service['hours-confidence']))
      error(
        services,
        [...path, 'hours'],
        `"${service.id}" does not answer day and night`,
        'choose day and night (hours: always); if that is not true any more, a developer must choose another line for every card',
      );
    for (const audience of audiences)
      if (!service.for.includes(audience))
        error(
          services,
          [...path, 'for'],
          `"${service.id}" is not for ${READERS[audience]}`,
          'add them to those it is for',
        );
  }
}

/** Who lives here, and who did not say where, is led to this council's own team. */
function checkHome({ services, places }: ContentFiles, error: Report): void {
  const n = places.value.areas.findIndex(({ id }) => id === HOME_AREA);
  const door = places.value.areas[n]?.['front-door'] ?? [];
  const rings = services.value.services.some(({ id, phone }) => phone !== undefined && door.includes(id));
  if (!rings)
    error(
      places,
      n < 0 ? ['areas'] : ['areas', n],
      `nobody can be rung at the front door of "${HOME_AREA}"`,
      'name the team that answers by day, and the one that answers by night',
    );
}

function checkPlaces({ services, places }: ContentFiles, error: Report): void {
  const ids = new Set(services.value.services.map((one) => one.id));
  const areas = new Set(places.value.areas.map((one) => one.id));
  for (const { id, at } of twice(places.value.areas.map((one) => one.id)))
    error(places, ['areas', at, 'id'], `the area "${id}" is there twice`, 'keep one');
  for (const { id, at } of twice(places.value.places.map((one) => one.id)))
    error(places, ['places', at, 'id'], `the place "${id}" is there twice`, 'keep one');
  for (const [n, area] of places.value.areas.entries())
    for (const [m, id] of area['front-door'].entries())
      if (!ids.has(id))
        error(
          places,
          ['areas', n, 'front-door', m],
          `there is no service "${id}"`,
          'choose one of the list of services',
        );
  const names = new Map<string, string>();
  for (const [n, place] of places.value.places.entries()) {
    if (!areas.has(place.area))
      error(places, ['places', n, 'area'], `there is no area "${place.area}"`, 'choose an area of this list');
    for (const name of [place.name, ...place.also].map((one) => one.toLowerCase())) {
      const other = names.get(name);
      if (other) error(places, ['places', n], `"${name}" is also ${other}`, 'keep it for one place');
      names.set(name, place.id);
    }
  }
}

function checkUi({ ui }: ContentFiles, error: Report): void {
  const wanted = new Set<string>(UI_KEYS);
  for (const key of UI_KEYS) {
    const text = ui.value.texts[key];
    if (text === undefined) {
      error(ui, ['texts'], `the text "${key}" is missing`, 'put it back: it is shown to people');
      continue;
    }
    const written = [...new Set(text.match(/\{[a-z-]+\}/g))].sort().join(' ');
    const needed = (UI_GAPS[key] ?? []).map((gap) => `{${gap}}`);
    if (written !== [...needed].sort().join(' '))
      error(
        ui,
        ['texts', key],
        `the gaps of "${key}" are not those that are filled in`,
        `it needs ${needed.join(' and ') || 'none'}`,
      );
  }
  for (const key of Object.keys(ui.value.texts))
    if (!wanted.has(key))
      error(ui, ['texts', key], `nothing shows the text "${key}"`, 'take it out, or mend its name');
}

/** A phrase that names no dialog would be answered by its topic's, and nobody would notice. */
function checkPatterns({ dialogs, patterns }: ContentFiles, error: Report): void {
  const ids = new Set(dialogs.map(({ value }) => value.id));
  for (const source of patterns)
    for (const [n, { answer }] of source.value.patterns.entries())
      if (answer !== undefined && !ids.has(answer))
        error(
          source,
          ['patterns', n, 'answer'],
          `there is no dialog "${answer}" to answer with`,
          'choose another dialog, or leave it to the topic',
        );
}

function checkAnswers({ dialogs }: ContentFiles, error: Report): void {
  const first = dialogs[0];
  if (!first) return;
  for (const id of NEEDED_DIALOGS)
    if (!dialogs.some((source) => source.value.id === id))
      error(
        first,
        [],
        `the dialog "${id}" is missing`,
        `put it back: Signpost opens it by itself (dialogs/${id}.yaml)`,
      );
  const urgent = dialogs.find((source) => source.value.id === KNOWN_DIALOGS.urgent);
  for (const variant of URGENT_STEPS)
    if (urgent && !Object.hasOwn(urgent.value.steps, variant))
      error(
        urgent,
        ['steps'],
        `the urgent dialog has no step "${variant}"`,
        'put it back: Signpost opens it by itself',
      );
  for (const topic of TOPICS) {
    const answering = dialogs.filter((source) => source.value.answers.includes(topic));
    if (answering.length === 0)
      error(
        first,
        [],
        `no dialog answers "${topic}"`,
        'put the dialog that answered it back, or name another (answers)',
      );
    for (const source of answering.slice(1))
      error(
        source,
        ['answers'],
        `"${topic}" is also answered by ${answering[0]?.value.id}`,
        'keep it in one dialog',
      );
  }
}

export function checkRegistry(files: ContentFiles): Problem[] {
  const problems: Problem[] = [];
  const error: Report = (source, path, what, mend) => problems.push(errorAt(source, path, what, mend));
  checkServices(files, error);
  checkLastLines(files, error);
  checkHome(files, error);
  checkPlaces(files, error);
  checkUi(files, error);
  checkAnswers(files, error);
  checkPatterns(files, error);
  return problems;
}
