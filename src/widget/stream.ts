/** How messages arrive: over a WebSocket, or, where a network lets none through, by asking again and again. */

export interface StreamEvents {
  onReady(): void;
  onFrame(frame: unknown): void;
  /** `code` is that of the socket; 0 when there was none. */
  onEnd(code: number, opened: boolean): void;
}

export interface Stream {
  close(): void;
}

/** An empty message keeps the way open: proxies close what is silent. */
const PING_MS = 20_000;
const POLL_MS = 2_000;

const parse = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
};

export function openSocket(url: string, events: StreamEvents): Stream {
  const socket = new WebSocket(url);
  let opened = false;
  const ping = setInterval(() => opened && socket.send(''), PING_MS);
  socket.onopen = () => {
    opened = true;
    events.onReady();
  };
  socket.onmessage = (event) => events.onFrame(parse(event.data));
  socket.onclose = (event) => {
    clearInterval(ping);
    events.onEnd(event.code, opened);
  };
  return {
    close() {
      clearInterval(ping);
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
}

/** @param ask one look for new messages; it rejects when the server does not answer */
export function openPolling(ask: () => Promise<unknown>, events: StreamEvents): Stream {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const look = async () => {
    try {
      const frame = await ask();
      if (closed) return;
      events.onFrame(frame);
      timer = setTimeout(look, POLL_MS);
    } catch {
      if (!closed) events.onEnd(0, true);
    }
  };
  events.onReady();
  void look();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
