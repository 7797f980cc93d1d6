/** Texts of files of the content: of the open draft, else as they are live. */
import { useEffect, useState } from 'react';
import type { ViewProps } from '../work.ts';

/** null: there is no such file; undefined: still being fetched. */
export type Text = string | null | undefined;

/** The texts of some files as they are live, fetched when no draft holds them. */
function useLive({ api, overview: { live }, work, tell }: ViewProps, paths: readonly string[]) {
  const [got, setGot] = useState<ReadonlyMap<string, string | null>>(new Map());
  const list = paths.join(' ');
  const open = work !== null;
  useEffect(() => {
    if (open) return;
    let gone = false;
    const fetched = list
      .split(' ')
      .filter(Boolean)
      .map((path) => api.file(live, path).then(({ text }) => [`${live} ${path}`, text] as const));
    Promise.all(fetched).then(
      (texts) => !gone && setGot((known) => new Map([...known, ...texts])),
      (error: Error) => !gone && tell('error', error.message),
    );
    return () => {
      gone = true;
    };
  }, [api, live, list, open, tell]);
  return (path: string): Text => got.get(`${live} ${path}`);
}

/** @returns the text of each of these files, by its path */
export function useTexts(props: ViewProps, paths: readonly string[]): (path: string) => Text {
  const live = useLive(props, paths);
  const { work } = props;
  return (path) => (work ? work.text(path) : live(path));
}
