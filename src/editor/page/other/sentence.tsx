/** @jsxImportSource react */
/** One sentence of the interface, and below it the same in the other languages. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { setIn } from '../../../content/edit.ts';
import { UI_GAPS, type UiKey } from '../../../content/ui-keys.ts';
import type { Overview } from '../../api.ts';
import { type Edit, useEdited } from '../dialogs/file.ts';
import { placeOf } from '../drafts/jump.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords } from '../kit/names.ts';
import { problemsUnder } from '../kit/problems.tsx';
import { LongField } from '../kit/typed.tsx';
import { stampOf } from '../translations/stamp.ts';
import { Fit } from '../translations/step.tsx';
import type { ViewProps } from '../work.ts';
import { FRESH_UI, TITLE, UI, type UiWords, uiIn } from './files.ts';
import { gapsIn } from './groups.ts';

const gapsOf = (id: string): readonly string[] => UI_GAPS[id as UiKey] ?? [];

/** @returns undefined while it is made */
function useStamp(english: string): string | undefined {
  const [made, setMade] = useState<{ english: string; stamp: string }>();
  useEffect(() => {
    let gone = false;
    stampOf(english).then(
      (stamp) => !gone && setMade({ english, stamp }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [english]);
  return made?.english === english ? made.stamp : undefined;
}

interface LanguageProps extends ViewProps {
  readonly id: string;
  readonly language: Overview['languages'][number];
  /** Of the English as it is now. */
  readonly stamp: string | undefined;
}

function InLanguage({ id, language, stamp, ...props }: LanguageProps) {
  const path = uiIn(language.id);
  const { value, edit } = useEdited<UiWords>(props, path, TITLE, FRESH_UI);
  const told = value?.texts?.[id];
  const at = ['texts', id];
  const put = (text: string) =>
    edit((all) => (told ? setIn(all, [...at, 'text'], text) : setIn(all, at, { from: stamp ?? '', text })));
  const stale = told !== undefined && stamp !== undefined && told.from !== stamp;
  return (
    <div data-place={placeOf(path, at)} className={useLayOut().tight}>
      <LongField
        label={`${inWords(id)} (${language.name})`}
        {...(!told && { hint: 'Residents see the English.' })}
        rows={1}
        lang={language.lang}
        value={told?.text ?? ''}
        problems={problemsUnder(props.work?.problems ?? [], path, at)}
        onChange={put}
      />
      {stale && <Fit stale onFits={() => edit((all) => setIn(all, [...at, 'from'], stamp))} />}
    </div>
  );
}

interface SentenceProps extends ViewProps {
  readonly id: string;
  readonly english: string;
  readonly edit: Edit;
  /** With the other languages from the start on. */
  readonly opened: boolean;
}

export function Sentence({ id, english, edit, opened, ...props }: SentenceProps) {
  const lay = useLayOut();
  const [open, setOpen] = useState(opened);
  const stamp = useStamp(english);
  const gaps = gapsIn(gapsOf(id));
  const at = ['texts', id];
  const name = inWords(id);
  return (
    <li className={lay.card}>
      <div data-place={placeOf(UI, at)}>
        <LongField
          label={name}
          {...(gaps && { hint: gaps })}
          rows={1}
          value={english}
          problems={problemsUnder(props.work?.problems ?? [], UI, at)}
          onChange={(value) => edit((text) => setIn(text, at, value))}
        />
      </div>
      <div>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={open}
          aria-label={`Other languages: ${name}`}
          onClick={() => setOpen(!open)}
        >
          Other languages
        </Button>
      </div>
      {open &&
        props.overview.languages.map((language) => (
          <InLanguage key={language.id} {...props} {...{ id, language, stamp }} />
        ))}
    </li>
  );
}
