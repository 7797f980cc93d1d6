/** How messages arrive: over a WebSocket, or, where a network lets none through, by asking again and again. */

export interface StreamEvents {
  onReady(): void;
  onFrame(frame: unknown): void;
  /** `code` is that of the socket, 0 when there was none; `ready`: it had begun. */
  onEnd(code: number, ready: boolean): void;
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

/** @throws where the browser's policy forbids the address: some older ones do, though it is our own */
export function openSocket(url: string, events: StreamEvents): Stream {
  const socket = new WebSocket(url);
  let ready = false;
  const ping = setInterval(() => ready && socket.send(''), PING_MS);
  socket.onopen = () => {
    ready = true;
    events.onReady();
  };
  socket.onmessage = (event) => events.onFrame(parse(event.data));
  socket.onclose = (event) => {
    clearInterval(ping);
    events.onEnd(event.code, ready);
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
  let ready = false;
  let closed = false;
  const look = async () => {
    try {
      const frame = await ask();
      if (closed) return;
      if (!ready) events.onReady();
      ready = true;
      events.onFrame(frame);
      timer = setTimeout(look, POLL_MS);
    } catch {
      if (!closed) events.onEnd(0, ready);
    }
  };
  void look();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
