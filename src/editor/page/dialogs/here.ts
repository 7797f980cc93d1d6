/** What the fields of a dialog choose from; at hand everywhere below its editor, so that cards need not be drawn anew. */
import { createContext, useContext } from 'react';
import type { ViewProps } from '../work.ts';
import type { Names } from './names.ts';

/** Apart from each other: the names stay the same through most of what is typed. */
export const NamesContext = createContext<Names | null>(null);
export const ViewContext = createContext<ViewProps | null>(null);

function within<T>(value: T | null): T {
  if (!value) throw new Error('a field of a dialog stands outside its editor');
  return value;
}

export const useNames = (): Names => within(useContext(NamesContext));
export const useView = (): ViewProps => within(useContext(ViewContext));
