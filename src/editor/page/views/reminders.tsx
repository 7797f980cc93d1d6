/** @jsxImportSource react */
/** To do: what waits for somebody, due things first, each with what can be done about it. */
import { Badge, Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { CallCheckmarkRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { mayAgree } from '../kit/may.ts';
import { viewOf } from '../routes.ts';
import { type ToDo, toDo } from '../todo/lines.ts';
import type { ViewProps } from '../work.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** In the order in which they are shown. */
const GROUPS: Readonly<Record<ToDo['kind'], string>> = {
  off: 'The bot is switched off',
  'sent-back': 'Sent back to you',
  refused: 'Not shown to residents',
  hidden: 'Hidden numbers',
  asked: 'Waiting for your approval',
  ring: 'Numbers to ring',
  calendar: 'Calendar',
  translation: 'Translations',
  approval: 'Texts that nobody has approved',
  gate: 'Before the launch',
};

/** What each kind leads to. */
function where({ draft, path, service, kind }: ToDo): { to: string; label: string } | null {
  if (draft) return { to: `draft/${draft}`, label: 'Look at it' };
  if ((kind === 'hidden' || kind === 'asked') && service)
    return { to: `services/${service}`, label: 'Open the service' };
  if (service) return { to: `services/${service}`, label: 'Details' };
  if (path) return { to: viewOf(path), label: kind === 'approval' ? 'Open the first' : 'Open it' };
  return kind === 'translation' ? { to: 'translations', label: 'Open translations' } : null;
}

function Line({ reminder, ...props }: ViewProps & { reminder: ToDo }) {
  const { api, refresh, go } = props;
  const { busy, run } = useDoing(props);
  const lay = useLayOut();
  const { kind, text, service, due } = reminder;
  const target = where(reminder);
  return (
    <li className={`${lay.card} ${useStyles().line}`}>
      <div className={lay.row}>
        {due && <Badge color="danger">Due</Badge>}
        <span>{text}</span>
      </div>
      <div className={lay.row}>
        {kind === 'ring' && service && (
          <Button
            icon={<CallCheckmarkRegular />}
            disabled={busy}
            aria-label={`I rang it today: ${text}`}
            onClick={() =>
              run(() => api.rung(service).then(refresh), 'Thank you. Noted that you rang it today.')
            }
          >
            I rang it today
          </Button>
        )}
        {target && (
          <Button
            appearance="subtle"
            icon={<ChevronRightRegular />}
            iconPosition="after"
            aria-label={`${target.label}: ${text}`}
            onClick={() => go(target.to)}
          >
            {target.label}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Lines of a group that are shown before somebody asks for all. */
const FEW = 5;

function Group({ kind, lines, ...props }: ViewProps & { kind: ToDo['kind']; lines: readonly ToDo[] }) {
  const lay = useLayOut();
  const [all, setAll] = useState(false);
  return (
    <section className={lay.stack} aria-label={GROUPS[kind]}>
      <h2 className={lay.heading}>
        {GROUPS[kind]} ({lines.length})
      </h2>
      <ul className={lay.list}>
        {lines.slice(0, all ? lines.length : FEW).map((reminder) => (
          <Line
            key={`${reminder.service ?? reminder.draft ?? ''} ${reminder.text}`}
            {...props}
            reminder={reminder}
          />
        ))}
      </ul>
      {lines.length > FEW && (
        <div>
          <Button
            aria-expanded={all}
            aria-label={`${all ? 'Show fewer' : `Show all ${lines.length}`}: ${GROUPS[kind]}`}
            onClick={() => setAll(!all)}
          >
            {all ? 'Show fewer' : `Show all ${lines.length}`}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What somebody can do nothing about in the editor; it comes last. */
const forOthers = (kind: ToDo['kind'], { me }: ViewProps['overview']): boolean =>
  kind === 'gate' || (kind === 'approval' && !mayAgree(me));

export default function Reminders(props: ViewProps) {
  const lay = useLayOut();
  const { overview } = props;
  const reminders = toDo(overview);
  const groups = (Object.keys(GROUPS) as ToDo['kind'][])
    .map((kind) => ({ kind, lines: reminders.filter((one) => one.kind === kind) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ kind, lines }) => ({ kind, lines: [...lines].sort((a, b) => Number(b.due) - Number(a.due)) }))
    .sort((a, b) => Number(b.lines.some(({ due }) => due)) - Number(a.lines.some(({ due }) => due)))
    .sort((a, b) => Number(forOthers(a.kind, overview)) - Number(forOthers(b.kind, overview)));
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>To do</h1>
      {groups.length === 0 && (
        <MessageBar intent="success">
          <MessageBarBody>Nothing waits for you.</MessageBarBody>
        </MessageBar>
      )}
      {groups.map(({ kind, lines }) => (
        <Group key={kind} {...props} kind={kind} lines={lines} />
      ))}
    </div>
  );
}
