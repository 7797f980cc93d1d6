/** A new dialog as it begins: one step that says something, and people to ring. */
import { setIn } from '../../../content/edit.ts';
import type { Audience } from '../../../content/schema.ts';
import { FRONT_DOOR } from './names.ts';

const BEGUN = `version: 1
id: new
title: New
for: []
approved: []
answers: []
asks: []
start: first
steps:
  first:
    say:
      - Write here what the bot says.
    hand-off: []
`;

/** Whom a first step lets them ring, day and night. */
const ringing = (audiences: readonly Audience[]): string[] => [
  ...(audiences.includes('young-person') ? ['childline'] : []),
  ...(audiences.some((one) => one !== 'young-person') ? ['police-101'] : []),
  FRONT_DOOR,
];

/** @returns the text of its file */
export function newDialog(id: string, title: string, audiences: readonly Audience[]): string {
  const parts = [
    [['id'], id],
    [['title'], title],
    [['for'], audiences],
    [['steps', 'first', 'hand-off'], ringing(audiences)],
  ] as const;
  return parts.reduce((text, [path, value]) => setIn(text, path, value), BEGUN);
}
