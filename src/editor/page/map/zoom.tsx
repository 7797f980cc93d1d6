/** @jsxImportSource react */
/** A window onto a drawing that is larger than it: buttons, Ctrl and the wheel, + - 0 on the keyboard; arrows move it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowFitRegular, ZoomInRegular, ZoomOutRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useLayOut } from '../kit/lay-out.ts';

const STEP = 1.25;
const LEAST = 0.1;
const MOST = 4;
/** A drawing begins no smaller than it can be read. */
const READABLE = 0.6;

const useStyles = makeStyles({
  window: {
    overflow: 'auto',
    height: '65vh',
    minHeight: '16rem',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

const within = (scale: number): number => Math.min(MOST, Math.max(LEAST, scale));

interface ZoomProps {
  readonly label: string;
  /** How wide the drawing is at scale 1. */
  readonly width: number;
  readonly draw: (scale: number) => ReactNode;
}

export function Zoom({ label, width, draw }: ZoomProps) {
  const lay = useLayOut();
  const view = useRef<HTMLElement>(null);
  const [scale, setScale] = useState(1);
  /** @param least no smaller than this */
  const toWidth = (least = LEAST) => {
    const room = view.current?.clientWidth ?? 0;
    if (room > 0 && width > 0) setScale(within(Math.max(least, Math.min(1, room / width))));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing is fitted once
  useEffect(() => toWidth(READABLE), [width]);
  useEffect(() => {
    const box = view.current;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      // Else the browser zooms the whole page.
      event.preventDefault();
      setScale((now) => within(event.deltaY < 0 ? now * STEP : now / STEP));
    };
    box?.addEventListener('wheel', turn, { passive: false });
    return () => box?.removeEventListener('wheel', turn);
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') setScale(within(scale * STEP));
    else if (event.key === '-') setScale(within(scale / STEP));
    else if (event.key === '0') toWidth();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <fieldset className={lay.group} aria-label="Size of the drawing">
        <Button icon={<ZoomInRegular />} onClick={() => setScale(within(scale * STEP))}>
          Larger
        </Button>
        <Button icon={<ZoomOutRegular />} onClick={() => setScale(within(scale / STEP))}>
          Smaller
        </Button>
        <Button icon={<ArrowFitRegular />} onClick={() => toWidth()}>
          Fit to width
        </Button>
        <span role="status">{Math.round(scale * 100)} %</span>
        <span className={lay.quiet}>On the drawing: + and − for the size, 0 to fit, arrows to move.</span>
      </fieldset>
      <section
        ref={view}
        className={useStyles().window}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it takes the keyboard
        tabIndex={0}
        aria-label={label}
        onKeyDown={press}
      >
        {draw(scale)}
      </section>
    </>
  );
}
