/** The table that `npm run check` ends with: how much there is, how plain it is, and what the launch gate still wants. */

import { coverage } from '../content/checks/overlays.ts';
import { type Graded, grades, median } from '../content/checks/plain-words.ts';
import type { ContentFiles } from '../content/files.ts';
import { grouped } from '../content/grouped.ts';
import type { Problem } from '../content/problem.ts';

const PLURAL: Readonly<Record<Graded['kind'], string>> = {
  dialog: 'dialogs',
  page: 'pages',
  news: 'news',
  interface: 'interface',
  services: 'services',
};

/** Rows as aligned columns; the first row is the head. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  '),
  );
}

function reading(files: ContentFiles): string[] {
  const steps = new Map(files.dialogs.map(({ value }) => [value.id, Object.keys(value.steps).length]));
  const rows = [['', 'texts', 'steps', 'words', 'grade: middle', 'worst']];
  for (const [name, group] of grouped(
    grades(files),
    ({ kind, locale, reader }) => `${PLURAL[kind]}, ${reader}, ${locale}`,
  )) {
    const graded = group.flatMap(({ grade }) => grade ?? []);
    const worst = group.toSorted((a, b) => (b.grade ?? 0) - (a.grade ?? 0))[0];
    const stepped = group[0]?.kind === 'dialog';
    rows.push([
      name,
      String(group.length),
      stepped ? String(group.reduce((sum, { id }) => sum + (steps.get(id) ?? 0), 0)) : '',
      String(group.reduce((sum, { words }) => sum + words, 0)),
      graded.length > 0 ? median(graded).toFixed(1) : 'not English',
      graded.length > 0 ? `${worst?.grade?.toFixed(1)} ${worst?.id}` : '',
    ]);
  }
  return columns(rows);
}

const count = <T>(list: readonly T[], fits: (one: T) => boolean): number => list.filter(fits).length;

/**
 * @param gate what `--release` would refuse today (content/release.ts)
 * @returns lines to print
 */
export function checkTable(files: ContentFiles, gate: readonly Problem[]): string[] {
  const services = files.services.value.services;
  const wants = grouped(gate, ({ what }) =>
    what
      .replace(/^[a-z0-9-]+: /, '')
      .replace(/\(last .*/, '')
      .replace(/^not signed.*/, 'points of the launch checklist not signed'),
  );
  return [
    ...reading(files),
    '',
    `services: ${count(services, (one) => one.confidence === 'high')} of high confidence, ` +
      `${count(services, (one) => one.confidence === 'medium')} of medium; ${count(services, (one) => one.rung !== null)} rung`,
    ...coverage(files).map(
      ({ locale, ready, missing }) =>
        `words in ${locale}: ${ready} ready, ${missing.length} missing or stale`,
    ),
    `the launch gate is ${gate.length === 0 ? 'open' : `shut: ${gate.length} points`}`,
    ...[...wants].map(([what, list]) => `  ${list.length} x ${what.trim()}`),
  ];
}
