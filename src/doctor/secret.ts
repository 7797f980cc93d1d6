/** Client secrets: what is plainly none, and whether the issuer takes it. */
import { secretFault } from '../faults.ts';
import { type Finding, missing, ok, unheard, wrong } from './finding.ts';
import { type Asking, reach } from './reach.ts';

const COPY = 'make one under "Certificates & secrets" and copy its Value';

export function secretFinding(name: string, value: string | undefined): Finding {
  if (!value) return missing(name, COPY);
  const fault = secretFault(value);
  return fault ? wrong(name, `${fault}; ${COPY}`) : ok(name, 'set');
}

const REFUSED = `Entra refuses it: ${COPY}`;

/** Codes of Entra that name what is wrong (AADSTS…). */
const REFUSALS: Readonly<Record<number, string>> = {
  7000222: `it has expired: ${COPY}`,
  7000215: REFUSED,
  700016: 'Entra knows no such application in this tenant: look at the client id',
  90002: 'Entra knows no such tenant',
};

/** Entra took the secret, and gives no token all the same: only people who are assigned may come. */
const UNASSIGNED = 501051;

export interface Client {
  /** The issuer's token address. */
  readonly tokens: string;
  readonly host: string;
  readonly id: string;
  readonly secret: string;
  readonly scope: string;
}

export interface Tried {
  readonly finding: Finding;
  /** What Entra gave; to be looked at, and shown to nobody. */
  readonly token?: string;
}

/** Asks for a token in the application's own name. */
export async function trySecret(name: string, client: Client, asking: Asking): Promise<Tried> {
  const { tokens, host, id, secret, scope } = client;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
    scope,
  });
  const found = await reach(asking, tokens, { method: 'POST', body });
  if (!found || found.status >= 500) return { finding: unheard(name, host) };
  const taken = ok(name, `${host} takes it`);
  if (found.status === 200) {
    const token = found.json?.access_token;
    return typeof token === 'string' ? { finding: taken, token } : { finding: taken };
  }
  const codes = Array.isArray(found.json?.error_codes) ? found.json.error_codes.map(Number) : [];
  if (codes.includes(UNASSIGNED)) return { finding: taken };
  const says = codes.flatMap((code) => REFUSALS[code] ?? [])[0];
  if (says) return { finding: wrong(name, says) };
  const refused = found.json?.error === 'invalid_client' || found.json?.error === 'unauthorized_client';
  return { finding: refused ? wrong(name, REFUSED) : unheard(name, `${host} that says whether it is right`) };
}
