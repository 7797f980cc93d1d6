/** @jsxImportSource react */
/**
 * A frame with the chat in it. A frame, so that the chat's styles meet nothing of the editor's, and its widths, sizes
 * and colours are those of a small window of its own.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { AppProps } from '../../../widget/app.tsx';
import { clear, drawTalk, follow } from './drawn.tsx';

const useStyles = makeStyles({
  frame: {
    width: '100%',
    maxWidth: '26rem',
    height: '40rem',
    maxHeight: '80vh',
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxSizing: 'border-box',
  },
});

interface TalkFrameProps extends AppProps {
  readonly title: string;
  /** A link was pressed: it leads nowhere. */
  readonly onLink: (label: string) => void;
}

export function TalkFrame({ title, onLink, ...app }: TalkFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  // Some browsers put another empty document into the frame after a moment.
  const [inside, setInside] = useState<Document | null>(null);
  const said = app.talk.items.filter(({ kind }) => kind !== 'notice').length;
  useEffect(() => setInside(frame.current?.contentDocument ?? null), []);
  useEffect(() => {
    if (inside) drawTalk(inside, app);
  });
  // Not when only the words of earlier answers change: who reads them stays where they are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (inside) follow(inside);
  }, [inside, said]);
  useEffect(() => {
    if (!inside) return;
    const stop = (event: Event) => {
      const link = (event.target as Element | null)?.closest?.('a');
      if (!link) return;
      event.preventDefault();
      onLink(link.textContent ?? '');
    };
    inside.addEventListener('click', stop);
    return () => inside.removeEventListener('click', stop);
  }, [inside, onLink]);
  useEffect(() => (inside ? () => clear(inside) : undefined), [inside]);
  return (
    <iframe
      ref={frame}
      title={title}
      className={useStyles().frame}
      onLoad={() => setInside(frame.current?.contentDocument ?? null)}
    />
  );
}
