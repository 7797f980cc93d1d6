/** @jsxImportSource react */
/** Begins a page or an item of news from its title: its name and its file are made for you. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

interface NewProps {
  readonly what: string;
  readonly onNew: (title: string) => void;
}

export function NewPaper({ what, onNew }: NewProps) {
  const [title, setTitle] = useState('');
  return (
    <form
      className={useStyles().form}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim()) onNew(title.trim());
      }}
    >
      <Field label={`Title of a new ${what}`}>
        <Input value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Button type="submit" icon={<AddRegular />} disabled={title.trim() === ''}>
        Begin it
      </Button>
    </form>
  );
}
