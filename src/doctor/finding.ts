/** What the doctor finds: one line each. */

export const STATES = ['ok', 'missing', 'wrong', 'warning', 'not checked'] as const;
export type State = (typeof STATES)[number];

export interface Finding {
  readonly state: State;
  /** A setting, or what was looked at. */
  readonly name: string;
  /** What was seen, or how to mend it. Never a secret. */
  readonly says: string;
}

type Make = (name: string, says: string) => Finding;
const make =
  (state: State): Make =>
  (name, says) => ({ state, name, says });

export const ok = make('ok');
export const missing = make('missing');
export const wrong = make('wrong');
export const warning = make('warning');
/** It cannot be looked at before something else is mended. */
export const unseen = make('not checked');
/** It needs an answer from elsewhere, and there was none. */
export const unheard = (name: string, from: string): Finding => unseen(name, `no answer from ${from}`);

export const hasFailed = (findings: readonly Finding[]): boolean =>
  findings.some(({ state }) => state === 'missing' || state === 'wrong');

const WIDTH = Math.max(...STATES.map((state) => state.length)) + 2;

/** One line, whatever the words hold. */
export const lineOf = ({ state, name, says }: Finding): string =>
  `${state.padEnd(WIDTH)}${name}: ${says.replace(/\s+/g, ' ').trim()}`;

/** @returns such as "12 ok, 2 missing, 1 not checked" */
export function countsOf(findings: readonly Finding[]): string {
  return STATES.flatMap((state) => {
    const count = findings.filter((one) => one.state === state).length;
    return count > 0 ? [`${count} ${state}`] : [];
  }).join(', ');
}
