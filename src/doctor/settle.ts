/** Reads the configuration as the server does, but goes on after a mistake, so that all of them are found. */
import { type Config, readConfig } from '../config.ts';
import type { Env } from '../teams/settings.ts';
import { type Finding, wrong } from './finding.ts';

const NAMES = /\b[A-Z]+(?:_[A-Z]+)+\b|\b(?:PORT|HOST|STAFF|SEARCH)\b/g;
const namesIn = (text: string): string[] => text.match(NAMES) ?? [];

export interface Settled {
  /** With what is wrong left out. */
  readonly config: Config;
  readonly findings: readonly Finding[];
}

/** @returns what can be read of it, and each setting that the server would stop at */
export function settle(env: Env): Settled {
  const left: Record<string, string | undefined> = { ...env };
  const findings: Finding[] = [];
  const drop = (names: readonly string[]): boolean => {
    const there = names.filter((name) => left[name]);
    for (const name of there) delete left[name];
    return there.length > 0;
  };
  for (;;) {
    try {
      return { config: readConfig(left), findings };
    } catch (error) {
      const lines = (error as Error).message.split('\n').slice(1);
      for (const line of lines) {
        const [names = '', ...says] = line.trim().split(': ');
        findings.push(wrong(names, says.join(': ')));
      }
      const told = lines.map((line) => line.trim().split(': ')[0] ?? '').flatMap(namesIn);
      // What lacks something is left out, where what it lacks cannot be.
      const also = [
        ...lines.flatMap(namesIn),
        ...Object.keys(left).filter((name) => /^(?:ENTRA|BOT)_/.test(name)),
      ];
      if (!drop(told) && !drop(also)) return { config: readConfig({}), findings };
    }
  }
}
