/**
 * Writes the golden conversations that go by buttons: for each dialog the fewest that visit all its steps and
 * press each button that opens a card. Run by hand after steps came or went, then read what changed:
 *
 *   node tests/transcripts/scaffold.ts && UPDATE_TRANSCRIPTS=1 npx vitest run tests/transcripts
 *
 * Conversations that are typed (typed-*.txt) are written by people and left alone.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Choice, Content, StepRef } from '../../src/content/model.ts';
import { type ButtonRef, NO_RISK } from '../../src/engine/input.ts';
import { newSession, type Session } from '../../src/engine/session.ts';
import { step } from '../../src/engine/step.ts';
import { render } from '../../src/replies/render.ts';
import { readButton } from '../../src/topics/button.ts';
import { realLibrary } from '../library.ts';

const CLOCK = '2026-11-24 10:00';

interface State {
  readonly session: Session;
  /** What was pressed to come here. */
  readonly pressed: readonly string[];
  readonly visited: readonly StepRef[];
  /** `dialog/step#2` for buttons that open a card. */
  readonly opened: readonly string[];
  /** A card was opened: other buttons are on the screen now. */
  readonly ended: boolean;
}

/** What decides where a press leads, near enough. */
const keyOf = ({ stack, audience, age }: Session): string =>
  `${stack.at(-1)} ${stack.length > 1} ${audience} ${age}`;

/** Every place one press leads to. */
function presses(content: Content, from: State): State[] {
  if (from.ended) return [];
  const at = from.session.stack.at(-1) as StepRef;
  const view = {
    audience: from.session.audience,
    age: from.session.age,
    place: null,
    locale: 'en',
    at: Date.parse(`${CLOCK.replace(' ', 'T')}:00Z`),
  };
  const buttons = render(content, { kind: 'step', at, show: 'all' }, view).at(-1)?.buttons ?? [];
  return buttons.flatMap(({ label, ref }) => {
    const button = readButton(content, ref) as ButtonRef;
    if (button.kind === 'command' || button.kind === 'locale') return [];
    const stepped = step(content, from.session, { kind: 'button', button }, NO_RISK);
    const visited = stepped.replies.flatMap((reply) =>
      reply.kind === 'step' && reply.show === 'all' ? [reply.at] : [],
    );
    const opens = stepped.replies.some((reply) => reply.kind === 'hand-off') ? [ref] : [];
    return [
      {
        session: stepped.session,
        pressed: [...from.pressed, label],
        visited: [...from.visited, ...visited],
        opened: [...from.opened, ...opens],
        ended: opens.length > 0,
      },
    ];
  });
}

/** The nearest state, by presses, that fits; `far`: so many presses at most. */
function nearest(
  content: Content,
  from: State,
  fits: (state: State) => boolean,
  far = 20,
): State | undefined {
  const seen = new Set([keyOf(from.session)]);
  let edge = [from];
  for (let pressed = 0; edge.length > 0 && pressed < far; pressed++) {
    const next: State[] = [];
    for (const state of edge)
      for (const to of presses(content, state)) {
        if (fits(to)) return to;
        if (seen.has(keyOf(to.session))) continue;
        seen.add(keyOf(to.session));
        next.push(to);
      }
    edge = next;
  }
  return undefined;
}

/** What of a dialog must be seen: its steps, and its buttons that open a card. */
function wanted(content: Content, dialog: string): Set<string> {
  const all = new Set<string>();
  for (const { ref, parts } of content.steps.values()) {
    if (!ref.startsWith(`${dialog}/`)) continue;
    all.add(ref);
    const choices: readonly Choice[] = parts.find((part) => part.kind === 'offer')?.choices ?? [];
    for (const [n, { way }] of choices.entries()) if (way.kind === 'hand-off') all.add(`${ref}#${n}`);
  }
  return all;
}

/** A step or two further on that is still wanted is worth going on for; more is a conversation of its own. */
const GO_ON = 2;

function conversations(content: Content, dialog: string): State[] {
  const left = wanted(content, dialog);
  const talks: State[] = [];
  const start: State = {
    session: newSession(content),
    pressed: [],
    visited: [...newSession(content).stack],
    opened: [],
    ended: false,
  };
  const shows = (state: State): boolean => [...state.visited, ...state.opened].some((one) => left.has(one));
  const take = (state: State): void => {
    for (const one of [...state.visited, ...state.opened]) left.delete(one);
  };
  take(start);
  while (left.size > 0) {
    let talk = nearest(content, start, shows);
    if (!talk) {
      process.stdout.write(`typed only: ${[...left].join(', ')}\n`);
      break;
    }
    take(talk);
    for (let next = nearest(content, talk, shows, GO_ON); next; next = nearest(content, talk, shows, GO_ON)) {
      talk = next;
      take(talk);
    }
    talks.push(talk);
  }
  return talks;
}

const { content } = realLibrary();
for (const { id, title } of content.dialogs.values()) {
  const parts = conversations(content, id).map(
    ({ pressed }, n) =>
      `Title: ${title}, way ${n + 1}\nClock: ${CLOCK}\n\nYou: (opens the chat)\n${pressed.map((label) => `\nYou: [${label}]\n`).join('')}`,
  );
  // What only typed words lead to is in typed-*.txt.
  if (parts.length > 0) writeFileSync(join(import.meta.dirname, `${id}.txt`), parts.join('\n---\n\n'));
}
