/** Who a proved token of Microsoft Entra ID (version 2.0) is about, whether a browser signed in or Teams brought it. */
import type { JWTPayload } from 'jose';
import { NotAllowed, rolesOf, type Staff } from './staff.ts';

export interface Home {
  readonly tenant: string;
  /** https://login.microsoftonline.com/<tenant>/v2.0 */
  readonly issuer: string;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A person of our own tenant: no application, no guest.
 * @throws NotAllowed for whatever else it is
 */
export function personOf(claims: JWTPayload, { tenant, issuer }: Home): string {
  const { tid, oid, idtyp, acct, idp, ver, aud } = claims as Record<string, unknown>;
  if (Array.isArray(aud) || ver !== '2.0') throw new NotAllowed('bad-token');
  if (tid !== tenant) throw new NotAllowed('wrong-tenant');
  if (typeof oid !== 'string' || !GUID.test(oid)) throw new NotAllowed('not-a-person');
  const app = idtyp !== undefined && idtyp !== 'user';
  const guest = (acct !== undefined && acct !== 0) || (idp !== undefined && idp !== issuer);
  if (app || guest) throw new NotAllowed('not-a-person');
  return `${tenant}/${oid}`;
}

/** @throws NotAllowed when none of the roles is one that we know */
export function staffOf(person: string, claim: unknown): Staff {
  const roles = rolesOf(claim);
  if (roles.length === 0) throw new NotAllowed('no-role');
  return { person, roles };
}
