/** Changes the head or the body of a Markdown page, and leaves every other byte as it is. */
import { NoSuchPlace, type Path, removeIn, setIn, valueOf } from './edit.ts';

const HEAD = /^(\uFEFF?---\r?\n)([\s\S]*?\n)(---\r?\n)/;

function parts(text: string): { open: string; head: string; shut: string; body: string } {
  const [all, open, head, shut] = HEAD.exec(text) ?? [];
  if (all === undefined || open === undefined || head === undefined || shut === undefined)
    throw new NoSuchPlace([]);
  return { open, head, shut, body: text.slice(all.length) };
}

/** What the head says; undefined when there is none, or it is no YAML. */
export function headOf(text: string): unknown {
  const head = HEAD.exec(text)?.[2];
  return head === undefined ? undefined : valueOf(head);
}

/** The Markdown below the head. */
export const bodyOf = (text: string): string => text.slice(HEAD.exec(text)?.[0].length ?? 0);

/**
 * @param value undefined takes it out
 * @throws NoSuchPlace when the page has no head
 */
export function setHead(text: string, path: Path, value: unknown, order: readonly string[] = []): string {
  const { open, head, shut, body } = parts(text);
  const changed = value === undefined ? removeIn(head, path) : setIn(head, path, value, order);
  return open + changed + shut + body;
}

/** @throws NoSuchPlace when the page has no head */
export function setBody(text: string, body: string): string {
  const { open, head, shut } = parts(text);
  return open + head + shut + body;
}
