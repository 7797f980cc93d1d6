/** @jsxImportSource react */
/** One step of a dialog: read at a glance, opened to be changed. */
import {
  Badge,
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronUpRegular, EditRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { memo, useState } from 'react';
import type { Marked } from '../../api.ts';
import { placeOf } from '../drafts/jump.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { Edit } from './file.ts';
import type { StepFile } from './model.ts';
import { RemoveStep, RenameStep } from './step-dialogs.tsx';
import { StepForm } from './step-form.tsx';
import { StepRead } from './step-read.tsx';

const useStyles = makeStyles({
  grow: { marginRight: 'auto' },
  /** On one line, however little room there is. */
  tools: { display: 'flex', gap: tokens.spacingHorizontalXS },
  /** Steps out of sight cost nothing. */
  lazy: { contentVisibility: 'auto', containIntrinsicSize: 'auto 12rem' },
});

export interface StepProps {
  readonly file: string;
  readonly id: string;
  readonly step: StepFile;
  readonly number: number;
  readonly starts: boolean;
  readonly open: boolean;
  /** Of this step alone. */
  readonly problems: readonly Marked[];
  readonly edit: Edit;
  readonly onOpen: (id: string, open: boolean) => void;
  readonly onRename: (from: string, to: string) => void;
  readonly onRemove: (id: string) => void;
}

function More({
  onRename,
  onRemove,
  name,
}: {
  readonly name: string;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={`More for step ${name}`} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onRename}>Rename this step</MenuItem>
          <MenuItem onClick={onRemove}>Remove this step</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

export const StepCard = memo(function StepCard(all: StepProps) {
  const { file, id, step, number, starts, open, problems, edit, onOpen, onRename, onRemove } = all;
  const own = useStyles();
  const styles = useLayOut();
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const errors = problems.filter(({ grade }) => grade === 'error').length;
  return (
    <li
      className={`${styles.card} ${open ? '' : own.lazy}`}
      id={`step-${id}`}
      data-place={placeOf(file, ['steps', id])}
    >
      <div className={styles.row}>
        <h3 className={`${styles.heading} ${own.grow}`}>
          {number}. {id}
        </h3>
        {starts && <Badge appearance="tint">Starts here</Badge>}
        {errors > 0 && <Badge color="danger">{errors === 1 ? '1 problem' : `${errors} problems`}</Badge>}
        <div className={own.tools}>
          <Button
            icon={open ? <ChevronUpRegular /> : <EditRegular />}
            aria-expanded={open}
            aria-label={`${open ? 'Close' : 'Change'} step ${id}`}
            onClick={() => onOpen(id, !open)}
          >
            {open ? 'Close' : 'Change'}
          </Button>
          <More name={id} onRename={() => setAsking('rename')} onRemove={() => setAsking('remove')} />
        </div>
      </div>
      {open ? <StepForm {...{ file, step, problems, edit }} at={['steps', id]} /> : <StepRead step={step} />}
      {asking === 'rename' && (
        <RenameStep id={id} onRename={(to) => onRename(id, to)} onClose={() => setAsking(null)} />
      )}
      {asking === 'remove' && (
        <RemoveStep id={id} file={file} onRemove={() => onRemove(id)} onClose={() => setAsking(null)} />
      )}
    </li>
  );
});
