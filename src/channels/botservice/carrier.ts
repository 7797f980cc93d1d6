/**
 * Carries answers to the Bot Service through the SDK's CloudAdapter. `botbuilder` is loaded whole, from node_modules, and
 * only here: a server without this door neither waits for it nor holds it in memory.
 */
import type { Activity, TurnContext } from 'botbuilder-core';
import type { BotConfig } from '../../config.ts';
import type { Log } from '../../log.ts';
import { within } from '../../within.ts';
import { Refusal } from '../door.ts';
import type { Way } from './arrived.ts';
import { createPost } from './post.ts';
import { keepQuiet } from './quiet.ts';
import { createTokens, type Tokens } from './tokens.ts';

export type Give = (said: readonly Partial<Activity>[]) => Promise<void>;

export interface Carrier {
  /**
   * Does the work, which may give messages to where a proved call came from. Within seconds it is told how it went; what
   * goes out slowly goes on, for half a minute at most.
   * @throws Refusal `reply-lost` when nothing could be delivered, not even help
   */
  carry(way: Way, work: (give: Give) => Promise<void>): Promise<void>;
}

export interface CarrierDeps {
  readonly settings: BotConfig;
  readonly log: Log;
  /** What is said when the work fails. */
  readonly help: () => readonly Partial<Activity>[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The service waits for 15 seconds. */
const ANSWER_MS = 12_000;
/** An answer is some messages, one after the other. */
const ALL_MS = 30_000;
/** The bot's own token and two tries take less; a managed identity has no limit of its own. */
const ONE_MS = 10_000;
const CALL = Symbol('signpost.call');
interface OneCall {
  /** Not even help could be delivered. */
  lost: boolean;
  /** Something was delivered that can be read. */
  said: boolean;
  /** Nothing more may be sent. */
  over: boolean;
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
async function credentialsFor(settings: BotConfig, tokens: Tokens | undefined) {
  const { ConfigurationServiceClientCredentialFactory } = await import('botbuilder');
  const { appId, appType, secret, tenant } = settings;
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenant,
    ...(secret === undefined ? {} : { MicrosoftAppPassword: secret }),
  });
  if (!tokens) return factory;
  type Credentials = Awaited<ReturnType<typeof factory.createCredentials>>;
  const credentials: Credentials = {
    async signRequest(request) {
      request.headers.set('authorization', `Bearer ${await tokens.token()}`);
      return request;
    },
  };
  // Its own way asks a server of Microsoft's about every address that it does not know.
  factory.createCredentials = async () => credentials;
  return factory;
}

/** One message. @throws when it was not delivered in time */
async function sendOne(context: TurnContext, call: OneCall, one: Partial<Activity>): Promise<void> {
  if (call.over) throw new Error('too late');
  await within(ONE_MS, context.sendActivities([one]));
  if (one.type !== 'typing') call.said = true;
}

async function sendAll(context: TurnContext, call: OneCall, said: readonly Partial<Activity>[]) {
  for (const one of said) await sendOne(context, call, one);
}

async function createAdapter({ settings, log, help, now }: CarrierDeps) {
  keepQuiet();
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const { metadataUrl, issuer, loginUrl, scope, appId, appType } = settings;
  const tokens = appType === 'UserAssignedMSI' ? undefined : createTokens(settings, now);
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
    await credentialsFor(settings, tokens),
    undefined,
    undefined,
    { httpClient: createPost(tokens?.renewed) },
  );
  class Adapter extends CloudAdapter {
    /** Its `process` would write errors to the console, send their text to the caller, and prove the call by keys of its own. */
    take(way: Way, logic: (context: TurnContext) => Promise<void>) {
      const claimsIdentity = this.createClaimsIdentity(appId);
      const connectorFactory = authentication.createConnectorFactory(claimsIdentity);
      return this.processActivity(
        { audience: scope, claimsIdentity, connectorFactory },
        addressed(way),
        logic,
      );
    }
  }
  const adapter = new Adapter(authentication);
  adapter.onTurnError = async (context) => {
    const call = context.turnState.get(CALL) as OneCall;
    log.error('turn-failed', { code: 'uncaught' });
    try {
      await sendAll(context, call, help());
    } catch {
      call.lost = true;
    }
  };
  return adapter;
}

/** @throws when the SDK does not take the settings */
export async function createCarrier(deps: CarrierDeps): Promise<Carrier> {
  const adapter = await createAdapter(deps);
  return {
    async carry(way, work) {
      const call: OneCall = { lost: false, said: false, over: false };
      const stop = setTimeout(() => {
        call.over = true;
      }, ALL_MS);
      const taken = adapter
        .take(way, async (context) => {
          context.turnState.set(CALL, call);
          await work((said) => sendAll(context, call, said));
        })
        .finally(() => clearTimeout(stop));
      try {
        await within(ANSWER_MS, taken);
      } catch {
        // Late is not lost: who is sent it again would be answered twice.
        if (call.said) return;
        call.over = true;
        throw new Refusal('reply-lost');
      }
      if (call.lost) throw new Refusal('reply-lost');
    },
  };
}
