/** The bot of Azure: its own registration or managed identity, and the place that signs what it is sent. */
import { BOT_DEFAULTS, borrowed } from '../config.ts';
import { idFault } from '../faults.ts';
import type { Env } from '../teams/settings.ts';
import { type Finding, ok, unheard, warning, wrong } from './finding.ts';
import { idFinding } from './ids.ts';
import { type Asking, reach } from './reach.ts';
import { secretFinding, trySecret } from './secret.ts';

const isManaged = (env: Env): boolean => env.BOT_APP_TYPE === 'UserAssignedMSI';

function botSecret(env: Env): Finding {
  const name = 'BOT_APP_SECRET';
  if (!isManaged(env)) return secretFinding(name, env.BOT_APP_SECRET);
  return env.BOT_APP_SECRET
    ? wrong(name, 'leave it out: a managed identity has none')
    : ok(name, 'not set: a managed identity has none');
}

function botTenant(env: Env): Finding {
  const name = 'BOT_TENANT';
  const found = idFinding(env, name, 'copy the "App Tenant ID" of the Azure Bot');
  const { ENTRA_TENANT: staff = '' } = env;
  const other = idFault(staff) === undefined && staff !== env.BOT_TENANT;
  return found.state === 'ok' && other
    ? warning(name, 'not the tenant of ENTRA_TENANT: the bot answers only people of its own tenant')
    : found;
}

/** What can be seen without asking anybody. */
function botSettings(env: Env): Finding[] {
  const notItsOwn = new Map(borrowed(env));
  return [
    idFinding(env, 'BOT_APP_ID', 'copy the "Microsoft App ID" of the Azure Bot'),
    botTenant(env),
    botSecret(env),
  ].map((found) => {
    const says = found.state === 'ok' ? notItsOwn.get(found.name) : undefined;
    return says ? wrong(found.name, says) : found;
  });
}

/** Whether Azure takes the secret of the registration. */
async function clientFinding(env: Env, asking: Asking): Promise<Finding> {
  const name = 'bot secret';
  if (isManaged(env)) return ok(name, 'none: only the machine in Azure can try its managed identity');
  const { BOT_TENANT: tenant = '', BOT_APP_ID: id = '', BOT_APP_SECRET: secret = '' } = env;
  const login = env.BOT_LOGIN_URL || BOT_DEFAULTS.login;
  const scope = `${env.BOT_SCOPE || BOT_DEFAULTS.scope}/.default`;
  const tokens = `${login}/${tenant}/oauth2/v2.0/token`;
  const { finding } = await trySecret(name, { tokens, host: new URL(login).host, id, secret, scope }, asking);
  return finding;
}

/** Without it no call to the bot can be proved. */
async function metadataFinding(env: Env, asking: Asking): Promise<Finding> {
  const name = 'bot metadata';
  const address = env.BOT_METADATA_URL || BOT_DEFAULTS.metadata;
  const { host, origin } = new URL(address);
  const found = await reach(asking, address);
  if (!found || found.status >= 500) return unheard(name, host);
  const keys = found.json?.jwks_uri;
  const own = typeof keys === 'string' && URL.canParse(keys) && new URL(keys).origin === origin;
  return found.status === 200 && own
    ? ok(name, `${host} answers`)
    : wrong(name, `${host} does not say who signs what the bot is sent: look at BOT_METADATA_URL`);
}

/**
 * @param env its ids in small letters
 * @param told the settings that src/config.ts refuses: nobody is asked by them
 */
export async function botFindings(env: Env, told: ReadonlySet<string>, asking: Asking): Promise<Finding[]> {
  const settings = botSettings(env);
  const refused = ['BOT_LOGIN_URL', 'BOT_SCOPE', 'BOT_METADATA_URL', 'BOT_APP_TYPE'].some((name) =>
    told.has(name),
  );
  if (refused) return settings;
  const ready = settings.every(({ state }) => state === 'ok' || state === 'warning');
  const client = ready ? [clientFinding(env, asking)] : [];
  return [...settings, ...(await Promise.all([...client, metadataFinding(env, asking)]))];
}
