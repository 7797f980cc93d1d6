/** What the fake bot says, in the form that the real door sends. */

import { handOffCard } from '../../src/contacts/hand-off.ts';
import { slimNumbers } from '../../src/contacts/slim.ts';
import type { Content } from '../../src/content/model.ts';
import { cardAttachment, slimAttachment } from '../../src/replies/cards.ts';
import type { Activity } from './fake-directline.ts';
import { content } from './rig.ts';

/** A Tuesday morning. */
const AT = Date.UTC(2026, 10, 24, 10, 0);
const WITH_CALENDAR = { ...content, bankHolidays: new Set(), areas: new Map() } as unknown as Content;

export const buttons = (...labels: string[]) => ({
  suggestedActions: {
    to: [],
    actions: labels.map((label, n) => ({
      type: 'messageBack',
      title: label,
      text: label,
      displayText: label,
      value: { choice: `welcome/first#${n}` },
    })),
  },
});

export const WELCOME: Activity[] = [
  { text: "Hi. I'm Signpost. I'm a computer, not a person." },
  { text: "You can ask me about things that worry you, and I'll show you people who can help." },
  {
    text: 'What is it about?',
    ...buttons(
      'Someone gives me things',
      'Someone has pictures of me',
      "I'm worried about a friend",
      'Something else',
    ),
  },
];

function card(urgent: boolean, ids: readonly string[], words: readonly string[]) {
  const view = { audience: 'young-person', age: 'unknown', place: null, at: AT, urgent } as const;
  return cardAttachment(handOffCard(WITH_CALENDAR, ids, view, words));
}

export const urgent = (): Activity => ({
  attachments: [
    card(
      true,
      ['police-999', 'childline', 'shout'],
      ['I need help.', 'Someone is making me do things I do not want.'],
    ),
  ],
});

export const handOff = (): Activity => ({
  attachments: [card(false, ['childline', 'wilts-mash', 'ceop'], [])],
});

export const slim = (): Activity => ({ attachments: [slimAttachment(slimNumbers(content))] });
