/** What the parts of a step's form are handed. */
import type { Path } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import type { Edit } from './file.ts';
import type { StepFile } from './model.ts';

export interface PartProps {
  readonly file: string;
  readonly at: Path;
  readonly step: StepFile;
  readonly problems: readonly Marked[];
  readonly edit: Edit;
}

/** A list of texts, or of names, in a file. */
export interface ListProps {
  readonly file: string;
  readonly path: Path;
  readonly values: readonly string[];
  readonly problems: readonly Marked[];
  readonly edit: Edit;
  /** The usual order of the keys beside the list. */
  readonly order: readonly string[];
}
