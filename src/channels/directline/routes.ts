/** The addresses of Direct Line 3.0, as Microsoft's own clients use them. */
import { type Answer, type Call, type Endpoint, Refusal } from '../door.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { readWatermark } from './frames.ts';
import type { Mailbox } from './mailbox.ts';
import type { createTalk } from './talk.ts';
import { TOKEN_SECONDS, type Tokens } from './tokens.ts';

const ROOT = '/v3/directline';
const ONE = `${ROOT}/conversations/:id`;

export interface RouteDeps {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly mailbox: Mailbox;
  readonly talk: ReturnType<typeof createTalk>;
}

/** @returns every HTTP endpoint of the channel; the stream is in stream.ts */
export function createRoutes({ tokens, conversations, mailbox, talk }: RouteDeps): readonly Endpoint[] {
  /** The conversation a caller's token is for. */
  const idOf = async ({ token }: Call): Promise<string> => {
    if (token === undefined) throw new Refusal('no-token');
    const id = await tokens.verify(token);
    if (id === undefined) throw new Refusal('bad-token');
    return id;
  };

  /** The conversation of the address, when the token is for it and it is still open. */
  const admit = async (call: Call): Promise<Conversation> => {
    if ((await idOf(call)) !== call.params.id) throw new Refusal('bad-token');
    const conversation = conversations.get(call.params.id);
    if (!conversation) throw new Refusal('no-conversation');
    return conversation;
  };

  const ticket = async ({ id }: Conversation) => ({
    conversationId: id,
    token: await tokens.sign(id),
    expires_in: TOKEN_SECONDS,
  });

  const withStream = async (conversation: Conversation, { base }: Call, watermark: number) => {
    const given = await ticket(conversation);
    const stream = `${base.replace(/^http/, 'ws')}${ROOT}/conversations/${conversation.id}/stream`;
    return { ...given, streamUrl: `${stream}?watermark=${watermark}&t=${given.token}` };
  };

  const generate = async (): Promise<Answer> => ({ status: 200, body: await ticket(conversations.create()) });

  /**
   * Opens the talk. Without a token it opens a new one, which saves a slow phone one trip: tokens are free to
   * anybody at /tokens/generate. A token whose conversation is over also opens a new one, under a new id.
   */
  const start = async (call: Call): Promise<Answer> => {
    const held = call.token === undefined ? undefined : conversations.get(await idOf(call));
    if (held?.welcomed) return { status: 200, body: await withStream(held, call, 0) };
    const conversation = held ?? conversations.create();
    await talk.welcome(conversation);
    return { status: 201, body: await withStream(conversation, call, 0) };
  };

  const reconnect = async (call: Call): Promise<Answer> => {
    const conversation = await admit(call);
    return {
      status: 200,
      body: await withStream(conversation, call, readWatermark(call.query.get('watermark'))),
    };
  };

  const poll = async (call: Call): Promise<Answer> => {
    const conversation = await admit(call);
    const { frame, delivered } = mailbox.since(conversation, readWatermark(call.query.get('watermark')));
    delivered();
    return { status: 200, body: frame };
  };

  const post =
    (uploaded: boolean) =>
    async (call: Call): Promise<Answer> => ({
      status: 200,
      body: { id: await talk.post(await admit(call), call.body, uploaded) },
    });

  const refresh = async (call: Call): Promise<Answer> => {
    const conversation = conversations.get(await idOf(call));
    if (!conversation) throw new Refusal('no-conversation');
    return { status: 200, body: await ticket(conversation) };
  };

  return [
    { method: 'POST', path: `${ROOT}/tokens/generate`, reads: 'nothing', answer: generate },
    { method: 'POST', path: `${ROOT}/tokens/refresh`, reads: 'nothing', answer: refresh },
    { method: 'POST', path: `${ROOT}/conversations`, reads: 'nothing', answer: start },
    { method: 'GET', path: ONE, reads: 'nothing', answer: reconnect },
    { method: 'GET', path: `${ONE}/activities`, reads: 'nothing', answer: poll },
    { method: 'POST', path: `${ONE}/activities`, reads: 'json', answer: post(false) },
    { method: 'POST', path: `${ONE}/upload`, reads: 'upload', answer: post(true) },
  ];
}
