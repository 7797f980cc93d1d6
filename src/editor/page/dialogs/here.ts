/** What the fields of a dialog choose from; at hand everywhere below its editor, so that cards need not be drawn anew. */
import { createContext, useContext } from 'react';
import type { ViewProps } from '../work.ts';
import type { Names } from './names.ts';

export interface Here {
  readonly props: ViewProps;
  readonly names: Names;
}

export const HereContext = createContext<Here | null>(null);

export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) throw new Error('a field of a dialog stands outside its editor');
  return here;
}
