/** @jsxImportSource react */
/** The form of one pattern: what it is a sign of, the words, and the examples that hold it to its word. */
import { InteractionTag, InteractionTagPrimary, TagGroup } from '@fluentui/react-components';
import { setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { ProblemBars } from '../kit/bars.tsx';
import { Choose, choicesOf } from '../kit/choose.tsx';
import { fieldsAt } from '../kit/fields.ts';
import { changed, listed, type OpenFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Lines } from '../kit/lines.tsx';
import { ABOUT_NAMES, inWords, LEVEL_NAMES, VARIANT_NAMES } from '../kit/names.ts';
import { Pick } from '../kit/pick.tsx';
import type { Path } from '../kit/problems.tsx';
import { conceptsIn, ORDER, type Pattern } from './files.ts';
import { LanguageHelp } from './language.tsx';

export interface PatternProps {
  readonly pattern: Pattern;
  readonly n: number;
  readonly file: Pick<OpenFile<unknown>, 'path' | 'edit'>;
  readonly problems: readonly Marked[];
  readonly topics: readonly string[];
  readonly concepts: readonly string[];
  readonly go: (to: string) => void;
}

const ABOUT = [{ id: '', name: 'It does not say' }, ...choicesOf<string>(ABOUT_NAMES)];
const WITHIN = choicesOf({
  clause: 'In the same part of a sentence',
  message: 'Anywhere in the message',
});

const fields = ({ n, file, problems }: PatternProps) => fieldsAt(file, ['patterns', n], problems, ORDER);

function Meaning(props: PatternProps) {
  const { pattern, topics, file } = props;
  const { own, put, at } = fields(props);
  const level = (value: string) =>
    file.edit((text) => {
      const set = setIn(text, at('level'), value, ORDER);
      if (value === 'urgent') return pattern.variant ? set : setIn(set, at('variant'), 'danger', ORDER);
      return pattern.variant ? changed(set, at('variant'), undefined) : set;
    });
  return (
    <div className={useLayOut().fields}>
      <Choose
        label="Level"
        choices={choicesOf(LEVEL_NAMES)}
        value={pattern.level ?? 'concern'}
        problems={own('level')}
        onPick={level}
      />
      {pattern.level === 'urgent' && (
        <Choose
          label="Which urgent card"
          choices={choicesOf(VARIANT_NAMES)}
          value={pattern.variant ?? 'danger'}
          problems={own('variant')}
          onPick={(value) => put(value, 'variant')}
        />
      )}
      <Pick
        label="Topic"
        choices={topics.map((id) => ({ id, name: inWords(id) }))}
        value={pattern.topic ?? ''}
        problems={own('topic')}
        onPick={(value) => put(value, 'topic')}
      />
      <Choose
        label="About whom"
        choices={ABOUT}
        value={pattern.about ?? ''}
        problems={own('about')}
        onPick={(value) => (value || pattern.about) && put(value || undefined, 'about')}
      />
      <Choose
        label="All lines must stand"
        choices={WITHIN}
        value={pattern.within ?? 'clause'}
        problems={own('within')}
        onPick={(value) => put(value, 'within')}
      />
    </div>
  );
}

/** The concepts that the lines name, each a way to its own form; and one to be put in. */
function ConceptChips(props: PatternProps) {
  const { pattern, concepts, go } = props;
  const { put } = fields(props);
  const lay = useLayOut();
  const all = (pattern.all ?? []).map(String);
  const used = [...new Set([...all, ...(pattern.unless ?? []).map(String)].flatMap(conceptsIn))];
  const add = (id: string) => put(`${all.at(-1) ?? ''} {${id}}`.trim(), 'all', Math.max(0, all.length - 1));
  return (
    <>
      {used.length > 0 && (
        <div className={lay.tight}>
          <span id="concepts-used">Concepts in these lines</span>
          <TagGroup aria-labelledby="concepts-used" className={lay.row}>
            {used.map((id) => (
              <InteractionTag key={id} value={id} size="small">
                <InteractionTagPrimary onClick={() => go(`risk/concepts/${id}`)}>{id}</InteractionTagPrimary>
              </InteractionTag>
            ))}
          </TagGroup>
        </div>
      )}
      <Pick
        label="Add a concept to the last line"
        choices={concepts.map((id) => ({ id, name: id }))}
        value=""
        onPick={add}
      />
    </>
  );
}

export function PatternForm(props: PatternProps) {
  const { pattern, file } = props;
  const { at, own, under } = fields(props);
  const strings = (values: readonly unknown[] | undefined) => (values ?? []).map(String);
  const { all, unless, examples } = pattern;
  const texts = [all, unless, examples?.hit, examples?.miss].flatMap(strings);
  // The check names the pattern, and quotes the line or example that it means.
  const quotes = ({ what }: Marked, text: string) => text !== '' && what.includes(`"${text}"`);
  const list = (
    path: Path,
    label: string,
    one: string,
    values: readonly string[],
    least: number,
    hint?: string,
  ) => (
    <Lines
      {...{ label, one, values, least }}
      {...(hint && { hint })}
      problems={own(...path)}
      problemsOf={(line) => [
        ...under(...path, line),
        ...own().filter((one) => quotes(one, values[line] ?? '')),
      ]}
      onChange={(change) => file.edit((text) => listed(text, at(...path), change, ORDER))}
    />
  );
  return (
    <div className={useLayOut().stack}>
      <ProblemBars problems={own().filter((one) => !texts.some((text) => quotes(one, text)))} />
      <Meaning {...props} />
      <LanguageHelp />
      {list(['all'], 'Words that must all be there', 'line', strings(all), 1)}
      {list(['unless'], 'Unless one of these is there too', 'line', strings(unless), 0)}
      <ConceptChips {...props} />
      {list(
        ['examples', 'hit'],
        'Must be noticed',
        'example',
        strings(examples?.hit),
        1,
        "Made up by you. Never a real child's words or name.",
      )}
      {list(['examples', 'miss'], 'Must not be noticed', 'example', strings(examples?.miss), 1)}
    </div>
  );
}
