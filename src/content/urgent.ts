/** Dialogs on the way of somebody in danger, whatever they are marked as and whatever their files are called. */
import type { ContentFiles } from './files.ts';
import { FOR_PARENTS, KNOWN_DIALOGS } from './known.ts';
import type { Topic } from './schema.ts';

/** Topics of people who are hurt, threatened or gone: what answers them is never light. */
const URGENT_TOPICS: readonly Topic[] = [
  'immediate-danger',
  'talk-to-someone',
  'assault',
  'self-harm-suicide',
  'home-not-safe',
  'blackmail',
  'child-missing',
];

/** Dialogs that are urgent by themselves, by the same names as their topics where they have one. */
const ALWAYS: readonly string[] = [
  KNOWN_DIALOGS.urgent,
  KNOWN_DIALOGS.safeNow,
  KNOWN_DIALOGS.person,
  ...URGENT_TOPICS,
];

/** @returns the ids of every dialog that is urgent, or that a phrase of danger leads to */
export function urgentDialogs({ dialogs, patterns }: ContentFiles): Set<string> {
  const dangers = patterns.flatMap(({ value }) => value.patterns.filter(({ level }) => level === 'urgent'));
  const topics = new Set<Topic>([...URGENT_TOPICS, ...dangers.map(({ topic }) => topic)]);
  return new Set([
    ...ALWAYS,
    ...dialogs
      .filter(({ value }) => value.urgent || value.answers.some((topic) => topics.has(topic)))
      .map(({ value }) => value.id),
    ...dangers.flatMap(({ answer }) => answer ?? []),
    ...[...topics].flatMap((topic) => FOR_PARENTS[topic] ?? []),
  ]);
}
