/** Commands and the lists of the glossary in words for staff. */
import type { Command, Glossary } from '../../../content/schema.ts';

export const COMMAND_NAMES: Readonly<Record<Command, string>> = {
  help: 'Help',
  back: 'Go back',
  'start-again': 'Start again',
  menu: 'See all topics',
  'delete-this': 'Delete this talk',
  numbers: 'Who to ring',
};
export const COMMANDS = Object.keys(COMMAND_NAMES) as readonly Command[];

export type ListName = Exclude<keyof Glossary, 'version' | 'approved'>;

export const LIST_NAMES: Readonly<Record<ListName, string>> = {
  acronyms: 'Short forms that may be used',
  everyday: 'Short forms that everybody knows',
  blame: 'Words that blame a child',
  promises: 'Promises that nobody can keep',
  unsafe: 'Unsafe advice',
  spelling: 'Spellings that the dictionary lacks',
};
