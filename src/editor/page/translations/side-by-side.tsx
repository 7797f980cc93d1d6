/** @jsxImportSource react */
/** One dialog in two languages, text by text. */
import { Button, Spinner } from '@fluentui/react-components';
import { setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { Approval } from '../approvals/approval.tsx';
import { type Edit, useEdited } from '../dialogs/file.ts';
import type { DialogText } from '../dialogs/model.ts';
import { overlayOf } from '../dialogs/overlays.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { OwnProps } from '../shell/views.tsx';
import { Pair } from './field.tsx';
import { freshOverlay, OVERLAY_ORDER, type OverlayText } from './model.ts';
import { useStamps } from './stamp.ts';
import { Fit, StepSide } from './step.tsx';

const NO_PROBLEMS: readonly Marked[] = [];
const NO_WORDS: OverlayText = {};

interface TitleProps {
  readonly file: string;
  readonly lang: string;
  readonly english: string | undefined;
  readonly words: OverlayText;
  /** Of the English title; undefined while it is made. */
  readonly stamp: string | undefined;
  readonly problems: readonly Marked[];
  readonly edit: Edit;
}

function Title({ file, lang, english, words, stamp, problems, edit }: TitleProps) {
  const styles = useLayOut();
  const stale = words.title !== undefined && stamp !== undefined && words.title.from !== stamp;
  const begun = (all: string): string =>
    words.title ? all : setIn(all, ['title'], { from: stamp ?? '', text: '' }, OVERLAY_ORDER);
  return (
    <section className={styles.card} aria-label="Title">
      {stale && <Fit stale onFits={() => edit((all) => setIn(all, ['title', 'from'], stamp))} />}
      <Pair
        label="Title"
        value={words.title?.text}
        path={['title', 'text']}
        {...{ file, lang, english, problems }}
        edit={(change) => edit((all) => change(begun(all)))}
      />
    </section>
  );
}

export default function SideBySide(props: OwnProps) {
  const styles = useLayOut();
  const { overview, work, rest, go } = props;
  const [language = '', id = ''] = rest;
  const known = overview.languages.find((one) => one.id === language);
  const title = overview.items.find(({ path }) => path === `dialogs/${id}.yaml`)?.title ?? id;
  const name = `${title}: ${known?.name ?? language}`;
  const english = useEdited<DialogText>(props, `dialogs/${id}.yaml`, name);
  const file = overlayOf(language, id);
  const overlay = useEdited<OverlayText>(props, file, name, freshOverlay(id));
  const stamps = useStamps(english.value?.title, english.value?.steps);
  if (!known || english.value === null) return <p>There is no such translation.</p>;
  if (!english.value || overlay.value === undefined) return <Spinner label="Opening the translation" />;
  const words = overlay.value ?? NO_WORDS;
  const problems = work?.problems ?? NO_PROBLEMS;
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>{name}</h1>
      <p className={styles.words}>
        English on one side, {known.name} on the other. Residents see the English wherever the translation is
        missing or its English has changed, and as long as nobody has approved the words.
      </p>
      <Approval {...props} path={file} language={known.name} />
      <div>
        <Button onClick={() => go(`dialog/${id}`)}>Open the English</Button>
      </div>
      <Title
        {...{ file, problems, words }}
        lang={known.lang}
        english={english.value.title}
        stamp={stamps?.title}
        edit={overlay.edit}
      />
      <ol className={styles.list}>
        {Object.entries(english.value.steps ?? {}).map(([step, own]) => (
          <StepSide
            key={step}
            {...{ file, problems }}
            id={step}
            lang={known.lang}
            english={own}
            words={words.steps?.[step]}
            stamp={stamps?.steps[step]}
            edit={overlay.edit}
          />
        ))}
      </ol>
    </div>
  );
}
