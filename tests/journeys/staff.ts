/** Staff of the real service, over HTTP: signed in by the local links that it prints. */
import type { Role } from '../../src/editor/staff.ts';
import type { Service } from './service.ts';

const PRINTED: Readonly<Record<Role, string>> = {
  editor: 'editor',
  approver: 'approver',
  'safeguarding-lead': 'safeguarding lead',
};

/** The one-time link of a role. */
export function linkOf(service: Service, role: Role): string {
  const found = new RegExp(`^ +${PRINTED[role]} +(http\\S+)$`, 'm').exec(service.printed)?.[1];
  if (found === undefined) throw new Error(`no link for ${role} was printed`);
  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read loosely, as a page would
export type Say = (method: string, path: string, body?: unknown) => Promise<any>;

/** @returns what asks the staff side as this role; it throws at every answer but 200 */
export async function signedIn(service: Service, role: Role): Promise<Say> {
  const answer = await fetch(linkOf(service, role), { method: 'POST', redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  let csrf = '';
  const say: Say = async (method, path, body) => {
    const got = await fetch(`${service.origin}/editor/api${path}`, {
      method,
      headers: {
        cookie,
        'x-signpost': csrf,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = await got.json();
    if (got.status !== 200) throw new Error(`${method} ${path}: ${got.status} ${JSON.stringify(said)}`);
    return said;
  };
  csrf = (await say('GET', '/desk')).me.csrf;
  return say;
}
