/**
 * The launch gate: what must be true before the public sees it. Warnings in the daily check, errors with
 * `--release`. Only real people can open it: by ringing numbers, approving texts and signing the checklist.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFiles, wordFiles } from './files.ts';
import { errorIn, type Problem } from './problem.ts';
import type { ServiceEntry } from './schema.ts';
import type { Path, Source } from './yaml.ts';

export const CHECKLIST = 'deploy/launch-checklist.md';
/** A calendar that ends within this many days is due for its next year. */
const CALENDAR_DAYS = 60;
const DAY_MS = 86_400_000;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The last day on which a service's number still counts as looked at, such as 2026-11-22; the day after it is due. */
export const reviewBy = ({ rung, seen, 'review-every-days': days }: Reviewed): string =>
  new Date(Date.parse(rung ?? seen) + days * DAY_MS).toISOString().slice(0, 10);
type Reviewed = Pick<ServiceEntry, 'rung' | 'seen' | 'review-every-days'>;

export const calendarIsDue = (ends: string, today: string): boolean =>
  daysBetween(today, ends) < CALENDAR_DAYS;

/** Points of the checklist without a tick, or ticked without a name of a role and a day. */
export function openPoints(root: string): { line: number; text: string }[] {
  let text: string;
  try {
    text = readFileSync(join(root, CHECKLIST), 'utf8');
  } catch {
    return [{ line: 1, text: 'the checklist is missing' }];
  }
  const points = text
    .split('\n')
    .flatMap((line, n) => (/^- \[.\]/.test(line) ? [{ line: n + 1, text: line }] : []));
  if (points.length === 0) return [{ line: 1, text: 'the checklist has no points' }];
  const signed = /^- \[x\].*\bsigned: [a-z][a-z ]+, \d{4}-\d{2}-\d{2}$/;
  return points
    .filter((point) => !signed.test(point.text))
    .map(({ line, text: point }) => ({ line, text: point.slice(6) }));
}

/**
 * @param today as 2026-11-22
 * @param release true: everything open is an error; false: only what is due is warned of
 */
export function checkRelease(root: string, files: ContentFiles, today: string, release: boolean): Problem[] {
  const problems: Problem[] = [];
  const grade = release ? 'error' : 'warning';
  const add = (source: Source<unknown>, path: Path, what: string, mend: string) =>
    problems.push({ file: source.file, line: source.lineOf(path), what, mend, grade });
  for (const [n, service] of files.services.value.services.entries()) {
    const at = ['services', n];
    if (today > reviewBy(service))
      add(
        files.services,
        at,
        `${service.id}: its review is overdue (last ${service.rung ?? service.seen})`,
        'ring it or open it, and write the day',
      );
    // A line for emergencies is never rung as a test.
    if (release && service.rung === null && !service.emergency && (service.phone || service.text))
      add(
        files.services,
        at,
        `${service.id}: nobody has rung this number yet`,
        'a named person rings it and writes the day under rung',
      );
  }
  if (calendarIsDue(files.calendar.value.ends, today))
    add(
      files.calendar,
      ['ends'],
      `the calendar ends on ${files.calendar.value.ends}`,
      'add the next bank holidays',
    );
  if (!release) return problems;
  const translated = files.overlays.flatMap(wordFiles);
  for (const source of [
    ...files.dialogs,
    files.ui,
    files.glossary,
    ...files.pages,
    ...files.news,
    ...translated,
  ])
    if (source.value.approved.length === 0)
      add(
        source,
        ['approved'],
        'nobody has approved this text',
        'a role approves it and writes role and day',
      );
  for (const { line, text } of openPoints(root))
    problems.push(
      errorIn(CHECKLIST)(line, `not signed: ${text.trim()}`, 'a real person of that role signs it'),
    );
  return problems;
}
