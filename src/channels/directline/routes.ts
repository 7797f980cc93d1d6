/** The addresses of Direct Line 3.0, as Microsoft's own clients use them. */
import type { Answer, Call, Endpoint } from '../door.ts';
import type { Admission } from './admission.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { readWatermark } from './frames.ts';
import type { Mailbox } from './mailbox.ts';
import type { Talk } from './talk.ts';

const ROOT = '/v3/directline';
const ONE = `${ROOT}/conversations/:id`;

export interface RouteDeps {
  readonly admission: Admission;
  readonly conversations: Conversations;
  readonly mailbox: Mailbox;
  readonly talk: Talk;
}

class Routes {
  readonly #deps: RouteDeps;

  constructor(deps: RouteDeps) {
    this.#deps = deps;
  }

  async generate(): Promise<Answer> {
    const { admission, conversations } = this.#deps;
    return { status: 200, body: await admission.ticket(conversations.create()) };
  }

  /**
   * Opens the talk. Without a token it opens a new one, which saves a slow phone one trip: tokens are free to
   * anybody at /tokens/generate. A token whose conversation is over also opens a new one, under a new id.
   */
  async start(call: Call): Promise<Answer> {
    const { admission, conversations, talk } = this.#deps;
    const held = call.token === undefined ? undefined : conversations.get(await admission.prove(call.token));
    if (held?.welcomed) return { status: 200, body: await this.#withStream(held, call) };
    const conversation = held ?? conversations.create();
    await talk.welcome(conversation);
    return { status: 201, body: await this.#withStream(conversation, call) };
  }

  async reconnect(call: Call): Promise<Answer> {
    return { status: 200, body: await this.#withStream(await this.#admit(call), call) };
  }

  async poll(call: Call): Promise<Answer> {
    const conversation = await this.#admit(call);
    const watermark = readWatermark(call.query.get('watermark'));
    const { frame, delivered } = this.#deps.mailbox.since(conversation, watermark);
    delivered();
    return { status: 200, body: frame };
  }

  async post(call: Call, uploaded: boolean): Promise<Answer> {
    const id = await this.#deps.talk.post(await this.#admit(call), call.body, uploaded);
    return { status: 200, body: { id } };
  }

  /** Deletes the talk as its page is left. A beacon carries no headers, so the token comes in the body. */
  async leave({ params, body }: Call): Promise<Answer> {
    const token = (body as { token?: unknown } | null)?.token;
    const held = await this.#deps.admission.admit(params.id, typeof token === 'string' ? token : undefined);
    await this.#deps.talk.post(held, { type: 'event', name: 'signpost.wipe' }, false);
    return { status: 200, body: {} };
  }

  async refresh({ token }: Call): Promise<Answer> {
    const { admission } = this.#deps;
    return {
      status: 200,
      body: await admission.ticket(await admission.admit(await admission.prove(token), token)),
    };
  }

  #admit({ params, token }: Call): Promise<Conversation> {
    return this.#deps.admission.admit(params.id, token);
  }

  async #withStream(conversation: Conversation, { base, query }: Call): Promise<object> {
    const ticket = await this.#deps.admission.ticket(conversation);
    const stream = `${base.replace(/^http/, 'ws')}${ROOT}/conversations/${conversation.id}/stream`;
    const watermark = readWatermark(query.get('watermark'));
    return { ...ticket, streamUrl: `${stream}?watermark=${watermark}&t=${ticket.token}` };
  }
}

/** @returns every HTTP endpoint of the channel; the stream is in stream.ts */
export function createRoutes(deps: RouteDeps): readonly Endpoint[] {
  const routes = new Routes(deps);
  const nothing = { reads: 'nothing' } as const;
  return [
    { method: 'POST', path: `${ROOT}/tokens/generate`, ...nothing, answer: () => routes.generate() },
    { method: 'POST', path: `${ROOT}/tokens/refresh`, ...nothing, answer: (call) => routes.refresh(call) },
    { method: 'POST', path: `${ROOT}/conversations`, ...nothing, answer: (call) => routes.start(call) },
    { method: 'GET', path: ONE, ...nothing, answer: (call) => routes.reconnect(call) },
    { method: 'GET', path: `${ONE}/activities`, ...nothing, answer: (call) => routes.poll(call) },
    { method: 'POST', path: `${ONE}/activities`, reads: 'json', answer: (call) => routes.post(call, false) },
    { method: 'POST', path: `${ONE}/wipe`, reads: 'beacon', answer: (call) => routes.leave(call) },
    { method: 'POST', path: `${ONE}/upload`, reads: 'upload', answer: (call) => routes.post(call, true) },
  ];
}
