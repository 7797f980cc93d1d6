/** The bot of Azure: its own registration or managed identity, and the place that signs what it is sent. */
import { type Env, isGuid } from '../teams/settings.ts';
import { type Finding, missing, ok, unheard, wrong } from './finding.ts';
import { type Asking, reach } from './reach.ts';
import { secretFinding, trySecret } from './secret.ts';

/** As src/config.ts has them, where nothing else is set. */
const LOGIN = 'https://login.microsoftonline.com';
const SCOPE = 'https://api.botframework.com';
const METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

function idFinding(name: string, value: string | undefined, mend: string): Finding {
  if (!value) return missing(name, mend);
  return isGuid(value) ? ok(name, value) : wrong(name, `${mend}: 36 letters, digits and dashes`);
}

const isManaged = (env: Env): boolean => env.BOT_APP_TYPE === 'UserAssignedMSI';

function botSecret(env: Env): Finding {
  const name = 'BOT_APP_SECRET';
  if (!isManaged(env)) return secretFinding(name, env.BOT_APP_SECRET);
  return env.BOT_APP_SECRET
    ? wrong(name, 'leave it out: a managed identity has none')
    : ok(name, 'not set: a managed identity has none');
}

/** What can be seen without asking anybody. */
const botSettings = (env: Env): Finding[] => [
  idFinding('BOT_APP_ID', env.BOT_APP_ID, 'copy the "Microsoft App ID" of the Azure Bot'),
  idFinding('BOT_TENANT', env.BOT_TENANT, 'copy the "App Tenant ID" of the Azure Bot'),
  botSecret(env),
];

/** Whether Azure takes the secret of the registration. */
async function clientFinding(env: Env, asking: Asking): Promise<Finding> {
  const name = 'bot secret';
  if (isManaged(env)) return ok(name, 'none: only the machine in Azure can try its managed identity');
  const { BOT_TENANT: tenant = '', BOT_APP_ID: id = '', BOT_APP_SECRET: secret = '' } = env;
  const login = env.BOT_LOGIN_URL || LOGIN;
  const scope = `${env.BOT_SCOPE || SCOPE}/.default`;
  const tokens = `${login}/${tenant}/oauth2/v2.0/token`;
  const { finding } = await trySecret(name, { tokens, host: new URL(login).host, id, secret, scope }, asking);
  return finding;
}

/** Without it no call to the bot can be proved. */
async function metadataFinding(env: Env, asking: Asking): Promise<Finding> {
  const name = 'bot metadata';
  const address = env.BOT_METADATA_URL || METADATA;
  const { host, origin } = new URL(address);
  const found = await reach(asking, address);
  if (!found || found.status >= 500) return unheard(name, host);
  const keys = found.json?.jwks_uri;
  const own = typeof keys === 'string' && URL.canParse(keys) && new URL(keys).origin === origin;
  return found.status === 200 && own
    ? ok(name, `${host} answers`)
    : wrong(name, `${host} does not say who signs what the bot is sent: look at BOT_METADATA_URL`);
}

/** @param told the settings that src/config.ts refuses: nobody is asked by them */
export async function botFindings(env: Env, told: ReadonlySet<string>, asking: Asking): Promise<Finding[]> {
  const settings = botSettings(env);
  const refused = ['BOT_LOGIN_URL', 'BOT_SCOPE', 'BOT_METADATA_URL', 'BOT_APP_TYPE'].some((name) =>
    told.has(name),
  );
  if (refused) return settings;
  const ready = settings.every(({ state }) => state === 'ok');
  const client = ready ? [clientFinding(env, asking)] : [];
  return [...settings, ...(await Promise.all([...client, metadataFinding(env, asking)]))];
}
