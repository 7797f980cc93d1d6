/** What the script does in the place of the form. */
import type { Button } from '../wire.ts';

export interface Hands {
  say(text: string): void;
  choose(button: Button): void;
  retry(key: string): void;
  remove(): void;
  renew(): void;
  uncover(): void;
}

/** @returns what a button or form does with script; without, the form is sent */
export const instead = (act: (() => void) | undefined) => (event: Event) => {
  if (!act) return;
  event.preventDefault();
  act();
};

/** Says what stands in the box, and leaves the focus there. */
export function sayFrom(box: HTMLTextAreaElement | null, { say }: Hands): void {
  if (!box) return;
  const text = box.value.trim();
  box.value = '';
  if (text) say(text);
  box.focus();
}
