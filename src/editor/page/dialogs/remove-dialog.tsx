/** @jsxImportSource react */
/** The question before a whole dialog goes: what leads to it, what goes with it, or why it must stay. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { NEEDED_DIALOGS } from '../../../content/known.ts';
import { Asking } from '../kit/asking.tsx';
import { messageOf, useDoing } from '../kit/doing.ts';
import { inWords } from '../kit/names.ts';
import type { ViewProps } from '../work.ts';
import { type Lead, leadsTo, setWhole, translatedIn } from './around.ts';
import type { DialogText } from './model.ts';

/** Why a dialog cannot go; undefined: it can. */
function whyNeeded({ id = '', answers = [] }: DialogText): string | undefined {
  if (NEEDED_DIALOGS.has(id))
    return 'Signpost opens this dialog by itself, so it cannot be removed. You can change all of its words.';
  if (answers.length > 0)
    return `Signpost must have an answer to “${answers.map(inWords).join('”, “')}”, and this dialog is that answer. So it cannot be removed. You can change all of its words.`;
  return undefined;
}

interface Around {
  readonly leads: readonly Lead[];
  readonly languages: readonly string[];
}

/** What stands around a dialog; undefined: still being looked for. */
function useAround(props: ViewProps, id: string, wanted: boolean, onFail: () => void): Around | undefined {
  const [found, setFound] = useState<Around>();
  const latest = useRef({ props, onFail });
  latest.current = { props, onFail };
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    const now = latest.current.props;
    Promise.all([leadsTo(now, id), translatedIn(now, id)]).then(
      ([leads, languages]) => !gone && setFound({ leads, languages }),
      (error: unknown) => {
        if (gone) return;
        latest.current.props.tell('error', messageOf(error));
        latest.current.onFail();
      },
    );
    return () => {
      gone = true;
    };
  }, [id, wanted]);
  return found;
}

function Consequences({ leads, languages }: Around) {
  return (
    <>
      {leads.length > 0 ? (
        <>
          <p>These lead to it, and will have to lead somewhere else before this can be published:</p>
          <ul>
            {leads.map(({ title, ways }) => (
              <li key={title}>
                {title}: {ways.join('; ')}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>No button, page or risk phrase leads to it.</p>
      )}
      {languages.length > 0 && <p>Its translations go with it: {languages.join(', ')}.</p>}
      <p>It stays live until this draft is published.</p>
    </>
  );
}

interface RemoveProps {
  readonly id: string;
  readonly dialog: DialogText;
  readonly props: ViewProps;
  readonly onClose: () => void;
}

function RemoveDialog({ id, dialog, props, onClose }: RemoveProps) {
  const needed = whyNeeded({ ...dialog, id });
  const around = useAround(props, id, needed === undefined, onClose);
  const { busy, run } = useDoing(props);
  const title = dialog.title ?? id;
  const remove = async () => {
    await setWhole(props, id, title, 'out');
    onClose();
    props.go('dialogs');
  };
  return (
    <Asking
      title={needed ? `“${title}” is needed` : `Remove “${title}”?`}
      action={needed ? undefined : 'Remove it'}
      disabled={!around || busy}
      leave={needed ? 'Close' : 'Keep it'}
      onDo={() => void run(remove, `“${title}” is taken out in your draft.`)}
      onClose={onClose}
    >
      {needed ? (
        <p>{needed}</p>
      ) : around ? (
        <Consequences {...around} />
      ) : (
        <Spinner label="Looking for what leads to it" />
      )}
    </Asking>
  );
}

/** What can be done with a dialog as a whole. */
export function DialogMenu(about: Omit<RemoveProps, 'onClose'>) {
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="More for this dialog" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => setRemoving(true)}>Remove this dialog</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {removing && <RemoveDialog {...about} onClose={() => setRemoving(false)} />}
    </>
  );
}
