/** Who of the staff is signed in: a person of our tenant, by tenant id and object id, with the roles that Entra gave. */
import type { ROLES } from '../store/desk.ts';

export type Role = (typeof ROLES)[number];

export interface Staff {
  /** `tenant/object`; an e-mail or a name decides nothing. */
  readonly person: string;
  readonly roles: readonly Role[];
}

/** The codes that a refusal is logged by; nothing of the token travels in them. */
export type Refused =
  | 'no-token'
  | 'bad-token'
  | 'wrong-audience'
  | 'wrong-tenant'
  | 'expired'
  | 'wrong-client'
  | 'not-a-person'
  | 'no-scope'
  | 'no-role';

export class NotAllowed extends Error {
  readonly code: Refused;
  /** 401: not signed in; 403: signed in, and not allowed. */
  readonly status: 401 | 403;
  constructor(code: Refused) {
    super(code);
    this.name = 'NotAllowed';
    this.code = code;
    this.status = code === 'no-role' ? 403 : 401;
  }
}

const APP_ROLES: Readonly<Record<string, Role>> = {
  Editor: 'editor',
  Approver: 'approver',
  SafeguardingLead: 'safeguarding-lead',
};

/** The app roles of the registration that we know; others are left out. */
export const rolesOf = (claim: unknown): Role[] =>
  Array.isArray(claim)
    ? [
        ...new Set(
          claim.flatMap((one) =>
            typeof one === 'string' && Object.hasOwn(APP_ROLES, one) ? (APP_ROLES[one] ?? []) : [],
          ),
        ),
      ]
    : [];
