/** What leads to a dialog from elsewhere: buttons, pages, risk phrases. */
import { valueOf } from '../../../content/edit.ts';
import type { DialogText } from './model.ts';

const CHAT = /^\[chat:\s*([a-z0-9/-]+)/gm;

/** What could lead to a dialog, however its file is named. */
export const MAY_LEAD = /^(?:dialogs\/|content\/(?:pages|print|news)\/|content\/risk\/patterns-)/;

interface Patterns {
  readonly patterns?: readonly { readonly id?: string; readonly answer?: string }[];
}

const inDialog = (value: DialogText, leads: (to?: string) => boolean): string[] =>
  Object.entries(value.steps ?? {}).flatMap(([id, { offer = [], branch = [], go }]) => [
    ...(leads(go) ? [`its step ${id} goes on to it`] : []),
    ...(branch.some((one) => leads(one.go)) ? [`its step ${id} may lead to it`] : []),
    ...offer
      .filter((one) => leads(one.go))
      .map(({ label = '' }) => `its step ${id} has the button “${label}”`),
  ]);

/**
 * @param path of a file, and its text
 * @returns how this file leads to the dialog, in words for staff; empty: it does not
 */
export function leadsFrom(path: string, text: string, dialog: string): string[] {
  const leads = (to?: string): boolean => to === dialog || to?.startsWith(`${dialog}/`) === true;
  if (path.endsWith('.md')) {
    const links = [...text.matchAll(CHAT)].filter(([, to]) => leads(to));
    return links.length > 0 ? ['it has a link to it'] : [];
  }
  if (path === `dialogs/${dialog}.yaml`) return [];
  const value = valueOf(text);
  if (path.startsWith('dialogs/')) return inDialog((value ?? {}) as DialogText, leads);
  return ((value ?? {}) as Patterns).patterns?.some(({ answer }) => leads(answer))
    ? ['a risk phrase there is answered by it']
    : [];
}
