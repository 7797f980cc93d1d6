/** Turns the engine's replies into messages: reviewed words from content, cards by place and clock. */
import { handOffCard } from '../contacts/hand-off.ts';
import { type Slim, slimNumbers, workNumbers } from '../contacts/slim.ts';
import { sentence } from '../contacts/words.ts';
import { needsPerson } from '../content/helps.ts';
import { inLocale } from '../content/locale/overlay.ts';
import {
  type Choice,
  type Content,
  dialogOf,
  findPart,
  KNOWN_DIALOGS,
  KNOWN_SERVICES,
  type StepRef,
} from '../content/model.ts';
import { writeButton } from '../engine/input.ts';
import type { Reply, ReplyKind } from '../engine/reply.ts';
import type { View } from '../turn.ts';
import type { Button, Message } from '../wire.ts';

type Of<K extends ReplyKind> = Extract<Reply, { kind: K }>;

/** The ways on that every dead end gets. */
function waysOn(content: Content): Button[] {
  return [
    { label: content.ui['ways-back'], ref: writeButton({ kind: 'command', command: 'back' }) },
    { label: content.ui['ways-menu'], ref: writeButton({ kind: 'command', command: 'menu' }) },
    { label: content.ui['ways-person'], ref: writeButton({ kind: 'open', dialog: KNOWN_DIALOGS.person }) },
  ];
}

/** `alone` leaves out what does nothing but lead back. */
const choiceButtons = (at: StepRef, choices: readonly Choice[], alone: boolean): Button[] =>
  choices.flatMap(({ label, way, set }, n) =>
    alone && way.kind === 'return' && Object.keys(set).length === 0
      ? []
      : [{ label, ref: writeButton({ kind: 'choice', step: at, n }) }],
  );

/** The ways on beside a step's own buttons, without those that lead where one of these leads. */
function waysBeside(content: Content, at: StepRef): Button[] {
  const choices = findPart(content.steps.get(at)?.parts ?? [], 'offer')?.choices ?? [];
  const leads = (dialog: string): boolean =>
    choices.some(({ way }) => way.kind === 'go' && dialogOf(way.to) === dialog);
  const [back, menu, person] = waysOn(content);
  return [
    ...(back ? [back] : []),
    ...(menu && !leads(KNOWN_DIALOGS.menu) ? [menu] : []),
    ...(person && !needsPerson(content, at) && !leads(KNOWN_DIALOGS.person) ? [person] : []),
  ];
}

/** The line of numbers that fits who reads it. */
const slimFor = (content: Content, view: View, flagged: boolean): Slim =>
  view.audience === 'professional' ? workNumbers(content, view, flagged) : slimNumbers(content);

function renderStep(content: Content, reply: Of<'step'>, view: View): Message[] {
  const parts = content.steps.get(reply.at)?.parts ?? [];
  const urgent = content.dialogs.get(dialogOf(reply.at))?.urgent === true;
  const lang = content.steps.get(reply.at)?.lang;
  const spoken = (text: string) => (lang && text !== content.ui['in-english'] ? { lang } : {});
  const messages: Message[] = [];
  if (reply.show !== 'choices') {
    for (const text of findPart(parts, 'say')?.texts ?? []) messages.push({ text, ...spoken(text) });
    const handOff = findPart(parts, 'hand-off');
    if (handOff)
      messages.push({ card: handOffCard(content, handOff.services, { ...view, urgent }, handOff.words) });
  }
  if (reply.slim) messages.push({ slim: slimFor(content, view, true) });
  if (reply.show === 'body') return messages;
  const offer = findPart(parts, 'offer');
  const waits =
    offer || !parts.some((part) => part.kind === 'go' || part.kind === 'branch' || part.kind === 'return');
  if (!waits) return messages;
  const ask = findPart(parts, 'ask');
  const person = needsPerson(content, reply.at) ? waysOn(content).slice(-1) : [];
  const buttons = offer
    ? [...choiceButtons(reply.at, offer.choices, reply.alone === true), ...person]
    : waysOn(content);
  return attach(ask ? [...messages, { text: ask.text, ...spoken(ask.text) }] : messages, buttons);
}

/** Buttons go with the last message, so that they stand at the end of the talk. */
function attach(messages: readonly Message[], buttons: readonly Button[]): Message[] {
  const last = messages.at(-1);
  return last ? [...messages.slice(0, -1), { ...last, buttons }] : [{ buttons }];
}

const HANDLERS: { readonly [K in ReplyKind]: (content: Content, reply: Of<K>, view: View) => Message[] } = {
  step: renderStep,
  line: (content, reply) => [{ text: content.ui[reply.key] }],
  numbers: (content, { calm }, view) => [{ slim: slimFor(content, view, calm !== true) }],
  'hand-off': (content, reply, view) => [
    { card: handOffCard(content, reply.services, { ...view, urgent: false }, []) },
  ],
  guesses: (content, reply) => {
    const dialogs = reply.dialogs.flatMap((id) => content.dialogs.get(id) ?? []);
    const buttons = dialogs.map(
      ({ id, title }): Button => ({ label: title, ref: writeButton({ kind: 'open', dialog: id }) }),
    );
    const none = {
      label: content.ui['guesses-none'],
      ref: writeButton({ kind: 'command', command: 'menu' }),
    };
    const person = reply.dialogs.includes(KNOWN_DIALOGS.person) ? [] : waysOn(content).slice(-1);
    return [{ text: content.ui['guesses-intro'], buttons: [...buttons, none, ...person] }];
  },
  place: (content, reply) => [
    { text: sentence(content, 'place-known', { place: content.places.get(reply.place)?.name ?? '' }) },
  ],
  'ways-on': (content, { beside }) => [{ buttons: beside ? waysBeside(content, beside) : waysOn(content) }],
  help: (content, _reply, view) => helpMessages(content, view),
};

/** The fixed help reply: what is wrong in a sentence, and the whole urgent card. */
export function helpMessages(content: Content, view: View): Message[] {
  const services = [KNOWN_SERVICES.emergency, KNOWN_SERVICES.childline, 'front-door'] as const;
  const card = handOffCard(content, services, { ...view, audience: 'young-person', urgent: true }, []);
  return [
    { text: content.ui['help-intro'] },
    { text: content.ui.computer },
    { card, buttons: waysOn(content) },
  ];
}

/** A reply as messages in the language of the view, each with its `lang`; pure, the clock is in the view. */
export function render<K extends ReplyKind>(content: Content, reply: Of<K>, view: View): readonly Message[] {
  const said = inLocale(content, view.locale);
  return HANDLERS[reply.kind as K](said, reply, view).map((message) => ({ lang: said.lang, ...message }));
}
