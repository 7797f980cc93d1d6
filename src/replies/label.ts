/** What stands on a button: a page that is drawn anew shows people which one they pressed. */
import { inLocale } from '../content/locale/overlay.ts';
import { type Content, findPart, KNOWN_DIALOGS, type StepRef, type UiKey } from '../content/model.ts';

/** Those that the bot and the page add by themselves. */
const WAYS: ReadonlyMap<string, UiKey> = new Map([
  [':back', 'ways-back'],
  [':menu', 'ways-menu'],
  [`:open/${KNOWN_DIALOGS.person}`, 'ways-person'],
  [':start-again', 'start-again'],
  [':locale/en', 'english'],
]);

/** @returns the words on the button of this ref, in this language; undefined when there is no such button */
export function labelOf(content: Content, ref: string, locale: string): string | undefined {
  const { dialogs, languages, places, steps, ui } = inLocale(content, locale);
  const way = WAYS.get(ref);
  if (way) return ui[way];
  const [, kind, id = ''] = /^:(open|place|locale)\/(.+)$/.exec(ref) ?? [];
  if (kind === 'open') return dialogs.get(id)?.title;
  if (kind === 'place') return places.get(id)?.name;
  if (kind === 'locale') return languages.find((one) => one.id === id)?.name;
  const [, step, index] = /^([^#]+)#(\d{1,2})$/.exec(ref) ?? [];
  const parts = steps.get(step as StepRef)?.parts ?? [];
  return findPart(parts, 'offer')?.choices[Number(index)]?.label;
}
