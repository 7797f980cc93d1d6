/** Client secrets: what is plainly none, and whether the issuer takes it. */
import { isGuid } from '../teams/settings.ts';
import { type Finding, missing, ok, unheard, wrong } from './finding.ts';
import { type Asking, reach } from './reach.ts';

const COPY = 'make one under "Certificates & secrets" and copy its Value';
const PLACEHOLDER =
  /^(?:<.*>|\.+|x+|\*+|.*(?:change.?me|placeholder|example|your.?secret|your.?value|todo).*|secret|password|test)$/i;
/** Entra's own have 40 letters. */
const SHORTEST = 16;

export function secretFinding(name: string, value: string | undefined): Finding {
  if (!value) return missing(name, COPY);
  if (isGuid(value)) return wrong(name, `this looks like the Secret ID: ${COPY} instead`);
  if (PLACEHOLDER.test(value) || value.length < SHORTEST)
    return wrong(name, `this is not a real one: ${COPY}`);
  return /^\S+$/.test(value) ? ok(name, 'set') : wrong(name, `it has a space in it: ${COPY} again`);
}

/** Codes of Entra that name what is wrong (AADSTS…). */
const REFUSALS: Readonly<Record<number, string>> = {
  7000222: `it has expired: ${COPY}`,
  7000215: `Entra refuses it: ${COPY}`,
  700016: 'Entra knows no such application in this tenant: look at the client id',
  90002: 'Entra knows no such tenant',
};

export interface Client {
  /** The issuer's token address. */
  readonly tokens: string;
  readonly host: string;
  readonly id: string;
  readonly secret: string;
  readonly scope: string;
}

/** Asks for a token in the application's own name, and throws it away. */
export async function triedFinding(name: string, client: Client, asking: Asking): Promise<Finding> {
  const { tokens, host, id, secret, scope } = client;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
    scope,
  });
  const found = await reach(asking, tokens, { method: 'POST', body });
  if (!found || found.status >= 500) return unheard(name, host);
  if (found.status === 200) return ok(name, `${host} takes it`);
  const codes = Array.isArray(found.json?.error_codes) ? found.json.error_codes : [];
  const says = codes.flatMap((code) => REFUSALS[Number(code)] ?? [])[0];
  if (says) return wrong(name, says);
  return found.json?.error === 'invalid_client' || found.json?.error === 'unauthorized_client'
    ? wrong(name, `Entra refuses it: ${COPY}`)
    : unheard(name, `${host} that says whether it is right`);
}
