/** The settings of the bot in Microsoft Teams: what may stand in them, and what they come to together. */
import {
  address,
  clientSecret,
  type Given,
  id,
  isOpen,
  linesOf,
  NOT_OPEN,
  oneOf,
  readShape,
} from './setting.ts';

/** Compared and completed letter by letter. */
const whole = address.transform((value) => value.replace(/\/$/, ''));

/** The public cloud's: where the bot's tokens come from and what for, who signs calls, with what. */
export const BOT_DEFAULTS = {
  login: 'https://login.microsoftonline.com',
  scope: 'https://api.botframework.com',
  issuer: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
} as const;

const SETTINGS = {
  /** The Azure Bot: its Microsoft App ID, its tenant, and its secret unless it is a managed identity. */
  BOT_APP_ID: id.optional(),
  BOT_TENANT: id.optional(),
  BOT_APP_TYPE: oneOf('SingleTenant', 'UserAssignedMSI').default('SingleTenant'),
  BOT_APP_SECRET: clientSecret.optional(),
  /** For other clouds. */
  BOT_LOGIN_URL: whole.default(BOT_DEFAULTS.login),
  BOT_SCOPE: whole.default(BOT_DEFAULTS.scope),
  BOT_ISSUER: whole.default(BOT_DEFAULTS.issuer),
  BOT_METADATA_URL: whole.default(BOT_DEFAULTS.metadata),
};
const ADDRESSES = ['BOT_LOGIN_URL', 'BOT_SCOPE', 'BOT_ISSUER', 'BOT_METADATA_URL'] as const;
/** With none of these there is no bot. */
const ASKED_FOR = ['BOT_APP_ID', 'BOT_TENANT', 'BOT_APP_SECRET'];

/** What is known of the Azure Bot. */
export interface BotConfig {
  /** The id of the bot's app registration, or of its managed identity. */
  readonly appId: string;
  /** The one tenant whose people may ask. */
  readonly tenant: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  /** The secret of the app registration; a managed identity has none. */
  readonly secret: string | undefined;
  /** Where the bot's own tokens come from, the tenant included. */
  readonly loginUrl: string;
  /** What those tokens are for. */
  readonly scope: string;
  /** Who signs the calls to the bot. */
  readonly issuer: string;
  /** The document that names the keys by which they are signed. */
  readonly metadataUrl: string;
}

/** The settings in which the bot uses what staff sign in with. It has an identity of its own: else its secret signs staff in. */
export function* borrowed(given: Readonly<Record<string, string | undefined>>): Generator<[string, string]> {
  const { BOT_APP_ID: appId, BOT_APP_SECRET: secret } = given;
  if (appId && appId === given.ENTRA_CLIENT_ID)
    yield ['BOT_APP_ID', 'this is the registration that staff sign in with: the bot needs one of its own'];
  if (secret && secret === given.ENTRA_CLIENT_SECRET)
    yield ['BOT_APP_SECRET', 'this is the secret that staff sign in with: the bot needs one of its own'];
}

function* missing(given: Given): Generator<[string, string]> {
  const { BOT_APP_TYPE: type = 'SingleTenant', BOT_APP_SECRET: secret } = given;
  if (!given.BOT_APP_ID) yield ['BOT_APP_ID', 'give the Microsoft App ID of the Azure Bot'];
  if (!given.BOT_TENANT)
    yield ['BOT_TENANT', "give the id of the tenant that the Azure Bot's app belongs to"];
  if (type === 'SingleTenant' && !secret)
    yield ['BOT_APP_SECRET', 'give the secret of the app, or set BOT_APP_TYPE to UserAssignedMSI'];
  if (type === 'UserAssignedMSI' && secret)
    yield ['BOT_APP_SECRET', 'leave it out, a managed identity has none'];
}

/**
 * @param given its ids in small letters
 * @returns what is wrong, a line each; or what is known of the bot, undefined when nothing is set
 */
export function botOf(given: Given, production: boolean): readonly string[] | BotConfig | undefined {
  const { known, faults: found } = readShape(SETTINGS, given);
  const wanted = ASKED_FOR.some((name) => given[name]) || known.BOT_APP_TYPE === 'UserAssignedMSI';
  const open = ADDRESSES.filter((name) => isOpen(known[name], production));
  const faults = new Map([
    ...(wanted ? [...missing(given), ...borrowed(given)] : []),
    ...open.map((name) => [name, NOT_OPEN] as const),
    ...found,
  ]);
  const { BOT_APP_ID: appId, BOT_TENANT: tenant, BOT_APP_TYPE: appType, BOT_APP_SECRET: secret } = known;
  if (faults.size > 0) return linesOf(faults);
  if (!appId || !tenant) return undefined;
  return {
    appId,
    tenant,
    appType,
    secret,
    loginUrl: `${known.BOT_LOGIN_URL}/${tenant}`,
    scope: known.BOT_SCOPE,
    issuer: known.BOT_ISSUER,
    metadataUrl: known.BOT_METADATA_URL,
  };
}
