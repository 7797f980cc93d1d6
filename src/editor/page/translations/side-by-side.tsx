/** @jsxImportSource react */
/** One dialog in two languages, text by text. */
import { Badge, Button, Spinner } from '@fluentui/react-components';
import { setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { useEdited } from '../dialogs/file.ts';
import type { DialogText } from '../dialogs/model.ts';
import { overlayOf } from '../dialogs/overlays.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { OwnProps } from '../shell/views.tsx';
import { Pair } from './field.tsx';
import { freshOverlay, type OverlayText } from './model.ts';
import { useStamps } from './stamp.ts';
import { StepSide } from './step.tsx';

const NO_PROBLEMS: readonly Marked[] = [];
const NO_WORDS: OverlayText = {};

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
  const stale = words.title !== undefined && stamps !== undefined && words.title.from !== stamps.title;
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>{name}</h1>
      <p className={styles.words}>
        English on one side, {known.name} on the other. Residents see the English wherever the translation is
        missing or its English has changed.
      </p>
      <div>
        <Button onClick={() => go(`dialog/${id}`)}>Open the English</Button>
      </div>
      <section className={styles.card} aria-label="Title">
        {stale && (
          <div className={styles.row}>
            <Badge appearance="tint" color="warning">
              The English has changed
            </Badge>
            <Button onClick={() => overlay.edit((all) => setIn(all, ['title', 'from'], stamps?.title ?? ''))}>
              It fits the English now
            </Button>
          </div>
        )}
        <Pair
          label="Title"
          english={english.value.title}
          value={words.title?.text}
          file={file}
          path={['title', 'text']}
          lang={known.lang}
          problems={problems}
          edit={(change) =>
            overlay.edit((all) =>
              change(
                words.title
                  ? all
                  : setIn(all, ['title'], { from: stamps?.title ?? '', text: '' }, [
                      'version',
                      'of',
                      'approved',
                      'title',
                      'steps',
                    ]),
              ),
            )
          }
        />
      </section>
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
