/** The door of Azure Bot Service, put together: Microsoft Teams posts activities to it and is answered where it says. */
import type { Lifetimes } from '../../expiring.ts';
import { createSpeak } from '../activities.ts';
import { SignpostBot } from '../bot.ts';
import { type Answer, type Call, type Door, type DoorDeps, Refusal } from '../door.ts';
import { ExchangeAdapter } from '../exchange.ts';
import type { Traffic } from '../traffic.ts';
import { readArrived } from './arrived.ts';
import { createCarrier } from './carrier.ts';
import { Conversing } from './conversing.ts';
import { createDigest } from './digest.ts';
import { createGuard } from './guard.ts';
import { Replays } from './replays.ts';
import type { BotSettings } from './settings.ts';
import { forTeams } from './shape.ts';
import { BotTalks } from './talks.ts';

export interface BotServiceDeps extends DoorDeps {
  readonly settings: BotSettings;
  readonly times: Lifetimes;
  readonly traffic: Traffic;
  /** The ref of the button that a talk begins with; undefined: with the welcome. */
  readonly opening: () => string | undefined;
}

export interface BotServiceDoor extends Door {
  /** Forgets what is over; call it every few seconds. Returns how many talks went. */
  sweep(): number;
  /** Talks open now. */
  size(): number;
}

/**
 * @returns the door, ready to be mounted by the server
 * @throws when the SDK does not take the settings
 */
export async function createBotService(deps: BotServiceDeps): Promise<BotServiceDoor> {
  const { turn, traffic, times, settings, opening, log, now } = deps;
  const bot = () => deps.voice().bot;
  const speak = createSpeak(deps);
  const digest = createDigest();
  const talks = new BotTalks(times, now);
  const replays = new Replays({ digest, now });
  const guard = createGuard({ settings, now });
  const adapter = new ExchangeAdapter({ bot: new SignpostBot({ turn, speak }), speak, log, now });
  const conversing = new Conversing({ adapter, talks, traffic, speak, digest, now, bot, opening });
  const carrier = await createCarrier({ settings, log, now, help: () => forTeams(conversing.help()) });

  const answer = async ({ token, body }: Call): Promise<Answer> => {
    if (!token) throw new Refusal(token === undefined ? 'no-token' : 'not-signed');
    const arrived = readArrived(body);
    await guard(token, arrived);
    const takeBack = replays.take(arrived);
    try {
      await carrier.carry(token, arrived.way, (give) => conversing.hear(arrived, give));
    } catch (error) {
      takeBack();
      throw error;
    }
    return { status: arrived.kind === 'invoke' ? 501 : 200, body: {} };
  };

  return {
    endpoints: [{ method: 'POST', path: '/api/messages', reads: 'activity', answer }],
    sweep: () => {
      replays.sweep();
      return talks.sweep();
    },
    size: () => talks.size,
  };
}
