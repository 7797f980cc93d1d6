/** What people may type for a place, a command or a choice: made bare once for each content, not at each message. */
import type { Command, Content, PlaceId, StepRef } from '../content/model.ts';
import { COMMANDS } from '../content/schema.ts';
import { bare } from './bare.ts';

export interface Names {
  readonly places: ReadonlyMap<string, PlaceId>;
  readonly commands: ReadonlyMap<string, Command>;
  /** What people type to change the language. */
  readonly locales: ReadonlyMap<string, string>;
  /** Of each step that offers choices: the number of the choice. */
  readonly choices: ReadonlyMap<StepRef, ReadonlyMap<string, number>>;
}

/** The first to have a name keeps it. */
function index<T>(entries: Iterable<readonly [T, readonly string[]]>): Map<string, T> {
  const found = new Map<string, T>();
  for (const [one, names] of entries)
    for (const name of names.map(bare)) if (!found.has(name)) found.set(name, one);
  return found;
}

const ENGLISH = ['english', 'in english', 'po angielsku', 'angielski'];

function build({ places, commands, steps, languages }: Content): Names {
  const choices = [...steps.values()].flatMap(({ ref, parts }) => {
    const offer = parts.find((part) => part.kind === 'offer');
    if (!offer) return [];
    return [[ref, index(offer.choices.map((one, n) => [n, [one.label, ...one.also]]))] as const];
  });
  return {
    places: index([...places.values()].map(({ id, name, also }) => [id, [name, ...also]])),
    commands: index(COMMANDS.map((one) => [one, [commands[one].label, ...commands[one].also]])),
    locales: index([
      ['en', ENGLISH],
      ...languages.map(({ id, name, also }) => [id, [name, ...also]] as const),
    ]),
    choices: new Map(choices),
  };
}

const built = new WeakMap<Content, Names>();

export function namesIn(content: Content): Names {
  let names = built.get(content);
  if (!names) {
    names = build(content);
    built.set(content, names);
  }
  return names;
}
