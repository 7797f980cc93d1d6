/**
 * Where nobody has set up a sign-in, on one's own machine: three links, one for each role, good once and for a quarter
 * of an hour. Who can read what the process prints is its owner.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import { isLoopback } from '../loopback.ts';
import { ROLES } from '../store/desk.ts';
import type { StaffRequest } from './answer.ts';
import type { Role, Staff } from './staff.ts';

const MINUTES_15 = 15 * 60_000;

export interface LocalLinks {
  /** @returns whom a link signs in, while it is good */
  look(token: string): Staff | undefined;
  /** Uses a link up. @returns what puts it back, or undefined when it is not good any more */
  take(token: string): (() => void) | undefined;
  /** What to print. */
  lines(base: string): string[];
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const leadsHere = (origin: string | undefined): boolean =>
  origin === undefined || isLoopback(new URL(origin).hostname);

/** Whether nobody but this machine is answered, and nothing says that others come through a proxy. */
export const onOneMachine = (
  config: Pick<Config, 'host' | 'production' | 'publicUrl' | 'editorUrl'>,
): boolean => {
  const { host, production, publicUrl, editorUrl } = config;
  return !production && isLoopback(host) && leadsHere(publicUrl) && leadsHere(editorUrl);
};

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a call comes from this machine itself: a proxy says for whom it asks, or which name was asked for. */
export function fromHere({ header }: Pick<StaffRequest, 'header'>): boolean {
  const host = `http://${header('host') ?? ''}`;
  const named = URL.canParse(host) && isLoopback(new URL(host).hostname);
  return named && FORWARDED.every((name) => header(name) === undefined);
}

/** @param now milliseconds since the epoch */
export function createLocalLinks(now: () => number): LocalLinks {
  const tokens = ROLES.map((role) => ({ role, token: randomBytes(32).toString('base64url') }));
  const until = now() + MINUTES_15;
  const open = new Map<string, Role>(tokens.map(({ role, token }) => [hashOf(token), role]));
  return {
    look(token) {
      const role = now() < until ? open.get(hashOf(token)) : undefined;
      return role && { person: `local/${role}`, roles: [role] };
    },
    take(token) {
      const hash = hashOf(token);
      const role = now() < until ? open.get(hash) : undefined;
      if (!role || !open.delete(hash)) return undefined;
      return () => void open.set(hash, role);
    },
    lines: (base) => [
      'The editor, without a sign-in, for this machine alone. Each link works once, within 15 minutes:',
      ...tokens.map(
        ({ role, token }) => `  ${role.replace('-', ' ').padEnd(17)} ${base}/editor/local/${token}`,
      ),
    ],
  };
}
