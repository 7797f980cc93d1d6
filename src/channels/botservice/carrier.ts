/**
 * Carries answers to the Bot Service through the SDK's CloudAdapter. `botbuilder` is loaded whole, from node_modules, and
 * only here: a server without this door neither waits for it nor holds it in memory.
 */
import type { Activity, TurnContext } from 'botbuilder-core';
import type { Log } from '../../log.ts';
import { Refusal } from '../door.ts';
import type { Way } from './arrived.ts';
import type { BotSettings } from './settings.ts';
import { createTokens } from './tokens.ts';

export type Give = (said: readonly Partial<Activity>[]) => Promise<void>;

export interface Carrier {
  /**
   * Proves the call once more and does the work, which may give messages back to where the call came from.
   * @throws Refusal `not-signed`, or `reply-lost` when not even help could be delivered
   */
  carry(token: string, way: Way, work: (give: Give) => Promise<void>): Promise<void>;
}

export interface CarrierDeps {
  readonly settings: BotSettings;
  readonly log: Log;
  /** What is said when the work fails. */
  readonly help: () => readonly Partial<Activity>[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The service waits for 15 seconds. */
const DEADLINE_MS = 12_000;
const CALL = Symbol('signpost.call');
interface OneCall {
  lost: boolean;
}

/** All that the SDK is told: where the answer goes, and nothing of who asks or of what was said. */
const addressed = ({ channel, serviceUrl, conversation, activity, bot }: Way): Activity =>
  ({
    type: 'message',
    channelId: channel,
    serviceUrl,
    conversation: { id: conversation },
    recipient: { id: bot },
    ...(activity === undefined ? {} : { id: activity }),
  }) as Activity;

/** How the SDK comes to the bot's own tokens; with a managed identity it asks Azure itself. */
async function credentialsFor(settings: BotSettings, now: () => number) {
  const { ConfigurationServiceClientCredentialFactory } = await import('botbuilder');
  const { appId, appType, secret, tenant } = settings;
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenant,
    ...(secret === undefined ? {} : { MicrosoftAppPassword: secret }),
  });
  if (appType === 'UserAssignedMSI') return factory;
  const token = createTokens(settings, now);
  type Credentials = Awaited<ReturnType<typeof factory.createCredentials>>;
  const credentials: Credentials = {
    async signRequest(request) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  };
  // Its own way asks a server of Microsoft's about every address that it does not know.
  factory.createCredentials = async () => credentials;
  return factory;
}

async function createAdapter({ settings, log, help, now }: CarrierDeps) {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  /** Its `process` would write errors to the console and send their text to the caller. */
  class Adapter extends CloudAdapter {
    take(token: string, way: Way, logic: (context: TurnContext) => Promise<void>) {
      return this.processActivity(`Bearer ${token}`, addressed(way), logic);
    }
  }
  const { metadataUrl, issuer, loginUrl, scope } = settings;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: loginUrl,
      ToChannelFromBotOAuthScope: scope,
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
      OAuthUrl: scope,
      CallerId: 'urn:botframework:azure',
    },
    await credentialsFor(settings, now),
  );
  const adapter = new Adapter(authentication);
  adapter.onTurnError = async (context) => {
    log.error('turn-failed', { code: 'uncaught' });
    try {
      await context.sendActivities([...help()]);
    } catch {
      (context.turnState.get(CALL) as OneCall).lost = true;
    }
  };
  return adapter;
}

/** @throws when the SDK does not take the settings */
export async function createCarrier(deps: CarrierDeps): Promise<Carrier> {
  const adapter = await createAdapter(deps);
  return {
    async carry(token, way, work) {
      const call: OneCall = { lost: false };
      let proved = false;
      const taken = adapter.take(token, way, async (context) => {
        proved = true;
        context.turnState.set(CALL, call);
        await work(async (said) => {
          await context.sendActivities([...said]);
        });
      });
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, DEADLINE_MS, 'late');
      });
      const outcome = await Promise.race([taken, late]).catch(() => 'refused' as const);
      clearTimeout(timer);
      if (outcome === 'refused' && !proved) throw new Refusal('not-signed');
      if (outcome === 'late' || outcome === 'refused' || call.lost) throw new Refusal('reply-lost');
    },
  };
}
