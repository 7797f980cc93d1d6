/** @jsxImportSource react */
/** One step in English and in another language; whether the one still fits the other. */
import { Badge, Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { insertIn, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import type { Edit } from '../dialogs/file.ts';
import type { StepFile } from '../dialogs/model.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Pair } from './field.tsx';
import { ListPart } from './list-part.tsx';
import { OVERLAY_STEP_ORDER, type StepWords, startOf } from './model.ts';

interface StepProps {
  readonly file: string;
  readonly id: string;
  readonly lang: string;
  readonly english: StepFile;
  readonly words: StepWords | undefined;
  /** Of the English as it is now. */
  readonly stamp: string | undefined;
  readonly problems: readonly Marked[];
  readonly edit: Edit;
}

const NONE: readonly string[] = [];

type PairsProps = Omit<StepProps, 'words' | 'stamp'> & { readonly words: StepWords };

function Labels({ file, id, lang, english, words, problems, edit }: PairsProps) {
  const own = words.offer ?? [];
  const count = Math.max(english.offer?.length ?? 0, own.length);
  const path = ['steps', id, 'offer'];
  return Array.from({ length: count }, (_, n) => (
    <Pair
      // biome-ignore lint/suspicious/noArrayIndexKey: the two languages are matched by place
      key={n}
      label={`Button ${n + 1}`}
      english={english.offer?.[n]?.label}
      value={own[n]?.label}
      path={[...path, n, 'label']}
      {...{ file, lang, problems }}
      edit={(change) =>
        edit((all) => {
          const blank = { label: '', also: [] };
          let filled = own.length === 0 ? setIn(all, path, [blank], OVERLAY_STEP_ORDER) : all;
          for (let at = Math.max(1, own.length); at <= n; at++) filled = insertIn(filled, path, at, blank);
          return change(filled);
        })
      }
    />
  ));
}

/** Whether it fits its English, and the press that says so. */
export function Fit({ stale, onFits }: { readonly stale: boolean; readonly onFits: () => void }) {
  const styles = useLayOut();
  if (!stale)
    return (
      <Badge appearance="tint" color="success">
        Fits the English
      </Badge>
    );
  return (
    <div className={styles.row}>
      <Badge appearance="tint" color="warning">
        The English has changed
      </Badge>
      <Button icon={<CheckmarkRegular />} onClick={onFits}>
        It fits the English now
      </Button>
    </div>
  );
}

function Texts(props: PairsProps) {
  const { file, id, lang, english, words, problems, edit } = props;
  const path = ['steps', id];
  const asked = (all: string): string =>
    words.ask === undefined ? setIn(all, [...path, 'ask'], '', OVERLAY_STEP_ORDER) : all;
  return (
    <>
      <ListPart
        legend="The bot says"
        one="Bubble"
        english={english.say ?? NONE}
        own={words.say ?? NONE}
        path={[...path, 'say']}
        {...{ file, lang, problems, edit }}
      />
      {(english.ask !== undefined || words.ask !== undefined) && (
        <Pair
          label="Question"
          english={english.ask}
          value={words.ask}
          path={[...path, 'ask']}
          {...{ file, lang, problems }}
          edit={(change) => edit((all) => change(asked(all)))}
        />
      )}
      <ListPart
        legend="Words they can say when they ring"
        one="Line"
        english={english.words ?? NONE}
        own={words.words ?? NONE}
        path={[...path, 'words']}
        {...{ file, lang, problems, edit }}
      />
      <Labels {...props} words={words} />
    </>
  );
}

export const StepSide = memo(function StepSide(props: StepProps) {
  const styles = useLayOut();
  const { id, english, words, stamp, edit } = props;
  const path = ['steps', id];
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <h2 className={styles.heading} style={{ marginRight: 'auto' }}>
          {id}
        </h2>
        {words && stamp && (
          <Fit
            stale={words.from !== stamp}
            onFits={() => edit((all) => setIn(all, [...path, 'from'], stamp, OVERLAY_STEP_ORDER))}
          />
        )}
      </div>
      {words ? (
        <Texts {...props} words={words} />
      ) : (
        <div className={styles.row}>
          <span className={styles.quiet}>Not translated: residents see the English.</span>
          <Button
            disabled={!stamp}
            onClick={() => edit((all) => setIn(all, path, startOf(english, stamp ?? '')))}
          >
            Begin the translation
          </Button>
        </div>
      )}
    </li>
  );
});
