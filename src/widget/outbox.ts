/** Messages that the server does not have yet. Each is sent again by itself once, then only when asked. */

/** What is posted: words, a button, or nothing to show. */
export type Body = { readonly text: string } | { readonly choice: string };

interface Post {
  readonly body: Body;
  tries: number;
  busy: boolean;
}

const AUTOMATIC_TRIES = 2;

/** The activity that says it, in the form that Direct Line wants. */
export function activityOf(key: string, body: Body): object {
  const said =
    'choice' in body
      ? { value: { choice: body.choice }, channelData: { clientActivityID: key, postBack: true } }
      : { text: body.text, channelData: { clientActivityID: key } };
  return { type: 'message', from: { id: 'me', role: 'user' }, locale: 'en-GB', ...said };
}

/** @param post hands one activity to the server: 'sent', 'failed', or 'later' when there is no talk to post to */
export function createOutbox(
  post: (activity: object) => Promise<'sent' | 'failed' | 'later'>,
  onPost: (key: string, sent: 'sending' | 'sent' | 'failed') => void,
) {
  const posts = new Map<string, Post>();
  /** One after the other: two that are under way at once could come in the other order. */
  let line: Promise<unknown> = Promise.resolve();

  async function deliver(key: string): Promise<void> {
    const entry = posts.get(key);
    if (!entry || entry.busy) return;
    entry.busy = true;
    onPost(key, 'sending');
    const mine = line.then(() => (posts.has(key) ? post(activityOf(key, entry.body)) : 'later'));
    line = mine;
    const outcome = await mine;
    entry.busy = false;
    if (outcome !== 'later') entry.tries += 1;
    if (outcome === 'sent') arrived(key);
    else if (outcome === 'failed' && posts.has(key)) onPost(key, 'failed');
  }

  function arrived(key: string): void {
    if (posts.delete(key)) onPost(key, 'sent');
  }

  return {
    add(key: string, body: Body): void {
      posts.set(key, { body, tries: 0, busy: false });
      // Before it goes what still waits for its first try: it was said earlier.
      for (const [one, { tries }] of posts) if (!tries) void deliver(one);
    },
    retry: (key: string): void => void deliver(key),
    arrived,
    /** A way to the server is open again. */
    resend(): void {
      for (const [key, { tries }] of posts) if (tries < AUTOMATIC_TRIES) void deliver(key);
    },
    /** There is no way to the server: what waits for one was not sent. */
    stall(): void {
      for (const [key, { busy }] of posts) if (!busy) onPost(key, 'failed');
    },
    clear: (): void => posts.clear(),
  };
}
