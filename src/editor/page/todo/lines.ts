/** The lines of "To do": what the server reminds of, and what others want of who looks at it. */
import type { Overview, Reminder } from '../../api.ts';
import { sentBackInWords } from '../drafts/sent-back.tsx';
import { mayAgree } from '../kit/may.ts';
import { sentence } from '../kit/sentence.ts';

export interface ToDo extends Omit<Reminder, 'kind'> {
  readonly kind: Reminder['kind'] | 'sent-back';
}

/** One's own drafts that somebody sent back. */
const sentBack = ({ drafts, me }: Overview): ToDo[] =>
  drafts.flatMap(({ id, title, note, writers }) =>
    note && writers.includes(me.person)
      ? [
          {
            kind: 'sent-back' as const,
            text: `“${title}”. ${sentBackInWords(note)}`,
            path: null,
            draft: id,
            service: null,
            due: true,
          },
        ]
      : [],
  );

/** A hidden number that somebody asked back waits for another who may agree. */
function askedBack(reminder: Reminder, { hidden, services, me }: Overview): ToDo {
  const { kind, service } = reminder;
  const asked = kind === 'hidden' && service !== null ? hidden[service]?.askedBack : null;
  if (!asked) return reminder;
  const name = services.find(({ id }) => id === service)?.name ?? service;
  if (asked !== me.person && mayAgree(me))
    return {
      ...reminder,
      kind: 'asked',
      text: `Somebody asks for your agreement: bring "${name}" back.`,
    };
  const who = asked === me.person ? 'You have' : 'Somebody has';
  return {
    ...reminder,
    text: `${sentence(reminder.text)} ${who} asked to bring it back. Somebody else has to agree.`,
  };
}

export const toDo = (overview: Overview): ToDo[] => [
  ...sentBack(overview),
  ...overview.reminders.map((one) => askedBack(one, overview)),
];
