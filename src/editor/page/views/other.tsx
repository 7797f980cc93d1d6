/** @jsxImportSource react */
/** Words and lists that are no dialog, page or service: each a part of its own. */
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { useLayOut } from '../kit/lay-out.ts';
import { Areas } from '../other/areas.tsx';
import { Calendar } from '../other/calendar.tsx';
import { Commands } from '../other/commands.tsx';
import { Glossary } from '../other/glossary.tsx';
import type { PartProps } from '../other/part.ts';
import { Places } from '../other/places.tsx';
import { Words } from '../other/words.tsx';
import { useRoute } from '../routes.ts';
import type { ViewProps } from '../work.ts';

interface Part {
  readonly name: string;
  readonly says: string;
  /** Whether a change needs the safeguarding lead too. */
  readonly lead: boolean;
  readonly View: ComponentType<PartProps>;
}

const PARTS: Readonly<Record<string, Part>> = {
  words: {
    name: 'Words of the chat',
    says: 'Every sentence and label that stands around the dialogs, the pages and the numbers.',
    lead: true,
    View: Words,
  },
  commands: {
    name: 'Commands',
    says: 'Buttons that work at any time, and what people type for them.',
    lead: true,
    View: Commands,
  },
  calendar: {
    name: 'Bank holidays',
    says: 'On these days other opening hours are shown.',
    lead: true,
    View: Calendar,
  },
  glossary: {
    name: 'Hard and harmful words',
    says: 'The check holds every text to these lists.',
    lead: false,
    View: Glossary,
  },
  places: {
    name: 'Places',
    says: 'Towns and villages, how people spell them, and which area each is in.',
    lead: true,
    View: Places,
  },
  areas: {
    name: 'Areas and their front doors',
    says: 'Who is to be rung in each area.',
    lead: true,
    View: Areas,
  },
};

export default function Other(props: ViewProps) {
  const lay = useLayOut();
  const [id = 'words', wanted = ''] = useRoute().rest;
  const part = PARTS[id];
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>Other words</h1>
      <nav className={lay.row} aria-label="Parts of other words">
        {Object.entries(PARTS).map(([key, { name }]) => (
          <Link key={key} href={`#other/${key}`} inline={key === id} aria-current={key === id && 'page'}>
            {name}
          </Link>
        ))}
      </nav>
      {!part && (
        <MessageBar intent="warning">
          <MessageBarBody>There is no such part. Choose one.</MessageBarBody>
        </MessageBar>
      )}
      {part && (
        <>
          <h2 className={lay.heading}>{part.name}</h2>
          <p className={lay.words}>
            {part.says} Changes go into your draft.{' '}
            {part.lead
              ? 'The safeguarding lead and one more person have to agree to them.'
              : 'One other person has to agree to them.'}
          </p>
          <part.View key={`${id} ${wanted}`} {...props} wanted={wanted} />
        </>
      )}
    </div>
  );
}
