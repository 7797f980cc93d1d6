/** @jsxImportSource react */
/** What residents read of a service, and how they reach it. */
import { listed } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Lines } from '../kit/lines.tsx';
import { LongField, TextField } from '../kit/typed.tsx';
import { type FormProps, fields, orNone } from './fields.ts';
import { ORDER } from './registry.ts';

export function Reach(props: FormProps) {
  const { entry } = props;
  const { under, put } = fields(props);
  const optional = (key: 'phone' | 'web' | 'short', value: string) => {
    const next = orNone(value);
    if (next !== undefined || entry[key] !== undefined) put(next, key);
  };
  const word = entry.text?.word;
  const text = (to: string, code: string) => {
    const next = orNone(to) && { to, ...(orNone(code) && { word: code }) };
    if (next || entry.text) put(next || undefined, 'text');
  };
  return (
    <div className={useLayOut().fields}>
      <TextField
        label="Phone number"
        hint="Digits and spaces"
        value={entry.phone ?? ''}
        problems={under('phone')}
        onChange={(value) => optional('phone', value)}
      />
      <TextField
        label="Text to"
        hint="A number, if it takes texts"
        value={entry.text?.to ?? ''}
        problems={under('text')}
        onChange={(to) => text(to, word ?? '')}
      />
      <TextField
        label="Word to text"
        hint="In capitals, if it wants one"
        value={word ?? ''}
        onChange={(code) => text(entry.text?.to ?? '', code)}
      />
      <TextField
        label="Website"
        hint="Begins with https://"
        value={entry.web ?? ''}
        problems={under('web')}
        onChange={(value) => optional('web', value)}
      />
    </div>
  );
}

export function Words(props: FormProps) {
  const { entry, edit } = props;
  const { at, under, own, put } = fields(props);
  return (
    <>
      <div className={useLayOut().fields}>
        <TextField
          label="Name"
          required
          value={entry.name ?? ''}
          problems={under('name')}
          onChange={(value) => put(value, 'name')}
        />
        <TextField
          label="Short name"
          hint="On small buttons"
          value={entry.short ?? ''}
          problems={under('short')}
          onChange={(value) => (orNone(value) || entry.short) && put(orNone(value), 'short')}
        />
      </div>
      <LongField
        label="What residents read about it"
        required
        value={entry.says ?? ''}
        problems={under('says')}
        onChange={(value) => put(value, 'says')}
      />
      <Lines
        label="What happens when you get in touch"
        one="line"
        hint="Only what the service itself says."
        values={(entry['what-happens'] ?? []).map(String)}
        problems={own('what-happens')}
        problemsOf={(line) => under('what-happens', line)}
        onChange={(change) => edit((text) => listed(text, at('what-happens'), change, ORDER))}
      />
    </>
  );
}
