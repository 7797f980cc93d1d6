/** Tables and figures as text. */
import type { Interval } from './interval.ts';

type Row = readonly string[];

/** The first column to the left, all others to the right, two spaces between. */
export function textTable(head: Row, rows: readonly Row[]): string {
  const widths = head.map((cell, n) => Math.max(cell.length, ...rows.map((row) => row[n]?.length ?? 0)));
  const line = (row: Row): string =>
    row
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** The same as Markdown, to be pasted into a document. */
export function markdownTable(head: Row, rows: readonly Row[]): string {
  const line = (row: Row): string => `| ${row.join(' | ')} |`;
  const marks = head.map((_, n) => (n === 0 ? '---' : '---:'));
  return [line(head), line(marks), ...rows.map(line)].join('\n');
}

const fixed = (value: number, digits: number): string =>
  Number.isNaN(value) ? '-' : value.toFixed(digits).replace(/^-(0(?:\.0*)?)$/, '$1');

/** 0.9312 -> 93.1% */
export const percent = (share: number): string => (Number.isNaN(share) ? '-' : `${fixed(share * 100, 1)}%`);

/** 0.93 (0.91 to 0.95) -> 93.0% (91.0-95.0) */
export const percentWithin = ({ value, low, high }: Interval): string =>
  Number.isNaN(value) ? '-' : `${percent(value)} (${fixed(low * 100, 1)}-${fixed(high * 100, 1)})`;

/** A difference of shares in points of a hundred, with its sign: 0.12 (0.08 to 0.15) -> +12.0 (+8.0 to +15.0) */
export const pointsWithin = ({ value, low, high }: Interval): string => {
  const points = (share: number): string => `${share > 0 ? '+' : ''}${fixed(share * 100, 1)}`;
  return Number.isNaN(value) ? '-' : `${points(value)} (${points(low)} to ${points(high)})`;
};

/** A plain number to two or more digits after the point. */
export const decimal = (value: number, digits = 2): string => fixed(value, digits);

/** A heading with what stands under it. */
export const section = (title: string, ...blocks: readonly string[]): string =>
  [`== ${title} ==`, ...blocks].join('\n\n');
