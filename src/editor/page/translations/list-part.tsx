/** @jsxImportSource react */
/** A list of texts of a step in both languages. The other language may say it in more bubbles, or in fewer. */
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { Path } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import type { Edit } from '../dialogs/file.ts';
import { addItem } from '../dialogs/steps.ts';
import { Tools, useRows } from '../dialogs/texts.tsx';
import { English, Own, usePair } from './field.tsx';
import { type Bubble, OVERLAY_STEP_ORDER } from './model.ts';

interface ListPartProps {
  readonly legend: string;
  readonly one: string;
  readonly english: readonly string[];
  readonly own: readonly Bubble[];
  readonly file: string;
  readonly path: Path;
  readonly lang: string;
  readonly problems: readonly Marked[];
  readonly edit: Edit;
}

/** A new one is like the others: with a symbol where they have one. */
const blank = (own: readonly Bubble[]): Bubble =>
  typeof own[0] === 'object' ? { symbol: '💬', text: '' } : '';

export function ListPart({ legend, one, english, own, file, path, lang, problems, edit }: ListPartProps) {
  const rows = useRows();
  const pair = usePair();
  if (english.length === 0 && own.length === 0) return null;
  return (
    <fieldset className={rows.group}>
      <legend className={rows.legend}>{legend}</legend>
      {Array.from({ length: Math.max(english.length, own.length) }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two languages are matched by place
        <div key={`${own.length} ${n}`} className={pair.pair}>
          {english[n] === undefined ? <span /> : <English text={english[n]} />}
          {n < own.length && (
            <div className={rows.row}>
              <Own
                label={`${one} ${n + 1}`}
                value={own[n]}
                path={[...path, n]}
                {...{ file, lang, problems, edit }}
              />
              <Tools name={`${one.toLowerCase()} ${n + 1}`} at={n} of={own.length} {...{ path, edit }} />
            </div>
          )}
        </div>
      ))}
      <div className={pair.pair}>
        <span />
        <div>
          <Button
            size="small"
            icon={<AddRegular />}
            onClick={() => edit((all) => addItem(all, path, blank(own), own.length, OVERLAY_STEP_ORDER))}
          >
            Add a {one.toLowerCase()}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
