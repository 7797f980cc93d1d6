/** One entry of the audit trail as a plain sentence. */
import type { Entry, Role } from '../../api.ts';
import { inWords } from '../kit/names.ts';
import { personInWords } from './people.ts';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  editor: 'An editor',
  approver: 'An approver',
  'safeguarding-lead': 'The safeguarding lead',
};

type About = Entry['about'];
const text = (about: About, key: string): string => String(about[key] ?? '');
/** A version by the beginning of its name. */
const version = (name: string): string =>
  name === 'shipped' ? 'the shipped words' : `version ${name.slice(0, 8)}`;

/** A draft by its title; in older entries by the beginning of its name. */
const draft = (about: About): string =>
  about.title ? `the draft “${text(about, 'title')}”` : `draft ${text(about, 'draft').slice(0, 8)}`;

/** What was done, behind the name of who did it. The reason is added where one was given. */
const DEEDS: Readonly<Record<string, (about: About, name: (thing: string) => string) => string>> = {
  'sign-in': () => 'signed in',
  'sign-out': () => 'signed out',
  save: (about) => `saved ${draft(about)}`,
  ask: (about) => `asked for approval of ${draft(about)}`,
  approve: (about) => `approved ${draft(about)}`,
  drop: (about) => `threw ${draft(about)} away`,
  publish: (about) => `published ${draft(about)} as ${version(text(about, 'version'))}`,
  'roll-back': (about) => `went back to ${version(text(about, 'version'))}`,
  hide: (about, name) => `hid ${name(text(about, 'service'))}`,
  'ask-back': (about, name) => `asked to bring ${name(text(about, 'service'))} back`,
  show: (about, name) => `brought ${name(text(about, 'service'))} back`,
  rung: (about, name) => `rang ${name(text(about, 'service'))}`,
  off: () => 'switched the bot off',
  on: () => 'switched the bot on',
  read: (about, name) => `read all of ${name(text(about, 'path'))} and approved it`,
  'read-back': (about, name) => `took back the approval of ${name(text(about, 'path'))}`,
  phrase: (about) => `kept a sentence that must be judged ${text(about, 'level')}`,
  'phrase-gone': () => 'stopped keeping a sentence',
};

/**
 * @param me who reads it
 * @param name the name of a service by its id, of a text by its path
 */
export function sentenceOf(
  { who, role, did, about }: Entry,
  me: string,
  name: (thing: string) => string,
): string {
  const by = ROLE_NAMES[role as Role] ?? inWords(role);
  const deed = DEEDS[did]?.(about, name) ?? did.replaceAll('-', ' ');
  const why = text(about, 'why');
  return `${by} (${personInWords(who, me)}) ${deed}${why && `: ${why}`}`;
}
