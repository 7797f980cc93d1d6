/** Reads the configuration as the server does, but goes on after a mistake, so that all of them are found. */
import { type Config, type Door, readConfig, type Shut } from '../config.ts';
import type { Env } from '../teams/settings.ts';
import { type Finding, wrong } from './finding.ts';

const NAMES = /\b[A-Z]+(?:_[A-Z]+)+\b|\b(?:PORT|HOST|STAFF|SEARCH)\b/g;
const namesIn = (text: string): string[] => text.match(NAMES) ?? [];
/** Settings of a door; others it shares. */
const OWN: Readonly<Record<Door, RegExp>> = { staff: /^ENTRA_/, teams: /^TEAMS_/, bot: /^BOT_/ };

export interface Settled {
  /** With what is wrong left out. */
  readonly config: Config;
  /** Each setting that the server would stop at, or keep a door shut for. */
  readonly findings: readonly Finding[];
}

function findingOf(line: string): Finding {
  const [name = '', ...says] = line.trim().split(': ');
  return wrong(name, says.join(': '));
}

function ofDoor({ door, lines }: Shut, env: Env, without: readonly Door[]): Finding[] {
  if (!without.includes(door)) return lines.map(findingOf);
  const stray = Object.keys(env).filter((name) => env[name] && OWN[door].test(name));
  return stray.map((name) => wrong(name, `take it out, or look without --without ${door}`));
}

/** @param without doors that this place does not have */
export function settle(env: Env, without: readonly Door[]): Settled {
  const left: Record<string, string | undefined> = { ...env };
  const findings: Finding[] = [];
  const settled = (config: Config): Settled => ({
    config,
    findings: [...findings, ...config.shut.flatMap((one) => ofDoor(one, env, without))],
  });
  const drop = (names: readonly string[]): boolean => {
    const there = names.filter((name) => left[name]);
    for (const name of there) delete left[name];
    return there.length > 0;
  };
  for (;;) {
    try {
      return settled(readConfig(left));
    } catch (error) {
      const lines = (error as Error).message.split('\n').slice(1);
      const found = lines.map(findingOf);
      findings.push(...found);
      // What lacks something is left out, where what it lacks cannot be.
      if (!drop(found.map(({ name }) => name)) && !drop(lines.flatMap(namesIn)))
        return settled(readConfig({}));
    }
  }
}
