/** The settings of the bot in Microsoft Teams: what may stand in them, and what they come to together. */
import { z } from 'zod';

/** Ids of Entra: they go into addresses. */
export const entraId = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'copy the id from the app registration: letters, digits and dashes');

/** Compared and completed letter by letter. */
const address = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/$/, ''));

export const BOT_SETTINGS = {
  /** The Azure Bot: its Microsoft App ID, its tenant, and its secret unless it is a managed identity. */
  BOT_APP_ID: entraId.optional(),
  BOT_TENANT: entraId.optional(),
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  BOT_APP_SECRET: z.string().min(1).optional(),
  /** For clouds other than the public one: where the bot's tokens come from and what for, who signs calls, with what. */
  BOT_LOGIN_URL: address.default('https://login.microsoftonline.com'),
  BOT_SCOPE: address.default('https://api.botframework.com'),
  BOT_ISSUER: address.default('https://api.botframework.com'),
  BOT_METADATA_URL: address.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
};
const ADDRESSES = ['BOT_LOGIN_URL', 'BOT_SCOPE', 'BOT_ISSUER', 'BOT_METADATA_URL'] as const;

/** What is known of the Azure Bot. */
export interface BotConfig {
  readonly appId: string;
  readonly tenant: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly secret: string | undefined;
  /** The tenant included. */
  readonly loginUrl: string;
  readonly scope: string;
  readonly issuer: string;
  readonly metadataUrl: string;
}

type Given = z.output<z.ZodObject<typeof BOT_SETTINGS>>;

function* missing(e: Given, production: boolean): Generator<string> {
  const managed = e.BOT_APP_TYPE === 'UserAssignedMSI';
  if (!e.BOT_APP_ID) yield 'BOT_APP_ID: give the Microsoft App ID of the Azure Bot';
  if (!e.BOT_TENANT) yield "BOT_TENANT: give the id of the tenant that the Azure Bot's app belongs to";
  if (!managed && !e.BOT_APP_SECRET)
    yield 'BOT_APP_SECRET: give the secret of the app, or set BOT_APP_TYPE to UserAssignedMSI';
  if (managed && e.BOT_APP_SECRET) yield 'BOT_APP_SECRET: leave it out, a managed identity has none';
  for (const name of ADDRESSES)
    if (production && e[name].startsWith('http:'))
      yield `${name}: write an address that begins with https://`;
}

/** @returns what is wrong, a line each; or what is known of the bot, undefined when nothing is set */
export function botOf(e: Given, production: boolean): readonly string[] | BotConfig | undefined {
  const { BOT_APP_ID: appId, BOT_TENANT: tenant, BOT_APP_TYPE: appType, BOT_APP_SECRET: secret } = e;
  if (!appId && !tenant && !secret && appType === 'SingleTenant') return undefined;
  const lines = [...missing(e, production)];
  if (!appId || !tenant || lines.length > 0) return lines;
  return {
    appId,
    tenant,
    appType,
    secret,
    loginUrl: `${e.BOT_LOGIN_URL}/${tenant}`,
    scope: e.BOT_SCOPE,
    issuer: e.BOT_ISSUER,
    metadataUrl: e.BOT_METADATA_URL,
  };
}
