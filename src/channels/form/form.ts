/**
 * The door that works without scripts: a form is posted, a whole page answers. The talk is named by a hidden field and
 * by nothing else, so there is no cookie, and no address, history entry or log line tells of it.
 */
import type { Lifetimes } from '../../expiring.ts';
import { createSpeak } from '../activities.ts';
import { SignpostBot } from '../bot.ts';
import type { Answer, Call, Door, DoorDeps, Endpoint } from '../door.ts';
import { ExchangeAdapter } from '../exchange.ts';
import type { Traffic } from '../traffic.ts';
import { Conversing, type ConversingDeps } from './conversing.ts';
import { readFields } from './fields.ts';
import { FormTalks } from './talks.ts';
import type { DrawTalk } from './view.ts';

const ROOT = '/chat';

export interface FormDeps extends DoorDeps {
  readonly times: Lifetimes;
  readonly traffic: Traffic;
  readonly label: ConversingDeps['label'];
  readonly draw: DrawTalk;
}

export interface FormDoor extends Door {
  /** Forgets what is over; call it every few seconds. Returns how many talks went. */
  sweep(): number;
  /** Talks open now. */
  size(): number;
}

/**
 * Pages of any site may post. Under our own `no-referrer` a browser names no Origin even for our own page, so there is
 * nothing to tell them apart by but what it says beside it (`foreign`); and all a foreign page can do is begin a talk,
 * for its token is not taken: else a page could lead somebody into a talk whose token it knows. What it sent is answered
 * and not drawn: else it could put words into somebody's mouth on our page.
 */
function createEndpoints(conversing: Conversing, draw: DrawTalk): readonly Endpoint[] {
  const post = async ({ body, foreign }: Call): Promise<Answer> => {
    const fields = readFields(body);
    const view = await conversing.hear(fields, foreign ? '' : fields.talk);
    return { status: 200, body: null, page: draw(foreign ? { ...view, said: null } : view) };
  };
  const leave = async (name: string): Promise<Answer> => {
    await conversing.end(name);
    return { status: 204, body: null };
  };
  const any = { method: 'POST', anyOrigin: true } as const;
  return [
    { ...any, path: ROOT, reads: 'form', answer: post },
    {
      ...any,
      path: `${ROOT}/leave`,
      reads: 'form-beacon',
      answer: ({ body }) => leave(readFields(body).talk),
    },
    // The way out pings this address by itself: it comes into no address bar and no history.
    {
      ...any,
      path: `${ROOT}/leave/:talk`,
      reads: 'nothing',
      answer: ({ params }) => leave(params.talk ?? ''),
    },
  ];
}

/** @returns the door, ready to be mounted by the server */
export function createFormDoor(deps: FormDeps): FormDoor {
  const { turn, times, traffic, label, log, now, draw } = deps;
  const bot = () => deps.voice().bot;
  const speak = createSpeak(deps);
  const talks = new FormTalks(times, now);
  const adapter = new ExchangeAdapter({ bot: new SignpostBot({ turn, speak }), speak, log, now });
  const conversing = new Conversing({ adapter, talks, traffic, now, bot, label });
  return {
    endpoints: createEndpoints(conversing, draw),
    sweep: () => talks.sweep(),
    size: () => talks.size,
  };
}
