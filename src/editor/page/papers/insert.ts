/** Puts things into a page's words where the cursor stands. Pure. */

/** A stretch of the words: where the cursor is, or what is marked. */
export interface Spot {
  readonly from: number;
  readonly to: number;
}

/** A line of its own, with an empty line before and after it. */
export function lineAt(body: string, { to }: Spot, line: string): string {
  const end = body.indexOf('\n', to);
  const at = end < 0 ? body.length : end;
  const before = body.slice(0, at).trimEnd();
  const after = body.slice(at).replace(/^\n+/, '');
  return `${before === '' ? '' : `${before}\n\n`}${line}\n${after === '' ? '' : `\n${after}`}`;
}

/** Marks around what is chosen, or around `empty`. */
export function around(body: string, { from, to }: Spot, open: string, shut: string, empty: string): string {
  const chosen = body.slice(from, to) || empty;
  return `${body.slice(0, from)}${open}${chosen}${shut}${body.slice(to)}`;
}

/** A mark at the beginning of each line that is chosen. */
export function atLines(body: string, { from, to }: Spot, mark: string): string {
  const start = body.lastIndexOf('\n', from - 1) + 1;
  const end = body.indexOf('\n', Math.max(to, start));
  const stop = end < 0 ? body.length : end;
  const lines = body.slice(start, stop).split('\n');
  return body.slice(0, start) + lines.map((line) => mark + line).join('\n') + body.slice(stop);
}

/** A card of these services, by place and clock. */
export const handOff = (services: readonly string[]): string => `[hand-off: ${services.join(', ')}]`;
export const website = (service: string): string => `[website: ${service}]`;
/** No bar and no bracket can stand in the words of a button. */
export function chat(dialog: string, label: string, says: string): string {
  const plain = (text: string): string => text.replace(/[|[\]\n]/g, ' ').trim();
  return `[chat: ${dialog} | ${plain(label)}${plain(says) && ` | ${plain(says)}`}]`;
}
