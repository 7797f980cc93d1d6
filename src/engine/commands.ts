/** What the commands do, at any step. */
import { type Command, type Content, KNOWN_DIALOGS } from '../content/model.ts';
import type { Outcome } from '../outcomes.ts';
import { numbersFor } from './flagged.ts';
import { enter, goBackDown, startOf, top } from './move.ts';
import type { Reply } from './reply.ts';
import { newSession, type Session } from './session.ts';

export interface Moved {
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly outcome: Outcome;
}

function back(content: Content, session: Session): Moved {
  const before = session.trail.at(-1);
  if (before === undefined) {
    const down = goBackDown(content, session).session;
    return { session: down, replies: [{ kind: 'step', at: top(down), show: 'all' }], outcome: 'command' };
  }
  const stack = [...session.stack.slice(0, -1), before];
  const gone: Session = { ...session, stack, trail: session.trail.slice(0, -1) };
  const entered = enter(content, gone, before);
  return { ...entered, session: { ...entered.session, trail: gone.trail }, outcome: 'command' };
}

const opening =
  (dialog: string, withNumbers = false) =>
  (content: Content, session: Session): Moved => {
    const entered = enter(content, session, startOf(content, dialog));
    const first = withNumbers ? [numbersFor(session)] : [];
    return { session: entered.session, replies: [...first, ...entered.replies], outcome: 'command' };
  };

const HANDLERS: { readonly [K in Command]: (content: Content, session: Session) => Moved } = {
  help: opening(KNOWN_DIALOGS.person, true),
  numbers: opening(KNOWN_DIALOGS.person, true),
  menu: opening(KNOWN_DIALOGS.menu),
  back,
  /** Afresh, but the level never falls, and what was asked once stays asked. */
  'start-again': (content, session) => {
    const fresh = {
      ...newSession(content, session.channel),
      level: session.level,
      asked: session.asked,
      place: session.place,
      locale: session.locale,
    };
    return { session: fresh, replies: [{ kind: 'step', at: top(fresh), show: 'all' }], outcome: 'command' };
  },
  /** The turn deletes what is stored; this is only what is said. */
  'delete-this': (content, { channel, locale }) => ({
    session: { ...newSession(content, channel), locale },
    replies: [{ kind: 'line', key: channel === 'teams' ? 'wiped-teams' : 'wiped' }],
    outcome: 'wiped',
  }),
};

export const obey = (content: Content, session: Session, command: Command): Moved =>
  HANDLERS[command](content, session);
