/** @jsxImportSource react */
/** What is said of a service in the other languages, beside its English. */
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { setIn } from '../../../content/edit.ts';
import type { Overview } from '../../api.ts';
import { fieldsAt } from '../kit/fields.ts';
import { listed, useFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Lines } from '../kit/lines.tsx';
import { LongField, TextField } from '../kit/typed.tsx';
import type { ViewProps } from '../work.ts';
import type { Entry } from './registry.ts';

interface Told {
  readonly name?: string;
  readonly says?: string;
  readonly 'what-happens'?: readonly string[];
}

const ORDER = ['from', 'name', 'short', 'says', 'silent', 'what-happens', 'bands', 'note'];
/** The check names the mark of today's English. */
const STAMP = /from: ([0-9a-f]{8})/;

interface LanguageProps extends ViewProps {
  readonly entry: Entry;
  readonly language: Overview['languages'][number];
}

function Language(props: LanguageProps) {
  const { entry, language, work } = props;
  const lay = useLayOut();
  const path = `content/${language.id}/services.yaml`;
  const file = useFile<{ services?: Record<string, Told> }>(props, path, `${entry.name} in ${language.name}`);
  if (typeof file.text !== 'string') return null;
  const id = entry.id ?? '';
  const told = file.value?.services?.[id] ?? {};
  const { at, under, put } = fieldsAt(file, ['services', id], work?.problems ?? [], ORDER);
  const stamp = under()
    .map(({ mend }) => STAMP.exec(mend)?.[1])
    .find(Boolean);
  return (
    <section className={lay.stack} aria-label={language.name}>
      <h3 className={lay.heading}>{language.name}</h3>
      {stamp && (
        <MessageBar intent="warning">
          <MessageBarBody>
            These words were made from older English. Mend them, then{' '}
            <Button size="small" onClick={() => file.edit((text) => setIn(text, at('from'), stamp, ORDER))}>
              They are right now
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={lay.quiet}>In English: {entry.name}</div>
      <TextField
        label={`Name (${language.name})`}
        hint="Empty: the English name"
        lang={language.lang}
        value={told.name ?? ''}
        problems={under('name')}
        onChange={(value) => (value || told.name) && put(value || undefined, 'name')}
      />
      <div className={lay.quiet}>In English: {entry.says}</div>
      <LongField
        label={`What residents read (${language.name})`}
        lang={language.lang}
        value={told.says ?? ''}
        problems={under('says')}
        onChange={(value) => put(value, 'says')}
      />
      {(entry['what-happens'] ?? []).length > 0 && (
        <>
          <div className={lay.quiet}>In English: {(entry['what-happens'] ?? []).join(' ')}</div>
          <Lines
            label={`What happens (${language.name})`}
            one="line"
            lang={language.lang}
            values={told['what-happens'] ?? []}
            problemsOf={(n) => under('what-happens', n)}
            onChange={(change) => file.edit((text) => listed(text, at('what-happens'), change, ORDER))}
          />
        </>
      )}
    </section>
  );
}

export function Translations({ entry, ...props }: ViewProps & { readonly entry: Entry }) {
  return (
    <>
      {props.overview.languages.map((language) => (
        <Language key={language.id} {...props} entry={entry} language={language} />
      ))}
    </>
  );
}
