/** The HTTP server: mounts doors and pages on restify, and lets nothing in or out without its limits and headers. */
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Door, SocketDoor } from '../channels/door.ts';
import type { Config } from '../config.ts';
import type { StaffSide } from '../editor/side.ts';
import type { Log } from '../log.ts';
import { Answers, type Pages } from './answers.ts';
import { wordErrors, wordRaw } from './errors.ts';
import type { Health } from './health.ts';
import { setLimits } from './limits.ts';
import { gate, mountDoor, mountOwn } from './mount.ts';
import { createOrigins } from './origins.ts';
import { createSilentLog } from './silent-log.ts';
import { staffGate } from './staff.ts';

export type { Page, Pages } from './answers.ts';
export type { Health } from './health.ts';

export interface ServerDeps {
  readonly config: Pick<Config, 'host' | 'port' | 'publicUrl' | 'allowedOrigins'> &
    Partial<Pick<Config, 'search' | 'editorPort' | 'editorUrl'>>;
  readonly log: Log;
  readonly directLine: SocketDoor;
  /** The chat without scripts. */
  readonly form?: Door;
  /** Microsoft Teams, through Azure Bot Service. */
  readonly botService?: Door;
  /** Path -> static answer. `/404` and `/500`, when there, are what a browser is shown for these. */
  readonly pages: Pages;
  /** What is below /editor, unless it has a port of its own. */
  readonly staff?: StaffSide;
  readonly health: Health;
  /** The help numbers as plain text, on every error. */
  readonly help: () => string;
  /** How long close() waits for requests under way. */
  readonly drainMs?: number;
}

/**
 * @returns `listen`, which tells the port, and `close`, which stops taking connections, says goodbye to the
 *   WebSockets (1001) and waits up to `drainMs` (10 s) for the requests under way
 */
export function createServer(deps: ServerDeps) {
  const { config, log, directLine, drainMs = 10_000 } = deps;
  const origins = createOrigins(config);
  const answers = new Answers({ ...deps, origins });
  const server = restify.createServer({ name: '', log: createSilentLog(log) as never, maxParamLength: 64 });
  const http = server.server as HttpServer;
  // restify repeats the errors of its http server, such as a port in use; `listen` tells of them.
  server.on('error', () => {});
  setLimits(http);
  if (deps.staff) server.pre(staffGate({ config, log, staff: deps.staff }));
  server.pre(gate(origins, answers));
  mountDoor(server, directLine, origins, answers);
  if (deps.form) mountDoor(server, deps.form, origins, answers);
  if (deps.botService) mountDoor(server, deps.botService, origins, answers);
  mountOwn(server, deps.health, deps.pages, answers);
  wordErrors(server, deps.pages, answers);
  wordRaw(http, { door: directLine, log, origins, answers });

  return {
    listen(): Promise<{ port: number }> {
      return new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(config.port, config.host, () => {
          http.off('error', reject);
          resolve({ port: (http.address() as AddressInfo).port });
        });
      });
    },

    close(): Promise<void> {
      answers.leave();
      return new Promise((resolve) => {
        const late = setTimeout(() => http.closeAllConnections(), drainMs);
        http.close(() => {
          clearTimeout(late);
          resolve();
        });
        directLine.close();
      });
    },
  };
}
