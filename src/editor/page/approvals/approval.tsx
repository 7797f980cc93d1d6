/** @jsxImportSource react */
/** Who has approved the words of a file as they are live, and the button for those who may. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Approved, Item } from '../../api.ts';
import { dayInWords } from '../kit/days.ts';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { mayAgree } from '../kit/may.ts';
import { roleInWords } from '../kit/names.ts';
import type { ViewProps } from '../work.ts';
import { Meaning } from './meaning.tsx';

const useStyles = makeStyles({
  well: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
});

/** As "Approved by the safeguarding lead on 22 November 2026 (you)". */
function sentenceOf({ role, on, by }: Approved, me: string): string {
  return `Approved by ${roleInWords(role)} on ${dayInWords(on)}${by === me ? ' (you)' : ''}.`;
}

function Said({ approved, me }: { readonly approved: readonly Approved[]; readonly me: string }) {
  const lay = useLayOut();
  const styles = useStyles();
  if (approved.length === 0)
    return (
      <Badge appearance="tint" color="warning">
        Nobody has approved these words yet
      </Badge>
    );
  return (
    <ul className={lay.list}>
      {approved.map((one) => (
        <li key={`${one.by} ${one.role} ${one.on}`} className={lay.row}>
          <CheckmarkCircleRegular className={styles.well} aria-hidden />
          <span>{sentenceOf(one, me)}</span>
        </li>
      ))}
    </ul>
  );
}

interface TextProps extends ViewProps {
  readonly item: Item & { readonly approved: readonly Approved[] };
  /** Of a translation: the name of its language. */
  readonly language: string | undefined;
}

function OneText({ item, language, ...props }: TextProps) {
  const { api, overview, work, refresh } = props;
  const lay = useLayOut();
  const { busy, run } = useDoing(props);
  const [asking, setAsking] = useState(false);
  const { me, live } = overview;
  const { path, approved, title } = item;
  const own = approved.some(({ by }) => by === me.person);
  // What the page shows is then not what residents see.
  const drafted = work !== null && (Object.hasOwn(work.files, path) || work.base !== live);
  const approve = () =>
    run(() => api.approveText({ path, version: live }), 'Thank you. Noted that you approve these words.')
      // It may have been refused because the words are others now.
      .then(() => refresh().catch(() => undefined))
      .then(() => setAsking(false));
  const takeBack = () =>
    run(() => api.takeBackText(path).then(refresh), 'Your approval of these words is taken back.');
  return (
    <section className={lay.row} aria-label={`Approval of ${title}`}>
      <Said approved={approved} me={me.person} />
      {mayAgree(me) && !own && (
        <Button size="small" disabled={busy || drafted} onClick={() => setAsking(true)}>
          I have read all of it and approve it
        </Button>
      )}
      {own && (
        <Button size="small" appearance="subtle" disabled={busy} onClick={takeBack}>
          Take my approval back
        </Button>
      )}
      {mayAgree(me) && !own && drafted && (
        <span className={lay.quiet}>
          To approve it, publish or close the draft first: only what residents see can be approved.
        </span>
      )}
      {asking && <Meaning {...{ title, language, busy }} onDo={approve} onClose={() => setAsking(false)} />}
    </section>
  );
}

/** @param props.path the file; nothing is shown of one that is not live, or needs no approval */
export function Approval({ path, language, ...props }: ViewProps & { path: string; language?: string }) {
  const item = props.overview.items.find((one) => one.path === path);
  if (!item?.approved) return null;
  return <OneText {...props} item={{ ...item, approved: item.approved }} language={language} />;
}
