/** A file of the content being edited: its value, and changes that follow each other however fast they come. */
import { useCallback, useMemo, useRef } from 'react';
import { useFile } from '../kit/file.ts';
import type { ViewProps } from '../work.ts';

/** A change of a file's text; given the newest text. */
export type Change = (text: string) => string;
export type Edit = (change: Change) => void;

/** `next`, with every part that is as it was taken from `before`: what did not change is not drawn again. */
export function kept<T>(before: unknown, next: T): T {
  if (before === next || typeof next !== 'object' || next === null) return next;
  if (typeof before !== 'object' || before === null || Array.isArray(before) !== Array.isArray(next))
    return next;
  const old = before as Record<string, unknown>;
  const entries = Object.entries(next).map(([key, value]) => [key, kept(old[key], value)] as const);
  const same =
    entries.length === Object.keys(old).length && entries.every(([key, value]) => old[key] === value);
  if (same) return before as T;
  return (Array.isArray(next) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}

export interface Edited<T> {
  /** null: there is no such file; undefined: on its way, or no YAML. */
  readonly value: T | null | undefined;
  readonly text: string | null | undefined;
  readonly edit: Edit;
}

/**
 * @param title what a draft is called that the first change begins
 * @param fresh what a file begins with that is not there yet
 */
export function useEdited<T>(props: ViewProps, path: string, title: string, fresh?: string): Edited<T> {
  const file = useFile<T>(props, path, title);
  const latest = useRef({ props, file, title, fresh });
  latest.current = { props, file, title, fresh };
  const edit = useCallback<Edit>(
    (change) => {
      const { props: now, file: live, title: name, fresh: begun } = latest.current;
      const work = now.work ?? now.begin(name);
      const text = work.text(path) ?? live.text ?? begun;
      if (typeof text === 'string') work.write(path, change(text));
    },
    [path],
  );
  const before = useRef<unknown>(undefined);
  const value = useMemo(() => kept(before.current, file.value), [file.value]);
  before.current = value;
  return { value: file.text === null ? null : value, text: file.text, edit };
}
