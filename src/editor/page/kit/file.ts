/** One file of the content in a form: read from the open draft, else from what is live; written to the draft. */
import { useMemo } from 'react';
import { insertIn, removeIn, setIn, valueOf } from '../../../content/edit.ts';
import type { ViewProps } from '../work.ts';
import type { ListChange } from './lines.tsx';
import type { Path } from './problems.tsx';
import { type Text, useTexts } from './texts.ts';

export interface OpenFile<T> {
  readonly path: string;
  /** null: there is none; undefined: still being fetched. */
  readonly text: Text;
  /** What the text says; undefined while it is fetched, missing, or no YAML. */
  readonly value: T | undefined;
  /** Changes the text, when there is one; begins a draft when none is open. */
  edit(change: (text: string) => string): void;
}

/** One place of a text changed; undefined takes it out. */
export function changed(text: string, path: Path, value: unknown, order: readonly string[] = []): string {
  return value === undefined ? removeIn(text, path) : setIn(text, path, value, order);
}

/** A list of a text with one of its lines typed, begun or taken out. */
export function listed(text: string, path: Path, change: ListChange, order: readonly string[] = []): string {
  if (change.kind === 'set') return setIn(text, [...path, change.at], change.value, order);
  if (change.kind === 'remove') return removeIn(text, [...path, change.at]);
  return insertIn(text, path, change.at, '');
}

/**
 * The text of a file, for what is no YAML.
 * @param title what a draft is called that is begun by the first change
 */
export function useText(props: ViewProps, path: string, title: string): Omit<OpenFile<never>, 'value'> {
  const { begin } = props;
  const text = useTexts(props, [path])(path);
  /** What was typed in another field a moment ago is in the draft already, and not yet in this picture of it. */
  const edit = (change: (text: string) => string) => {
    const open = begin(title);
    const newest = open.text(path) ?? text;
    if (typeof newest === 'string') open.write(path, change(newest));
  };
  return { path, text, edit };
}

/** As useText, and what the text says. */
export function useFile<T>(props: ViewProps, path: string, title: string): OpenFile<T> {
  const file = useText(props, path, title);
  const { text } = file;
  const value = useMemo(
    () => (typeof text === 'string' ? valueOf(text) : undefined) as T | undefined,
    [text],
  );
  return { ...file, value };
}
