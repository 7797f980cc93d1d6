/** Tells of doors that stay shut because a setting of theirs is wrong: to the log by a code, to whoever started it in words. */
import type { Door, Shut } from './config.ts';
import type { Log } from './log.ts';

const NAMES: Readonly<Record<Door, string>> = {
  staff: 'The editor stays shut',
  teams: 'The editor is not shown inside Teams',
  bot: 'The bot in Teams stays shut',
};

/** @returns what to print. No line holds a value */
export function tellShut(shut: readonly Shut[], log: Log): string[] {
  for (const { door } of shut) log.error('door-failed', { code: `${door}-shut` });
  return shut.flatMap(({ door, lines }) => [
    `${NAMES[door]} until this is mended. "npm run doctor" says more:`,
    ...lines.map((line) => `  ${line}`),
  ]);
}
