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
const version = (name: string): string => (name === 'shipped' ? 'the shipped words' : `version ${name.slice(0, 8)}`);

/** What was done, behind the name of who did it. The reason is added where one was given. */
const DEEDS: Readonly<Record<string, (about: About, name: (service: string) => string) => string>> = {
  'signed-in': () => 'signed in',
  'signed-out': () => 'signed out',
  saved: (about) => `saved the draft “${text(about, 'title') || text(about, 'draft')}”`,
  asked: (about) => `asked for approval of “${text(about, 'title') || text(about, 'draft')}”`,
  approved: (about) => `approved “${text(about, 'title') || text(about, 'draft')}”`,
  published: (about) => `published ${version(text(about, 'version') || text(about, 'to'))}`,
  dropped: (about) => `dropped the draft “${text(about, 'title') || text(about, 'draft')}”`,
  'rolled-back': (about) => `went back to ${version(text(about, 'version') || text(about, 'to'))}`,
  hid: (about, name) => `hid ${name(text(about, 'service'))}`,
  'asked-back': (about, name) => `asked to bring ${name(text(about, 'service'))} back`,
  showed: (about, name) => `brought ${name(text(about, 'service'))} back`,
  rang: (about, name) => `rang ${name(text(about, 'service'))}`,
  'switched-off': () => 'switched the bot off',
  'switched-on': () => 'switched the bot on',
  'kept-phrase': () => 'kept a sentence that must pass',
  'dropped-phrase': () => 'dropped a sentence that had to pass',
};

/**
 * @param me who reads it
 * @param name the name of a service by its id
 */
export function sentenceOf({ who, role, did, about }: Entry, me: string, name: (service: string) => string): string {
  const by = ROLE_NAMES[role as Role] ?? inWords(role);
  const deed = DEEDS[did]?.(about, name) ?? did.replaceAll('-', ' ');
  const why = text(about, 'why');
  return `${by} (${personInWords(who, me)}) ${deed}${why && `: ${why}`}`;
}
