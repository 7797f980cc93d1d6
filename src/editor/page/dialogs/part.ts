/** What every part of a step's form is handed. */
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
