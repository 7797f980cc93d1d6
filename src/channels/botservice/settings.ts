/** What the door of the Bot Service must know; config.ts reads it from the environment. */
export interface BotSettings {
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
  /** The document that names the keys by which calls to the bot are signed. */
  readonly metadataUrl: string;
  /** Who signs them. */
  readonly issuer: string;
}
