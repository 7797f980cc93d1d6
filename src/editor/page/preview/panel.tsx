/** @jsxImportSource react */
/** A chat with the draft, at any time and place: in a view of its own, or beside the form of a dialog. */
import {
  Badge,
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons';
import { useCallback, useMemo, useState } from 'react';
import { OUTCOMES } from '../../../outcomes.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords, LEVEL_COLOURS, LEVEL_WORDS } from '../kit/names.ts';
import { Pick } from '../kit/pick.tsx';
import { useTexts } from '../kit/texts.ts';
import type { ViewProps } from '../work.ts';
import { Clock } from './clock.tsx';
import { TalkFrame } from './talk-frame.tsx';
import { type Talking, useTalk } from './use-talk.ts';
import { pageOf, wordFiles } from './words.ts';

const UNCHANGED = {};

/** By the room that the panel has, not the window: it also stands beside a form. */
const useStyles = makeStyles({
  panel: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXL, alignItems: 'start' },
  chat: { flex: '1 1 20rem', maxWidth: '26rem' },
  side: { flex: '1 1 16rem' },
});

/** Quietly: the step, the level, how the turn ended. */
function Whereabouts({ talking: { last }, ...props }: ViewProps & { talking: Talking }) {
  const lay = useLayOut();
  if (!last) return null;
  const [dialog = '', step = ''] = last.at.split('/');
  const title =
    props.overview.items.find((item) => item.kind === 'dialog' && item.id === dialog)?.title ?? dialog;
  return (
    <div className={lay.tight} role="status">
      <div className={lay.row}>
        <span>
          At “{title}”, step {inWords(step)}
        </span>
        <Link href={`#dialog/${dialog}/${step}`}>Edit this step</Link>
      </div>
      <div className={`${lay.row} ${lay.quiet}`}>
        <Badge appearance="tint" color={LEVEL_COLOURS[last.level]}>
          {LEVEL_WORDS[last.level]}
        </Badge>
        <span>{OUTCOMES[last.outcome as keyof typeof OUTCOMES] ?? last.outcome}</span>
      </div>
    </div>
  );
}

interface PanelProps extends ViewProps {
  /** Where the talk begins; null: with the welcome. */
  readonly dialog?: string | null;
}

export function PreviewPanel({ dialog = null, ...props }: PanelProps) {
  const { api, overview, work } = props;
  const lay = useLayOut();
  const styles = useStyles();
  const [at, setAt] = useState(() => Date.now());
  const [place, setPlace] = useState('');
  const [link, setLink] = useState('');
  const base = work?.base ?? overview.live;
  const files = work?.files ?? UNCHANGED;
  const setting = useMemo(
    () => ({ draft: { base, files: { ...files } }, at, place: place || null }),
    [base, files, at, place],
  );
  const talking = useTalk(api, setting, dialog);
  const textOf = useTexts(props, wordFiles(overview));
  const page = useMemo(
    () => pageOf(overview, textOf, talking.talk.lang),
    [overview, textOf, talking.talk.lang],
  );
  const onLink = useCallback((label: string) => setLink(label), []);
  return (
    <div className={styles.panel}>
      <div className={`${lay.stack} ${styles.chat}`}>
        <TalkFrame
          title="Preview of the chat"
          talk={talking.talk}
          page={page}
          on={talking.on}
          onLink={onLink}
        />
        <div role="status">
          {link && (
            <MessageBar>
              <MessageBarBody>
                In the preview, links do nothing. For residents this one is “{link}”.
              </MessageBarBody>
            </MessageBar>
          )}
        </div>
      </div>
      <div className={`${lay.stack} ${styles.side}`}>
        <p className={lay.words}>
          {work ? `This talk uses your draft “${work.title}”.` : 'This talk uses what residents see now.'}{' '}
          Nothing you type is kept. Never type a real child's words or name.
        </p>
        {talking.failed && (
          <MessageBar intent="error">
            <MessageBarBody>{talking.failed}</MessageBarBody>
          </MessageBar>
        )}
        {talking.notice && (
          <MessageBar intent="warning">
            <MessageBarBody>{talking.notice}</MessageBarBody>
          </MessageBar>
        )}
        <Whereabouts {...props} talking={talking} />
        <div>
          <Button icon={<ArrowResetRegular />} onClick={talking.restart}>
            Start again
          </Button>
        </div>
        <Clock at={at} onChange={setAt} />
        <Pick
          label="Where the person lives"
          hint="It decides which council's team is shown."
          choices={[{ id: '', name: 'Not said' }, ...overview.places]}
          value={place}
          onPick={setPlace}
        />
      </div>
    </div>
  );
}
