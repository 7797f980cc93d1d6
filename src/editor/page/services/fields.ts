/** What the parts of the form of a service are handed, and where each field stands in the file. */
import type { Marked } from '../../api.ts';
import { fieldsAt } from '../kit/fields.ts';
import { type Entry, ORDER, SERVICES } from './registry.ts';

export interface FormProps {
  readonly entry: Entry;
  /** Where it stands in the file's list. */
  readonly n: number;
  readonly problems: readonly Marked[];
  readonly edit: (change: (text: string) => string) => void;
  /** The other services, for "when it is closed". */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
}

/** Everything a field needs of its service: its problems, and how it is written. */
export const fields = ({ n, problems, edit }: FormProps) =>
  fieldsAt({ path: SERVICES, edit }, ['services', n], problems, ORDER);

/** A field that may be left out: an empty one is taken out of the file. */
export const orNone = (value: string): string | undefined => (value.trim() === '' ? undefined : value);
