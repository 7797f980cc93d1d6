/** What the bot would say with the words of a trial: the same engine, the same cards, another clock. */
import { type Answer, answerOf, answerOnce, helpAnswer, type View, viewOf } from '../answering.ts';
import type { Content } from '../content/model.ts';
import { NO_RISK } from '../engine/input.ts';
import type { Reply } from '../engine/reply.ts';
import { newSession, type Session } from '../engine/session.ts';
import type { Library } from '../library.ts';
import { drawn, type Spoken, toActivities } from '../replies/activities.ts';
import { plainHelp } from '../replies/plain-help.ts';
import { render } from '../replies/render.ts';
import { type Assessment, assess } from '../risk/assess.ts';
import type { Previewed, Workbench, Would } from './workbench.ts';

type How = Parameters<Workbench['preview']>[1];

function spoken(content: Content, { replies }: Answer, session: Session, at: number): Spoken[] {
  const speaks = {
    render: (reply: Reply, view: View) => render(content, reply, view),
    help: plainHelp(content, at),
  };
  const view = viewOf(session, at);
  return toActivities(replies.flatMap((reply) => drawn(speaks, reply, view, () => {})));
}

/** What is remembered, at the place that staff set. */
function placed(content: Content, { session, place }: How): unknown {
  const known = session ?? null;
  if (place === null) return known;
  if (known === null) return { ...newSession(content), place };
  return typeof known === 'object' ? { ...known, place } : known;
}

/** One turn of a talk, as src/turn.ts has it, without a store. */
export function preview({ content, assessor }: Library, how: How): Previewed {
  let first: Assessment | null = null;
  let lost = false;
  try {
    if ('text' in how.said) first = assess(assessor, how.said.text);
  } catch {
    lost = true;
  }
  const answered = answerOnce(content, placed(content, how), how.said, first);
  const answer = lost ? helpAnswer(content, NO_RISK, 'failed') : answerOf(content, answered, false);
  const session = answered.stepped?.session ?? newSession(content);
  return {
    session: answer.wiped ? null : session,
    activities: spoken(content, answer, session, how.at),
    level: answer.level,
    outcome: answer.outcome,
    at: session.stack.at(-1) ?? '',
  };
}

/** What is made of one sentence, and what it is answered at the beginning of a talk. */
export function would(library: Library, text: string, at: number): Would {
  const seen = assess(library.assessor, text);
  const { activities } = preview(library, { at, place: null, session: null, said: { text } });
  return {
    level: seen.level,
    topic: seen.topic,
    score: seen.score,
    reasons: seen.reasons.map(({ rule, words }) => ({ words: words.join(' … '), why: rule })),
    activities,
  };
}
