/** What of the English a translation is made from: its mark (stamp.ts) is taken of these words, in this order. */
import type { DialogFile, ServiceEntry } from '../schema.ts';

/** Everything a person reads of a step: bubbles, question, words to say, button labels. */
export const wordsOfStep = ({
  say,
  ask,
  words,
  offer,
}: Pick<DialogFile['steps'][string], 'say' | 'ask' | 'words'> & {
  readonly offer?: readonly { label: string }[] | undefined;
}): unknown => [say ?? [], ask ?? '', words ?? [], (offer ?? []).map(({ label }) => label)];

/** Everything a person reads of a service, its name and hours' words included. */
export const wordsOfService = (service: ServiceEntry): unknown => [
  service.name,
  service.short ?? '',
  service.says,
  service.silent ?? [],
  service['what-happens'],
  service.bands.map(({ id, says }) => [id, says]),
  service.cost.note ?? '',
];
