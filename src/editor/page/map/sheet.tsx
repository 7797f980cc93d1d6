/** @jsxImportSource react */
/** The drawing of one map: boxes that lead on, lines between them, and a mark on each box that needs mending. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Box, Line, Panel } from '../../../map/graph.ts';
import type { Marked } from '../../api.ts';
import { said } from '../kit/problems.tsx';
import { addressOf, markOf } from './places.ts';

/** Room around the drawing, for the marks above the boxes. */
const EDGE = 16;
const MARK = { width: 92, height: 22 };

export const useBoxStyles = makeStyles({
  sheet: { display: 'block', fontFamily: tokens.fontFamilyBase },
  link: {
    ':focus-visible': { outlineStyle: 'none' },
    ':focus-visible > rect:first-of-type': { stroke: tokens.colorStrokeFocus2, strokeWidth: '3px' },
    ':hover > rect:first-of-type': { strokeWidth: '2.5px' },
  },
  box: {
    stroke: tokens.colorNeutralStrokeAccessible,
    fill: tokens.colorNeutralBackground1,
    strokeWidth: '1px',
  },
  step: {},
  dialog: {},
  card: { fill: tokens.colorPaletteGreenBackground1, stroke: tokens.colorPaletteGreenBorderActive },
  'way-out': { strokeDasharray: '5 4', fill: tokens.colorNeutralBackground3 },
  urgent: { fill: tokens.colorPaletteRedBackground1, stroke: tokens.colorPaletteRedBorderActive },
  text: { fill: tokens.colorNeutralForeground1, fontSize: '12px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  line: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '1.2px' },
  arrow: { fill: tokens.colorNeutralStrokeAccessible },
  error: { fill: tokens.colorStatusDangerBackground3 },
  warning: { fill: tokens.colorNeutralForeground1 },
  markText: { fill: tokens.colorNeutralBackground1, fontSize: '12px', fontWeight: tokens.fontWeightSemibold },
  errorText: { fill: tokens.colorNeutralForegroundOnBrand },
});

const Way = ({ line: { points, label } }: { readonly line: Line }) => {
  const styles = useBoxStyles();
  const path = points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return (
    <g>
      {label && <title>{label}</title>}
      <path className={styles.line} d={path} markerEnd="url(#map-arrow)" />
    </g>
  );
};

/** An icon, a colour and the words. */
function Mark({ box, problems }: { readonly box: Box; readonly problems: readonly Marked[] }) {
  const styles = useBoxStyles();
  const mark = markOf(problems);
  if (!mark) return null;
  const x = box.x + box.width - MARK.width + 6;
  const y = box.y - MARK.height / 2;
  const ink = mergeClasses(styles.markText, mark.grade === 'error' && styles.errorText);
  return (
    <g data-problems={mark.grade}>
      <title>{problems.map(said).join('\n')}</title>
      <rect className={styles[mark.grade]} x={x} y={y} {...MARK} rx={11} />
      <text className={ink} x={x + 10} y={y + 15}>
        {mark.grade === 'error' ? '✕' : '!'} {mark.text}
      </text>
    </g>
  );
}

/** About how wide a letter is: what would be wider than its box is drawn narrower. */
const LETTER = 6.5;
const BOLD = 7.4;
const squeezed = (text: string, room: number, letter: number) =>
  text.length * letter > room ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' as const } : {};

function Node({ box, problems }: { readonly box: Box; readonly problems: readonly Marked[] }) {
  const styles = useBoxStyles();
  return (
    <a className={styles.link} href={addressOf(box)} data-box={box.id}>
      <rect
        className={mergeClasses(styles.box, styles[box.kind])}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={box.kind === 'way-out' ? 16 : 8}
      />
      {box.lines.map((line, n) => (
        <text
          // The lines of a box have no name of their own.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={n}
          className={mergeClasses(styles.text, n === 0 && styles.name)}
          x={box.x + 10}
          y={box.y + 22 + n * 16}
          {...squeezed(line, box.width - 20, n === 0 ? BOLD : LETTER)}
        >
          {line}
        </text>
      ))}
      <Mark box={box} problems={problems} />
    </a>
  );
}

interface SheetProps {
  readonly panel: Panel;
  readonly problems: Readonly<Record<string, readonly Marked[]>>;
  /** 1: as large as it was laid out. */
  readonly scale: number;
}

export const widthOf = ({ width }: Panel): number => width + 2 * EDGE;

export function Sheet({ panel, problems, scale }: SheetProps) {
  const styles = useBoxStyles();
  const [width, height] = [widthOf(panel), panel.height + 2 * EDGE];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      className={styles.sheet}
      viewBox={`${-EDGE} ${-EDGE} ${width} ${height}`}
      width={width * scale}
      height={height * scale}
      role="group"
      aria-label={`Drawing: ${panel.title}`}
    >
      <defs>
        <marker
          id="map-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path className={styles.arrow} d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {panel.lines.map((line) => (
        <Way key={`${line.from} ${line.to}`} line={line} />
      ))}
      {panel.boxes.map((box) => (
        <Node key={box.id} box={box} problems={problems[box.id] ?? []} />
      ))}
    </svg>
  );
}
