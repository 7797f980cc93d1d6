/** @jsxImportSource react */
/** Drafts of others, or earlier ones, that change this dialog: who types here would begin another beside them. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { DraftLine } from '../../api.ts';
import { stageOf, writersOf } from '../drafts/steps.ts';
import { momentInWords } from '../kit/days.ts';
import { useDoing } from '../kit/doing.ts';
import type { OwnProps } from '../shell/views.tsx';
import { fileOf } from './around.ts';
import { overlayOf } from './overlays.ts';

interface DraftsHereProps {
  /** Of the dialog. */
  readonly id: string;
  readonly props: OwnProps;
}

function Waiting({ draft, props }: { readonly draft: DraftLine; readonly props: OwnProps }) {
  const { overview, room, go } = props;
  const doing = useDoing(props);
  const { id, title, stage, writers, changed } = draft;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        The draft “{title}” changes this dialog ({stageOf(stage, null).toLowerCase()}). Written by{' '}
        {writersOf(writers, overview.me.person)}, last changed {momentInWords(changed)}. What you type here is
        not in it until you open it.
      </MessageBarBody>
      <MessageBarActions>
        <Button
          disabled={doing.busy}
          aria-label={`Open the draft ${title}`}
          onClick={() => void doing.run(() => room.openDraft(id))}
        >
          Open the draft
        </Button>
        <Button aria-label={`See the changes of ${title}`} onClick={() => go(`draft/${id}`)}>
          See the changes
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

export function DraftsHere({ id, props }: DraftsHereProps) {
  const { drafts, languages } = props.overview;
  const files = [fileOf(id), ...languages.map((one) => overlayOf(one.id, id))];
  return drafts
    .filter((draft) => draft.id !== props.work?.id && draft.paths.some((path) => files.includes(path)))
    .map((draft) => <Waiting key={draft.id} draft={draft} props={props} />);
}
