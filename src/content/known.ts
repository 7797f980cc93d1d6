/** Dialogs that the code itself opens by name: each of them must be there. */
import type { Topic } from './schema.ts';

export const KNOWN_DIALOGS = {
  welcome: 'welcome',
  menu: 'menu',
  person: 'talk-to-someone',
  urgent: 'immediate-danger',
  safeNow: 'safe-now',
  /** Small words, such as "ok": the talk stays where it is. */
  stillHere: 'still-here',
  /** "What do I do now?" */
  whatNow: 'what-now',
  /** "It's me, not my friend." */
  aboutMe: 'its-about-me',
  friend: 'worried-about-friend',
} as const;

/** The dialogs that answer a parent where the topic's own speaks to somebody else. */
export const FOR_PARENTS: Readonly<Partial<Record<Topic, string>>> = {
  'sharing-images': 'parent-what-to-do',
  blackmail: 'parent-what-to-do',
  assault: 'parent-what-to-do',
  'past-abuse': 'parent-what-to-do',
  'self-harm-suicide': 'parent-what-to-do',
  'older-or-controlling-partner': 'parent-what-to-do',
  'other-problem': 'parent-what-to-do',
  'online-contact': 'parent-online',
  'disability-send': 'parent-send',
  'in-care': 'foster-carers',
  'going-missing': 'child-missing',
  'what-happens-if-i-tell': 'what-happens-when-you-ring',
};

/** All that the code opens by name. */
export const NEEDED_DIALOGS: ReadonlySet<string> = new Set([
  ...Object.values(KNOWN_DIALOGS),
  ...Object.values(FOR_PARENTS),
]);
