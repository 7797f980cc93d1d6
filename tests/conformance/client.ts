/** Runs in the page: Microsoft's own client, unchanged. What it observes is told to the test as it comes. */
import {
  type Activity,
  ConnectionStatus,
  DirectLine,
  type DirectLineOptions,
} from 'botframework-directlinejs';

type Told = 'status' | 'activity' | 'failure' | 'completed';

declare global {
  interface Window {
    /** Put there by the test (rig.ts). */
    tell(what: Told, value: unknown): Promise<void>;
    client: typeof client;
  }
}

let line: DirectLine;

const client = {
  /** Without a token it asks for one first, as pages do: the client by itself would send "Bearer undefined". */
  async connect(options: DirectLineOptions): Promise<void> {
    const generate = () => fetch(`${options.domain}/tokens/generate`, { method: 'POST' });
    const token = options.token ?? (await (await generate()).json()).token;
    line = new DirectLine({ ...options, token });
    line.connectionStatus$.subscribe((status) => window.tell('status', ConnectionStatus[status]));
    line.activity$.subscribe(
      (activity) => window.tell('activity', activity),
      (error: Error) => window.tell('failure', error.message),
      () => window.tell('completed', null),
    );
  },

  /** @returns the id it was given, or "retry", as the client says it; an error's status as "refused <status>" */
  post: (activity: Activity): Promise<string> =>
    line
      .postActivity(activity)
      .toPromise()
      .catch((error: { status?: number }) => `refused ${error.status}`),

  /** A picture as a person's browser hands it to the client. */
  picture: (): string => URL.createObjectURL(new Blob([new Uint8Array(3_000)], { type: 'image/png' })),

  /** What a page would keep to take the talk up again. */
  ticket(): { conversationId: string; token: string; watermark: string } {
    const { conversationId, token, watermark } = line as unknown as Record<string, string>;
    return { conversationId: String(conversationId), token: String(token), watermark: String(watermark) };
  },

  end: (): void => line.end(),
};

window.client = client;
