/** What is wrong with the shape of a file, in plain sentences: for staff in the editor, and for who opens the file. */
import type { z } from 'zod';
import type { Path } from './yaml.ts';

/** Keys of the files as the editor's page calls them; any other is called by its own name. */
const FIELDS: Readonly<Record<string, string>> = {
  all: 'words that must be there',
  also: 'what people also type',
  answers: 'topics that it answers',
  approved: 'who approved it',
  ask: 'the question',
  asks: 'what people type to get here',
  branch: 'ways that depend on what is known',
  for: 'for whom',
  go: 'where it leads',
  'hand-off': 'people to ring',
  hit: 'sentences that it must notice',
  label: 'the words on the button',
  miss: 'sentences that it must leave alone',
  offer: 'buttons to choose from',
  phone: 'phone number',
  'review-every-days': 'days until it is checked again',
  rung: 'the day it was last rung',
  say: 'what the bot says',
  says: 'what is said of it',
  seen: 'the day it was last checked',
  start: 'the step that it starts with',
  steps: 'steps',
  text: 'text',
  title: 'title',
  unless: 'words that must not be there',
  until: 'the last day',
  web: 'website',
  words: 'words to say',
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'words are wanted here',
  number: 'a number is wanted here',
  int: 'a whole number is wanted here',
  boolean: 'yes or no is wanted here (true or false)',
  array: 'a list is wanted here',
  object: 'this wants fields of its own',
  record: 'this wants fields of its own',
};

/** A longer list is not read out. */
const MOST = 8;

/**
 * @param path keys and indexes from the top of the file
 * @returns the field in words: "the words on the button (in step first, buttons to choose from 2)"
 */
export function fieldAt(path: Path): string {
  const parts: string[] = [];
  for (const key of path) {
    if (typeof key === 'number' && parts.length > 0) parts.push(`${parts.pop()} ${key + 1}`);
    else if (parts.at(-1) === 'steps') parts.splice(-1, 1, `step ${key}`);
    else parts.push(FIELDS[key] ?? String(key).replaceAll('-', ' '));
  }
  const field = parts.pop() ?? 'the file';
  return parts.length > 0 ? `${field} (in ${parts.join(', ')})` : field;
}

function choices(values: readonly unknown[]): string {
  if (values.length === 1) return `this can only be ${values[0]}`;
  return values.length <= MOST
    ? `choose one of these: ${values.join(', ')}`
    : 'this is not on the list that it is chosen from';
}

/** In place of zod's own English; a message that the schema gives for a field goes first. */
export function plainIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? 'this is not what is wanted here';
    case 'invalid_value':
      return choices(issue.values);
    case 'unrecognized_keys':
      return `there is no such field: ${issue.keys.join(', ')}`;
    case 'invalid_key':
      return 'a name has small letters, numbers and hyphens only';
    case 'too_small':
      return issue.origin === 'number' ? `at least ${issue.minimum}` : 'at least one is wanted here';
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return 'this is not written as it has to be';
  }
}

/** @returns what is wrong, and how to mend it */
export function shapeProblem(issue: z.core.$ZodIssue, path: Path): { what: string; mend: string } {
  const field = fieldAt(path);
  if (issue.input === undefined && issue.code !== 'unrecognized_keys')
    return { what: `something is missing here: ${field}`, mend: 'fill it in' };
  if (issue.code === 'unrecognized_keys')
    return { what: `${field}: ${issue.message}`, mend: 'take it out, or mend its name' };
  return { what: `${field}: ${issue.message}`, mend: 'change it so that it fits' };
}
