/** Microsoft Teams: the settings of app, tab and bot, the package, and what the running server says. */
import { buildPackage, NotValid } from '../teams/package.ts';
import { type Env, isLacking, packageSettings } from '../teams/settings.ts';
import { type Finding, missing, ok, unheard, unseen, warning, wrong } from './finding.ts';
import { idFinding } from './ids.ts';
import { needs, originIn, staffOrigin } from './origin.ts';
import { type Asking, reach } from './reach.ts';

/** Teams' own applications: the phone and desktop one, and the one in a browser. */
const CLIENTS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'] as const;
const ANCESTOR = 'https://teams.microsoft.com';
/** A message as Teams sends it, but for the token. */
const UNSIGNED = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  conversation: { id: 'doctor' },
};

function clientsFinding(env: Env): Finding {
  const name = 'ENTRA_CLIENTS';
  if (!env.ENTRA_TENANT && !env.ENTRA_CLIENT_ID) return needs(name, { lacks: 'ENTRA_CLIENT_ID' });
  const known = (env.ENTRA_CLIENTS ?? '').split(',').map((one) => one.trim());
  const lacking = CLIENTS.filter((one) => !known.includes(one));
  return lacking.length === 0
    ? ok(name, 'Teams may ask in a person’s name')
    : missing(name, `add ${lacking.join(',')}: without it the tab cannot sign anybody in`);
}

/**
 * TEAMS_APP_ID, and the clients that may ask in a person's name.
 * @param env its ids in small letters
 * @param told the settings that src/config.ts refuses, and says more of
 */
export function teamsSettings(env: Env, told: ReadonlySet<string>): Finding[] {
  const app = idFinding(
    env,
    'TEAMS_APP_ID',
    'make one id, once, and keep it: npm run teams-package makes one',
  );
  return told.has('ENTRA_CLIENTS') ? [app] : [app, clientsFinding(env)];
}

/**
 * @param version of Signpost
 * @param root the folder that holds deploy/teams/schema
 */
export function packageFinding(env: Env, version: string, root: string): Finding {
  const settings = packageSettings(env, version);
  if (isLacking(settings))
    return unseen('package', `it needs ${settings.map(({ name }) => name).join(', ')} first`);
  try {
    return ok('package', `${buildPackage(settings, root).length} bytes, valid`);
  } catch (error) {
    return wrong(
      'package',
      error instanceof NotValid
        ? error.faults.join('; ')
        : 'it cannot be made: is deploy/teams/schema there?',
    );
  }
}

/** Asks the running server, at the address that staff use, whether Teams may frame the editor. */
export async function frameFinding(env: Env, asking: Asking): Promise<Finding> {
  const name = 'frame of Teams';
  const base = staffOrigin(env);
  if (!('origin' in base)) return needs(name, base);
  const address = `${base.origin}/editor`;
  const found = await reach(asking, address);
  if (!found || found.status >= 500) return unheard(name, `${address}: is Signpost running?`);
  const policy = found.headers.get('content-security-policy') ?? '';
  const ancestors = /frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
  return ancestors.includes(ANCESTOR)
    ? ok(name, 'the editor allows it')
    : wrong(
        name,
        `the editor's policy does not name ${ANCESTOR}: is it the newest Signpost, with TEAMS_APP_ID set, and does the proxy leave its headers alone?`,
      );
}

/** Asks the running server whether it takes messages from Azure Bot Service, and only with a token. */
export async function doorFinding(env: Env, asking: Asking): Promise<Finding> {
  const name = 'messaging endpoint';
  const base = originIn(env, 'PUBLIC_URL');
  if (!('origin' in base)) return needs(name, base);
  const address = `${base.origin}/api/messages`;
  const found = await reach(asking, address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(UNSIGNED),
  });
  if (!found || found.status >= 500) return unheard(name, `${address}: is Signpost running?`);
  if (found.status === 401) return ok(name, `${address} asks for a token`);
  return found.status === 404
    ? wrong(
        name,
        `there is none at ${address}: start Signpost again with BOT_APP_ID set, and let the proxy pass /api/messages on`,
      )
    : warning(name, `${address} answers ${found.status}, where a call without a token should get 401`);
}
