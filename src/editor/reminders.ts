/** What somebody has to do: the lines of "To do", what is due first. */
import { grouped } from '../content/grouped.ts';
import { calendarIsDue } from '../content/release.ts';
import type { Desk } from '../store/desk.ts';
import type { Item, Me, Overview, Reminder, ServiceLine } from './api.ts';
import type { Survey } from './survey.ts';

export interface ToRemind {
  readonly me: Me;
  readonly desk: Desk;
  readonly drafts: Overview['drafts'];
  readonly items: readonly Item[];
  readonly services: readonly ServiceLine[];
  readonly survey: Survey;
  /** The version that residents are really shown. */
  readonly shown: string;
  /** 2026-11-22, in London. */
  readonly today: string;
}

const line = (
  kind: Reminder['kind'],
  text: string,
  due: boolean,
  where: Partial<Reminder> = {},
): Reminder => ({
  kind,
  text,
  due,
  path: null,
  draft: null,
  service: null,
  ...where,
});

/** One, and several: what is approved as a whole. */
const KINDS: Readonly<Record<Item['kind'], readonly [string, string]>> = {
  dialog: ['dialog', 'dialogs'],
  page: ['page', 'pages'],
  print: ['poster or card', 'posters and cards'],
  news: ['piece of news', 'pieces of news'],
  services: ['list of services', 'lists of services'],
  risk: ['list of risk phrases', 'lists of risk phrases'],
  translation: ['translation', 'translations'],
  other: ['list of other words', 'lists of other words'],
};

/** After an upgrade, say: the words that were published cannot be shown by it. */
const refused = ({ desk, shown }: ToRemind): Reminder[] =>
  shown === desk.live
    ? []
    : [
        line(
          'refused',
          'The words that are live cannot be shown here. Residents see earlier ones. Ask whoever runs Signpost, or go back to an earlier version.',
          true,
        ),
      ];

function asked({ me, drafts }: ToRemind): Reminder[] {
  const may = me.roles.some((role) => role !== 'editor');
  return drafts
    .filter(({ stage, writers, approvals }) => {
      const mine = writers.includes(me.person) || approvals.some(({ by }) => by === me.person);
      return may && stage === 'asked' && !mine;
    })
    .map(({ id, title }) => line('asked', `"${title}" waits for you to look at it.`, true, { draft: id }));
}

const hidden = ({ services }: ToRemind): Reminder[] =>
  services
    .filter((one) => one.hidden)
    .map(({ id, name, hidden: why }) =>
      line('hidden', `"${name}" is hidden from residents: ${why?.why}`, true, { service: id }),
    );

const ring = ({ services, today }: ToRemind): Reminder[] =>
  services
    // A line for emergencies is never rung as a test.
    .filter(
      ({ due, rung, phone, emergency }) => !emergency && (today > due || (rung === null && phone !== null)),
    )
    .map(({ id, name, due, rung }) =>
      line(
        'ring',
        rung === null ? `Nobody has rung "${name}" yet.` : `Ring "${name}" again: it was due by ${due}.`,
        today > due,
        { service: id },
      ),
    );

function approval({ items }: ToRemind): Reminder[] {
  const open = grouped(
    items.filter(({ approved }) => approved?.length === 0),
    ({ kind }) => kind,
  );
  return [...open].map(([kind, list]) =>
    line(
      'approval',
      `Nobody has approved ${list.length} ${KINDS[kind][list.length === 1 ? 0 : 1]} yet.`,
      false,
      {
        path: list[0]?.path ?? null,
      },
    ),
  );
}

/** @returns the lines, what is due first */
export function remindersOf(all: ToRemind): Reminder[] {
  const { desk, survey, today } = all;
  const ends = survey.calendarEnds;
  return [
    ...(desk.off ? [line('off', `The bot is switched off: ${desk.off.why}`, true)] : []),
    ...refused(all),
    ...asked(all),
    ...hidden(all),
    ...ring(all),
    ...(ends !== null && calendarIsDue(ends, today)
      ? [
          line('calendar', `The bank holidays end on ${ends}. Add the next ones.`, true, {
            path: 'content/calendar.yaml',
          }),
        ]
      : []),
    ...survey.missing
      .filter(({ count }) => count > 0)
      .map(({ name, count }) =>
        line('translation', `${name}: ${count} texts are missing, or older than the English.`, false),
      ),
    ...approval(all),
    ...survey.gate.map((point) => line('gate', `Before the launch: ${point}`, false)),
  ].sort((a, b) => Number(b.due) - Number(a.due));
}
