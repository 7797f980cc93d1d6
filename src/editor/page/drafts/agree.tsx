/** @jsxImportSource react */
/** One draft to look through: what changes, in words, and who must still agree. */
import { Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import { messageOf } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { OwnProps } from '../shell/views.tsx';
import { Broken } from './broken.tsx';
import { InWords } from './in-words.tsx';
import { Missing } from './missing.tsx';
import { useWords } from './use-words.ts';

export default function Agree({ rest, room, work, api, go, tell }: OwnProps) {
  const styles = useLayOut();
  const id = rest[0] ?? '';
  const open = work?.id === id ? work : null;
  useEffect(() => {
    room.openDraft(id).catch((error: unknown) => tell('error', messageOf(error)));
  }, [room, id, tell]);
  const words = useWords(open && (() => api.diff({ base: open.base, files: open.files })), open?.files, tell);
  if (!open) return <Spinner label="Opening the draft" />;
  const { view } = room.now();
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>What changes: {open.title}</h1>
      <Broken work={open} view={view} go={go} />
      {view && <Missing sentences={view.missing.filter((one) => one !== view.broken?.says)} />}
      <p className={styles.words}>
        Who approves a draft agrees to exactly the words below. If somebody changes it afterwards, it has to
        be approved again.
      </p>
      <h2 className={styles.heading}>In words</h2>
      {words ? <InWords words={words} /> : <Spinner label="Comparing" />}
    </div>
  );
}
