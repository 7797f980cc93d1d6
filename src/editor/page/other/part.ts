/** What a part of "Other words" is handed. */
import type { ViewProps } from '../work.ts';

export interface PartProps extends ViewProps {
  /** Where in the part the address leads, or ''. */
  readonly wanted: string;
}
