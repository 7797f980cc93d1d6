/** @jsxImportSource react */
/** The words of a page: a box, a row of buttons for all that is more than plain words, and a drawing of it. */
import { makeStyles, Toolbar, ToolbarButton } from '@fluentui/react-components';
import {
  ChatRegular,
  GlobeRegular,
  LinkRegular,
  PersonCallRegular,
  TextBoldRegular,
  TextBulletListRegular,
  TextHeader2Regular,
} from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { Marked, Overview } from '../../api.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { Choice } from '../kit/pick.tsx';
import { LongField } from '../kit/typed.tsx';
import { Drawing } from './drawing.tsx';
import { around, atLines, lineAt, type Spot } from './insert.ts';
import { Inserting, type Kind, type Lists } from './inserting.tsx';
import type { PageFile } from './page-file.ts';

const useStyles = makeStyles({ tools: { flexWrap: 'wrap', padding: 0 } });

const FRONT_DOOR: Choice = {
  id: 'front-door',
  name: "Whoever answers for children there and then (the council's team)",
};

/** What a page may name, from the lists that the page began with. */
function listsOf({ services, items }: Overview): Lists {
  const named = (kind: string) => items.filter((item) => item.kind === kind);
  return {
    services: [FRONT_DOOR, ...services.map(({ id, name }) => ({ id, name }))],
    dialogs: named('dialog').map(({ id, title }) => ({ id, name: title })),
    pages: [
      ...named('page').map(({ id, title }) => ({ id: id === 'home' ? '/' : `/${id}`, name: title })),
      { id: '/chat', name: 'The chat' },
      { id: '/news', name: 'News' },
    ],
  };
}

/** Problems of the words, each with the line of the box that it is on. */
const onItsLine = (problems: readonly Marked[], above: number): Marked[] =>
  problems.map((one) => {
    const line = Number(one.path[1]) - above;
    return line > 0 ? { ...one, what: `Line ${line}: ${one.what}` } : one;
  });

interface ToolsProps {
  readonly onMark: (change: (body: string, at: Spot) => string) => void;
  readonly onAsk: (kind: Kind) => void;
}

function Tools({ onMark, onAsk }: ToolsProps) {
  return (
    <Toolbar aria-label="Put into the words" className={useStyles().tools}>
      <ToolbarButton
        icon={<TextHeader2Regular />}
        onClick={() => onMark((body, at) => atLines(body, at, '## '))}
      >
        Heading
      </ToolbarButton>
      <ToolbarButton
        icon={<TextBulletListRegular />}
        onClick={() => onMark((body, at) => atLines(body, at, '- '))}
      >
        List
      </ToolbarButton>
      <ToolbarButton
        icon={<TextBoldRegular />}
        onClick={() => onMark((body, at) => around(body, at, '**', '**', 'important words'))}
      >
        Bold
      </ToolbarButton>
      <ToolbarButton icon={<LinkRegular />} onClick={() => onAsk('link')}>
        Link to a page
      </ToolbarButton>
      <ToolbarButton icon={<PersonCallRegular />} onClick={() => onAsk('hand-off')}>
        Card with numbers
      </ToolbarButton>
      <ToolbarButton icon={<GlobeRegular />} onClick={() => onAsk('website')}>
        Website
      </ToolbarButton>
      <ToolbarButton icon={<ChatRegular />} onClick={() => onAsk('chat')}>
        Button into the chat
      </ToolbarButton>
    </Toolbar>
  );
}

interface BodyProps {
  readonly file: PageFile;
  readonly overview: Overview;
  readonly problems: readonly Marked[];
}

export function Body({ file, overview, problems }: BodyProps) {
  const lay = useLayOut();
  const box = useRef<HTMLTextAreaElement>(null);
  const [asking, setAsking] = useState<Kind | null>(null);
  const spot = (): Spot => ({ from: box.current?.selectionStart ?? 0, to: box.current?.selectionEnd ?? 0 });
  const put = (kind: Kind, text: string) => {
    setAsking(null);
    const at = spot();
    file.write((body) =>
      kind === 'link' ? around(body, { from: at.to, to: at.to }, text, '', '') : lineAt(body, at, text),
    );
  };
  const lists = listsOf(overview);
  const nameOf = (id: string): string => lists.services.find((one) => one.id === id)?.name ?? id;
  const mark = (change: (body: string, at: Spot) => string) => {
    const at = spot();
    file.write((body) => change(body, at));
  };
  return (
    <div className={lay.halves}>
      <div className={lay.stack}>
        <Tools onMark={mark} onAsk={setAsking} />
        <LongField
          label="Words of the page"
          rows={12}
          box={box}
          hint="Leave an empty line between paragraphs. Never type a phone number: put in a card."
          value={file.body}
          problems={onItsLine(problems, file.above)}
          onChange={file.write}
        />
      </div>
      <Drawing body={file.body} nameOf={nameOf} />
      {asking && (
        <Inserting
          kind={asking}
          lists={lists}
          onPut={(text) => put(asking, text)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
