/** The door of Azure Bot Service, put together: Microsoft Teams posts activities to it and is answered where it says. */

import type { BotConfig } from '../../config.ts';
import type { Lifetimes } from '../../expiring.ts';
import type { Turn } from '../../turn.ts';
import { createSpeak } from '../activities.ts';
import { SignpostBot } from '../bot.ts';
import type { Answer, Call, Door, DoorDeps } from '../door.ts';
import { ExchangeAdapter } from '../exchange.ts';
import type { Traffic } from '../traffic.ts';
import { type Arrived, readArrived } from './arrived.ts';
import { createCarrier } from './carrier.ts';
import { Conversing } from './conversing.ts';
import { createDigest } from './digest.ts';
import { createGuard } from './guard.ts';
import { Replays } from './replays.ts';
import { forTeams } from './shape.ts';
import { BotTalks } from './talks.ts';

/** Of a quarter of a megabyte each; children's turns come in between. */
const BODIES = 16;

export interface BotServiceDeps extends DoorDeps {
  readonly settings: BotConfig;
  readonly times: Lifetimes;
  readonly traffic: Traffic;
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
  const { turn, traffic, times, settings, log, now } = deps;
  const bot = () => deps.voice().bot;
  const speak = createSpeak(deps);
  const digest = createDigest();
  const talks = new BotTalks(times, now);
  const replays = new Replays({ digest, now });
  const guard = createGuard({ settings, now });
  const inTeams: Turn = (input) => turn({ ...input, channel: 'teams' });
  const adapter = new ExchangeAdapter({ bot: new SignpostBot({ turn: inTeams, speak }), speak, log, now });
  const conversing = new Conversing({ adapter, talks, traffic, speak, digest, log, now, bot });
  const carrier = await createCarrier({ settings, log, now, help: () => forTeams(conversing.help()) });

  const deliver = async (arrived: Arrived): Promise<void> => {
    const takeBack = replays.take(arrived);
    const saying = await conversing.hear(arrived);
    try {
      if (saying) await carrier.carry(arrived.way, saying.send);
    } catch (error) {
      saying?.lost();
      takeBack();
      throw error;
    }
  };
  const before = async (token: string | undefined) => {
    const isFor = await guard(token);
    return async ({ body }: Call): Promise<Answer> => {
      const arrived = readArrived(body);
      isFor(arrived);
      await deliver(arrived);
      return { status: arrived.kind === 'invoke' ? 501 : 200, body: {} };
    };
  };
  const answer = async (call: Call): Promise<Answer> => (await before(call.token))(call);

  return {
    endpoints: [{ method: 'POST', path: '/api/messages', reads: 'activity', atOnce: BODIES, before, answer }],
    sweep: () => {
      replays.sweep();
      return talks.sweep();
    },
    size: () => talks.size,
  };
}
