/** The bot of Azure: its own registration or managed identity, and the place that signs what it is sent. */
import { type Env, isGuid } from '../teams/settings.ts';
import { type Finding, missing, ok, unheard, wrong } from './finding.ts';
import { type Asking, reach } from './reach.ts';
import { secretFinding, triedFinding } from './secret.ts';

/** Where Azure Bot Service publishes the keys that it signs its calls with. */
const METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const ISSUER = 'https://api.botframework.com';

function idFinding(name: string, value: string | undefined, mend: string): Finding {
  if (!value) return missing(name, mend);
  return isGuid(value) ? ok(name, value) : wrong(name, `${mend}: 36 letters, digits and dashes`);
}

const isManaged = (env: Env): boolean => env.BOT_APP_TYPE === 'UserAssignedMSI';

/** What can be seen without asking anybody. */
export function botSettings(env: Env): Finding[] {
  return [
    idFinding('BOT_APP_ID', env.BOT_APP_ID, 'copy the "Microsoft App ID" of the Azure Bot'),
    idFinding('BOT_TENANT', env.BOT_TENANT, 'copy the "App Tenant ID" of the Azure Bot'),
    isManaged(env)
      ? ok('BOT_APP_SECRET', 'a managed identity needs none')
      : secretFinding('BOT_APP_SECRET', env.BOT_APP_SECRET),
  ];
}

async function metadataFinding(env: Env, asking: Asking): Promise<Finding> {
  const name = 'bot metadata';
  const address = env.BOT_OPENID_METADATA || METADATA;
  const found = await reach(asking, address);
  const host = new URL(address).host;
  if (!found || found.status >= 500) return unheard(name, host);
  const { issuer, jwks_uri: keys } = found.json ?? {};
  return found.status === 200 && typeof issuer === 'string' && typeof keys === 'string'
    ? ok(name, `${host} answers`)
    : wrong(name, `${host} does not say who signs what the bot is sent${env.BOT_OPENID_METADATA ? '' : ` (${ISSUER})`}`);
}
