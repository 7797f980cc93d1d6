/** The Direct Line door, put together. */
import type { Lifetimes } from '../../expiring.ts';
import { createSpeak } from '../activities.ts';
import { SignpostBot } from '../bot.ts';
import type { DoorDeps, SocketDoor } from '../door.ts';
import type { Traffic } from '../traffic.ts';
import { DirectLineAdapter } from './adapter.ts';
import { createAdmission } from './admission.ts';
import { Conversations } from './conversations.ts';
import { Mailbox } from './mailbox.ts';
import { createRoutes } from './routes.ts';
import { Stream } from './stream.ts';
import { Talk } from './talk.ts';
import { createTokens } from './tokens.ts';

export interface DirectLineDeps extends DoorDeps {
  readonly secret: Uint8Array;
  readonly times: Lifetimes;
  readonly traffic: Traffic;
  readonly pingMs?: number;
}

export interface DirectLine extends SocketDoor {
  /** Forgets what is over; call it every few seconds. Returns how many conversations went. */
  sweep(): number;
  /** Conversations open now. */
  size(): number;
}

/** @returns the door, ready to be mounted by the server */
export function createDirectLine(deps: DirectLineDeps): DirectLine {
  const { now, log, traffic } = deps;
  const bot = () => deps.voice().bot;
  const speak = createSpeak(deps);
  const tokens = createTokens(deps.secret, now);
  const conversations = new Conversations(deps.times, now);
  const admission = createAdmission(tokens, conversations, now);
  const mailbox = new Mailbox(conversations, speak, bot);
  const adapter = new DirectLineAdapter({
    bot: new SignpostBot({ turn: deps.turn, speak }),
    mailbox,
    conversations,
    log,
    now,
  });
  const talk = new Talk({ adapter, mailbox, conversations, traffic, now, bot });
  const stream = new Stream({ admission, mailbox, pingMs: deps.pingMs });
  return {
    endpoints: createRoutes({ admission, conversations, mailbox, talk }),
    upgrade: (request, socket, head) => stream.upgrade(request, socket, head),
    close: () => stream.close(),
    sweep: () => conversations.sweep(),
    size: () => conversations.size,
  };
}
