/** Who a call comes from, and whether it may do what it asks. Whatever is not clearly right is refused. */
import { same } from '../same.ts';
import { cookieOf, type StaffRequest } from './answer.ts';
import { StaffRefusal } from './refusals.ts';
import type { Who } from './route.ts';
import { NotAllowed, type Role, type Staff } from './staff.ts';
import type { StaffSessions } from './staff-sessions.ts';
import type { TokenCheck } from './tokens.ts';

export const SESSION_COOKIE = 'signpost-staff';

/** What an open page asks every few seconds: nobody is there because of it. */
const PULSE = '/editor/api/pulse';

export interface Caller {
  readonly staff: Staff;
  /** Empty for a bearer token, which no other site can send. */
  readonly csrf: string;
  readonly session: string;
}

/** Browsers tell where a call comes from, and nobody can make them tell another's. */
export function checkOrigin({ header, base, method }: StaffRequest): void {
  const site = header('sec-fetch-site');
  const typed = method === 'GET' && site === 'none';
  if (site !== undefined && site !== 'same-origin' && !typed) throw new StaffRefusal('bad-origin');
  const origin = header('origin');
  // A form of ours sends `null`, since we send no referrer; then the header above has told.
  if (origin !== undefined && origin !== base && !(origin === 'null' && site === 'same-origin'))
    throw new StaffRefusal('bad-origin');
}

/** @param check proves bearer tokens; undefined where there is no Entra */
export function createDoorkeeper(
  sessions: StaffSessions,
  check: TokenCheck | undefined,
): (request: StaffRequest) => Promise<Caller> {
  async function byToken(authorization: string, { turn }: StaffRequest): Promise<Caller> {
    const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
    if (!check || token === undefined) throw new NotAllowed('bad-token');
    const staff = await check(token, (work) => turn('tokens', '', work));
    return { staff, csrf: '', session: '' };
  }

  function bySession(request: StaffRequest): Caller {
    const id = cookieOf(request, SESSION_COOKIE);
    const found = sessions.get(id, request.path === PULSE);
    if (!found || id === undefined) throw new StaffRefusal('not-signed-in');
    if (request.method !== 'GET' && !same(request.header('x-signpost') ?? '', found.csrf))
      throw new StaffRefusal('bad-csrf');
    const { person, roles, csrf } = found;
    return { staff: { person, roles }, csrf, session: id };
  }

  return async (request) => {
    checkOrigin(request);
    const authorization = request.header('authorization');
    return authorization === undefined ? bySession(request) : byToken(authorization, request);
  };
}

/** The heaviest first: in it something is done that several of a person's roles allow. */
const BY_WEIGHT: readonly Role[] = ['safeguarding-lead', 'approver', 'editor'];

/** @returns the role in which they do it. @throws StaffRefusal when none of their roles may */
export function roleFor({ roles }: Staff, who: Who): Role {
  const may = BY_WEIGHT.find(
    (role) => roles.includes(role) && (typeof who === 'string' || who.includes(role)),
  );
  if (!may) throw new StaffRefusal('not-your-role');
  return may;
}
