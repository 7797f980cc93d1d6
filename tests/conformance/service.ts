/** The real service in this process: real content, real turn, real server; its clock and its sockets in the test's hands. */
import type { Duplex } from 'node:stream';
import { createDirectLine } from '../../src/channels/directline/directline.ts';
import type { Voice } from '../../src/channels/door.ts';
import { Traffic } from '../../src/channels/traffic.ts';
import { readConfig } from '../../src/config.ts';
import { Counts } from '../../src/counts/counts.ts';
import { createLog } from '../../src/log.ts';
import { plainHelp } from '../../src/replies/plain-help.ts';
import { render } from '../../src/replies/render.ts';
import { createServer } from '../../src/server/server.ts';
import { MemoryStorage } from '../../src/sessions/memory.ts';
import { createSessions } from '../../src/sessions/sessions.ts';
import { createTurn } from '../../src/turn.ts';
import { TUESDAY_TEN } from '../bot.ts';
import { realLibrary } from '../library.ts';

export interface Service {
  readonly origin: string;
  readonly port: number;
  /** The log, at its most talkative. */
  readonly lines: readonly string[];
  /** The service's time goes on by this much. */
  tick(ms: number): void;
  /** Cuts every WebSocket from this side, without a goodbye. */
  drop(): void;
  close(): Promise<void>;
}

/** @param env what an operator would set */
export async function startService(env: Record<string, string>): Promise<Service> {
  const config = readConfig({ PORT: '0', ...env });
  const library = realLibrary();
  const { content } = library;
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), 'debug');
  const began = performance.now();
  let ahead = 0;
  const now = () => TUESDAY_TEN + ahead + (performance.now() - began);
  const times = { idleMs: config.idleMs, lifeMs: config.lifeMs };
  const storage = new MemoryStorage(times, now);
  const counts = new Counts();
  const voice: Voice = {
    render: (reply, view) => render(content, reply, view),
    help: plainHelp(content, now()),
    bot: content.ui.bot,
  };
  const door = createDirectLine({
    turn: createTurn({ library: () => library, sessions: createSessions(storage), counts, log, now }),
    voice: () => voice,
    log,
    now,
    secret: config.tokenSecret,
    times,
    traffic: new Traffic({ limited: () => counts.add('limited'), now }),
  });
  const sockets = new Set<Duplex>();
  const server = createServer({
    config,
    log,
    help: () => voice.help,
    pages: new Map(),
    health: { ready: () => true, model: () => true, counts: () => counts.snapshot() },
    drainMs: 2_000,
    directLine: {
      ...door,
      upgrade: (request, socket, head) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        return door.upgrade(request, socket, head);
      },
    },
  });
  const { port } = await server.listen();
  return {
    origin: `http://${config.host}:${port}`,
    port,
    lines,
    tick(ms) {
      ahead += ms;
      door.sweep();
      storage.sweep();
    },
    drop() {
      for (const socket of sockets) socket.destroy();
    },
    close: () => server.close(),
  };
}
