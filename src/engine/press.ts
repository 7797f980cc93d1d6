/** What a button does: on to a step, to people, back, or a command; a place; another language. */
import { type Content, findPart, type PlaceId, type StepRef } from '../content/model.ts';
import { type Moved, obey } from './commands.ts';
import type { ButtonRef } from './input.ts';
import { enter, goBackDown, startOf, top } from './move.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';

/** The question and the buttons that are open, once more. */
export const again = (session: Session): Reply => ({ kind: 'step', at: top(session), show: 'choices' });

/** The last screen again, in another language; in English, with the numbers, where its words may not be shown. */
function speak(content: Content, session: Session, locale: string): Moved {
  const there = locale === 'en' || content.locales.has(locale);
  const first: Reply[] = there ? [] : [{ kind: 'line', key: 'locale-missing' }, { kind: 'numbers' }];
  if (content.drafts.has(locale)) first.push({ kind: 'line', key: 'locale-draft' });
  return {
    session: there ? { ...session, locale } : session,
    replies: [...first, { kind: 'step', at: top(session), show: 'all' }],
    outcome: 'command',
  };
}

/** A home place was understood. */
export const settle = (session: Session, place: PlaceId): Moved => ({
  session: { ...session, place },
  replies: [{ kind: 'place', place }, again(session)],
  outcome: 'place-set',
});

/** Where the question on top leads, when it asks if somebody is safe and that has just been said. */
function answered(content: Content, session: Session): StepRef | undefined {
  const offer = findPart(content.steps.get(top(session))?.parts ?? [], 'offer');
  const same = offer?.choices.find(({ set }) => set.safe === session.safe);
  return same?.way.kind === 'go' ? same.way.to : undefined;
}

/** A link of a page sets what the button to the same step would: for whom the cards are. */
function linked(content: Content, session: Session, to: StepRef): Session {
  const audiences = new Set<Session['audience'] | undefined>();
  for (const { parts } of content.steps.values())
    for (const { way, set } of findPart(parts, 'offer')?.choices ?? [])
      if (way.kind === 'go' && way.to === to) audiences.add(set.audience);
  const [only] = audiences;
  return audiences.size === 1 && only ? { ...session, audience: only, known: true } : session;
}

/** @returns where the button leads */
export function press(content: Content, session: Session, button: ButtonRef): Moved {
  if (button.kind === 'command') return obey(content, session, button.command);
  if (button.kind === 'jump')
    return { ...enter(content, linked(content, session, button.step), button.step), outcome: 'chose' };
  if (button.kind === 'locale') return speak(content, session, button.locale);
  if (button.kind === 'place') return settle(session, button.place);
  if (button.kind === 'open') {
    return { ...enter(content, session, startOf(content, button.dialog)), outcome: 'chose' };
  }
  const offer = content.steps.get(button.step)?.parts.find((part) => part.kind === 'offer');
  const choice = offer?.choices[button.n];
  if (!choice) return obey(content, session, 'menu');
  const here: Session = {
    ...session,
    ...choice.set,
    known: session.known || choice.set.audience !== undefined,
  };
  switch (choice.way.kind) {
    case 'go':
      return { ...enter(content, here, choice.way.to), outcome: 'chose' };
    case 'hand-off':
      return {
        session: here,
        replies: [{ kind: 'hand-off', services: choice.way.services }, { kind: 'ways-on' }],
        outcome: 'handed-off',
      };
    case 'return': {
      const back = goBackDown(content, here);
      const known = back.below && choice.set.safe ? answered(content, back.session) : undefined;
      if (known) return { ...enter(content, back.session, known), outcome: 'chose' };
      const show = back.below ? 'choices' : 'all';
      return {
        session: back.session,
        replies: [{ kind: 'step', at: top(back.session), show }],
        outcome: 'chose',
      };
    }
  }
}
