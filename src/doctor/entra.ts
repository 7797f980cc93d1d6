/** Signing in with Microsoft Entra ID: whether all is there, fits together, and Entra knows it. */
import type { Env } from '../teams/settings.ts';
import { type Finding, ok, unheard, warning, wrong } from './finding.ts';
import { idFinding } from './ids.ts';
import { needs, staffOrigin } from './origin.ts';
import { type Asking, parsed, type Reached, reach } from './reach.ts';
import { secretFinding, trySecret } from './secret.ts';

/** Of the clock, before tokens are refused: as in src/editor/tokens.ts. */
const SKEW_MS = 60_000;
const UNEASY_MS = 10_000;

const IDS = [
  ['ENTRA_TENANT', 'copy the "Directory (tenant) ID" of the app registration'],
  ['ENTRA_CLIENT_ID', 'copy the "Application (client) ID" of the app registration'],
] as const;

/** What can be seen without asking anybody. */
export function entraSettings(env: Env): Finding[] {
  const ids = IDS.map(([name, mend]) => idFinding(env, name, mend));
  return [...ids, secretFinding('ENTRA_CLIENT_SECRET', env.ENTRA_CLIENT_SECRET)];
}

/** Where the browser comes back to; Entra sends it nowhere that is not registered. */
export function redirectFinding(env: Env): Finding {
  const name = 'redirect address';
  const found = staffOrigin(env);
  return 'origin' in found
    ? ok(name, `register ${found.origin}/editor/signed-in (platform: Web)`)
    : needs(name, found);
}

function clockFinding({ headers, at }: Reached): Finding {
  const theirs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return unheard('clock', 'the issuer about the time');
  // A header counts whole seconds.
  const apart = Math.max(0, Math.abs(at - theirs - 500) - 500);
  const says = `${Math.round(apart / 1000)} seconds from the issuer's`;
  if (apart > SKEW_MS) return wrong('clock', `${says}: sign-in fails beyond 60. Set it by the network (NTP)`);
  return apart > UNEASY_MS ? warning('clock', `${says}: set it by the network (NTP)`) : ok('clock', says);
}

/** Tokens of the first version name their issuer and their client in another way, and are refused. */
function versionFinding(token: string): Finding {
  const claims = parsed(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (!claims) return unheard('token version', 'Entra that can be read');
  return claims.ver === '2.0'
    ? ok('token version', '2')
    : wrong('token version', 'set requestedAccessTokenVersion to 2 in the Manifest of the app registration');
}

/** Nothing to try: what is not there, or plainly wrong, is said elsewhere. */
async function tried(env: Env, tokens: string, asking: Asking): Promise<Finding[]> {
  const { ENTRA_CLIENT_ID: id = '', ENTRA_CLIENT_SECRET: secret = '' } = env;
  if (entraSettings(env).some(({ state }) => state !== 'ok')) return [];
  const client = { tokens, host: new URL(tokens).host, id, secret, scope: `${id}/.default` };
  const { finding, token } = await trySecret('client secret', client, asking);
  return token ? [finding, versionFinding(token)] : [finding];
}

/**
 * @param env its ENTRA_TENANT looks right
 * @param issuer https://login.microsoftonline.com/<tenant>/v2.0
 */
export async function issuerFindings(env: Env, issuer: string, asking: Asking): Promise<Finding[]> {
  const found = await reach(asking, `${issuer}/.well-known/openid-configuration`);
  const { host, origin } = new URL(issuer);
  if (!found || found.status >= 500)
    return ['issuer', 'clock', 'client secret'].map((name) => unheard(name, host));
  const clock = clockFinding(found);
  const bad = (says: string): Finding[] => [wrong('issuer', says), clock];
  if (found.status !== 200) return bad(`${host} knows no such tenant: look at ENTRA_TENANT again`);
  const { issuer: own, token_endpoint: tokens } = found.json ?? {};
  if (own !== issuer)
    return bad(`it calls itself otherwise than ${issuer}: look at ENTRA_TENANT and ENTRA_AUTHORITY`);
  if (typeof tokens !== 'string' || !URL.canParse(tokens) || new URL(tokens).origin !== origin)
    return bad('its token address is not its own');
  return [ok('issuer', `${issuer} answers`), clock, ...(await tried(env, tokens, asking))];
}
