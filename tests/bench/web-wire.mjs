/**
 * A proxy that makes WebSockets as slow as the network of a profile: Chromium's own emulation slows requests only, so
 * that answers over a socket would come sooner than any network can bring them.
 */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** Hands on what comes in after the latency, and no faster than the line carries it. */
function slowly(from, to, { latency, kbps }, count) {
  let free = 0;
  from.on('data', (chunk) => {
    count(chunk.length);
    const now = performance.now();
    free = Math.max(free, now) + (chunk.length * 8) / kbps;
    setTimeout(() => to.writable && to.write(chunk), free - now + latency);
  });
}

/**
 * @param {number} port of the service on this machine
 * @returns its origin through the proxy; `pace` sets the profile for sockets that are opened from now on
 */
export async function startWire(port) {
  let profile = { latency: 0, kbps: Number.POSITIVE_INFINITY };
  let heard = 0;
  const count = (bytes) => {
    heard += bytes;
  };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const side of [near, far]) side.on('error', end).on('close', end);
    near.once('data', (head) => {
      // Chromium opens a connection of its own for each socket.
      if (/\r\nupgrade: websocket\r\n/i.test(head.toString('latin1'))) slowly(far, near, profile, count);
      else far.pipe(near);
      far.write(head);
      near.pipe(far);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    pace(next) {
      profile = next;
    },
    /** Bytes that came over WebSockets so far, packed as they are. */
    heard: () => heard,
    close: () => server.close(),
  };
}
