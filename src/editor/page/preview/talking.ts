/** A talk with the draft: what was said so far, and what the bot made of it. All of it is in the page alone. */
import { readActivity } from '../../../widget/activity.ts';
import { mask } from '../../../widget/private.ts';
import { change, NO_TALK, type Talk } from '../../../widget/transcript.ts';
import type { Button } from '../../../wire.ts';
import type { Body, Previewed } from '../../api.ts';
import type { Api } from '../work.ts';

export type Said = Body<'preview'>['said'];

/** One thing that staff said in the preview; `label` is what its bubble shows. */
export interface Turn {
  readonly said: Said;
  readonly label: string;
}

/** Everything that the next answer depends on. */
export interface Setting {
  readonly draft: Body<'preview'>['draft'];
  readonly at: number;
  readonly place: string | null;
}

export interface Stand {
  readonly talk: Talk;
  readonly turns: readonly Turn[];
  /** null before the first answer. */
  readonly last: Previewed | null;
}

export const BEGIN: Stand = { talk: { ...NO_TALK, waiting: true }, turns: [], last: null };

/** The words that the chat's page would send: personal details are taken out in the browser, in the preview too. */
export const typed = (text: string): Turn => {
  const kept = mask(text).text;
  return { said: { text: kept }, label: kept };
};
export const pressed = ({ label, ref }: Button): Turn => ({ said: { choice: ref }, label });
export const opened = (dialog: string): Turn => ({ said: { choice: `:open/${dialog}` }, label: '' });
export const start: Turn = { said: { event: 'start' }, label: '' };

/** What is on the screen while the answer is on its way. @param nth turns said before this one, answered or not */
export function asking({ talk, turns, last }: Stand, { label }: Turn, nth: number): Stand {
  const shown = label === '' ? talk : change(talk, { kind: 'mine', key: `m${nth}`, text: label });
  return { talk: shown, turns, last };
}

function heard(talk: Talk, { activities }: Previewed, key: string): Talk {
  const incoming = activities.map(readActivity).filter((one) => one !== null);
  const sent = change(talk, { kind: 'sent', key, sent: 'sent' });
  const told = incoming.reduce((all, one) => change(all, { kind: 'incoming', incoming: one }), sent);
  return { ...told, waiting: false };
}

/** One more turn. @throws ApiFailed */
export async function answered(api: Api, setting: Setting, stand: Stand, turn: Turn): Promise<Stand> {
  const { turns } = stand;
  const last = await api.preview({ ...setting, session: stand.last?.session ?? null, said: turn.said });
  const asked = asking(stand, turn, turns.length);
  return { talk: heard(asked.talk, last, `m${turns.length}`), turns: [...turns, turn], last };
}

/** The button that a turn pressed, among those that are there now: by its words, else by its place. */
function stillThere(turn: Turn, buttons: readonly Button[]): Turn | null {
  if (!('choice' in turn.said) || turn.said.choice.startsWith(':')) return turn;
  const { choice } = turn.said;
  const same = buttons.find(({ label }) => label === turn.label) ?? buttons.find(({ ref }) => ref === choice);
  return same ? pressed(same) : null;
}

/**
 * The same talk once more, with other words, another clock or place.
 * @returns where it stands; `lost` is the button that is not there any more: the talk ends before it
 * @throws ApiFailed
 */
export async function again(
  api: Api,
  setting: Setting,
  turns: readonly Turn[],
): Promise<Stand & { readonly lost: string | null }> {
  let stand = BEGIN;
  for (const turn of turns) {
    const next = stillThere(turn, stand.talk.buttons);
    if (!next) return { ...stand, lost: turn.label };
    stand = await answered(api, setting, stand, next);
  }
  return { ...stand, lost: null };
}
