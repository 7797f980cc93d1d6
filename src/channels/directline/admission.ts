/** Who may come in: a token must be good, for this conversation, and the conversation must still be open. */
import { same } from '../../same.ts';
import { Refusal } from '../door.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { TOKEN_SECONDS, type Tokens } from './tokens.ts';

export type Admission = ReturnType<typeof createAdmission>;

/** @param now the clock in ms */
export function createAdmission(tokens: Tokens, conversations: Conversations, now: () => number) {
  /** A conversation remembers its last good token, so that a talk pays for one signature check, not one a message. */
  const remembered = ({ pass }: Conversation, token: string): boolean =>
    pass !== null && pass.ends > now() / 1000 && same(pass.token, token);

  const prove = async (token: string | undefined): Promise<string> => {
    if (token === undefined) throw new Refusal('no-token');
    const claims = await tokens.verify(token);
    if (!claims) throw new Refusal('bad-token');
    const conversation = conversations.get(claims.conversation);
    if (conversation) conversation.pass = { token, ends: claims.ends };
    return claims.conversation;
  };

  return {
    /** The conversation a token is for, open or not. */
    prove,

    /** The conversation of an address, when the token is for it and it is still open. */
    async admit(id: string | undefined, token: string | undefined): Promise<Conversation> {
      const known = id === undefined ? undefined : conversations.get(id);
      if (known && token !== undefined && remembered(known, token)) return known;
      if ((await prove(token)) !== id) throw new Refusal('bad-token');
      const conversation = conversations.get(id);
      if (!conversation) throw new Refusal('no-conversation');
      return conversation;
    },

    /** A new token, with what every Direct Line answer says beside it. */
    async ticket(conversation: Conversation) {
      const ends = Math.floor(now() / 1000) + TOKEN_SECONDS;
      const token = await tokens.sign({ conversation: conversation.id, ends });
      conversation.pass = { token, ends };
      return { conversationId: conversation.id, token, expires_in: TOKEN_SECONDS };
    },
  };
}
