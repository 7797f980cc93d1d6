/** Wires everything together and starts it. Nobody imports this file. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createBotService } from './channels/botservice/botservice.ts';
import { createDirectLine } from './channels/directline/directline.ts';
import { createFormDoor, type FormDeps } from './channels/form/form.ts';
import { Traffic } from './channels/traffic.ts';
import { type Door, readConfig } from './config.ts';
import { ContentError } from './content/problem.ts';
import { Counts } from './counts/counts.ts';
import { createLog } from './log.ts';
import { showPublished } from './published.ts';
import { serveHelpOnly } from './server/help-only.ts';
import { createServer, type Pages } from './server/server.ts';
import { MemoryStorage } from './sessions/memory.ts';
import { createSessions } from './sessions/sessions.ts';
import { tellShut } from './shut.ts';
import { staffed } from './staffed.ts';
import { openDesk } from './store/open.ts';
import { createTurn } from './turn.ts';

const SWEEP_MS = 2_000;

/** A file of dist/. */
const asset = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`./${name}`, import.meta.url)));

/** Reading the content leaves 150 MB behind (parse trees, a stretched heap), which V8 would keep until much more came. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: object) => void;
  // As if memory had run out: else V8 keeps the pages of the stretched heap for a rainy day.
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  // Node cuts small buffers out of a pool that it keeps: what somebody sent would stay there until others fill it.
  Buffer.poolSize = 0;
  const log = createLog((line) => process.stdout.write(`${line}\n`), config.logLevel);
  const shutLines = tellShut(config.shut, log);
  const shut = new Set<Door>(config.shut.map(({ door }) => door));
  const now = Date.now;
  const root = process.cwd();
  const desk = await openDesk(config, log, root);
  const times = { idleMs: config.idleMs, lifeMs: config.lifeMs };
  const storage = new MemoryStorage(times, now);
  const counts = new Counts();
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const addressAt = (port: number): string => config.publicUrl ?? `http://${host}:${port}`;
  const site = {
    base: addressAt(config.port),
    search: config.search,
    exitUrl: config.exitUrl,
    ...times,
    widgetJs: asset('widget.js'),
    pageJs: asset('page.js'),
    toolsJs: asset('tools.js'),
    bridgeJs: asset('bridge.js'),
    embedJs: asset('embed.js'),
    parents: config.embedOrigins,
    now,
  };
  const live = await showPublished(desk, { site, log, now, root, drafts: !config.production });
  const { content, assessor } = live.now().library;
  log.info('content-loaded', { count: content.dialogs.size });
  if (!assessor.model) log.error('content-loaded', { code: 'no-model' });
  const doorway: Omit<FormDeps, 'draw' | 'label'> = {
    turn: createTurn({
      library: () => live.now().library,
      off: () => live.now().off,
      sessions: createSessions(storage),
      counts,
      log,
      now,
    }),
    voice: live.now,
    log,
    now,
    times,
    traffic: new Traffic({ limited: () => counts.add('limited'), now }),
  };
  const directLine = createDirectLine({ ...doorway, secret: config.tokenSecret });
  const form = createFormDoor({
    ...doorway,
    label: (ref, locale) => live.now().label(ref, locale),
    draw: (view) => ({ ...live.now().draw(view), frame: config.embedOrigins }),
  });
  const botService =
    config.bot &&
    (await createBotService({
      ...doorway,
      settings: config.bot,
    }).catch(() => {
      // The other doors are open to whoever needs them.
      log.error('door-failed', { code: 'not-set-up' });
      shut.add('bot');
      return undefined;
    }));
  const pages: Pages = {
    get: (path) => live.now().pages.get(path),
    has: (path) => live.now().pages.has(path),
  };
  let ready = true;
  const health = {
    counts: () => counts.snapshot(),
    ready: () => ready,
    model: () => live.now().library.assessor.model !== undefined,
    shut: () => [...shut],
  };
  const beside = staffed({
    config,
    log,
    desk,
    content: () => live.now().library.content,
    shown: () => live.now().version,
    now,
    root,
    built: fileURLToPath(new URL('.', import.meta.url)),
    onFailed: () => shut.add('staff'),
  });
  const { staff } = beside;
  const server = createServer({
    config,
    log,
    directLine,
    form,
    pages,
    health,
    help: () => live.now().help,
    ...(staff && { staff }),
    ...(botService && { botService }),
  });

  collectGarbage();
  const { port } = await server.listen();
  const sweeper = setInterval(() => {
    const count = directLine.sweep() + form.sweep() + storage.sweep() + (botService?.sweep() ?? 0);
    if (count > 0) log.debug('swept', { count });
  }, SWEEP_MS);
  log.info('started', { port });
  const base = addressAt(port);
  const links = await beside.open(base);
  const told = [
    `Signpost is running. Open ${base}/ (or ${base}/chat for the chat alone). Ctrl+C stops it.`,
    ...links,
    ...shutLines,
  ];
  process.stdout.write(`${told.join('\n')}\n`);

  const stop = async (): Promise<void> => {
    if (!ready) return;
    ready = false;
    log.info('stopping');
    clearInterval(sweeper);
    await Promise.all([server.close(), beside.close(), desk.close()]);
    log.info('stopped');
    process.exit(0);
  };
  // Whoever read our output may go away; the chat goes on.
  process.stdout.on('error', () => {});
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A fault nobody caught must not take the talk of everybody else with it; its text may hold somebody's words.
  process.on('uncaughtException', () => log.error('request-failed', { code: 'uncaught' }));
  process.on('unhandledRejection', () => log.error('request-failed', { code: 'uncaught' }));
}

/** No chat can be had from broken content, but the numbers can: from the card that was made when all was well. */
async function helpOnly(): Promise<void> {
  const { host, port } = readConfig(process.env);
  await serveHelpOnly(asset('help-card.html').toString(), port, host);
  process.stderr.write('Until this is mended only a page with the help numbers is served.\n');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(1));
}

try {
  await start();
} catch (error) {
  const broken = error instanceof ContentError;
  const known = broken || (error instanceof Error && error.message.startsWith('The configuration'));
  const port =
    (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? 'The port is in use: set PORT to another.'
      : undefined;
  process.stderr.write(
    `Signpost did not start.\n${known ? (error as Error).message : (port ?? String(error))}\n`,
  );
  if (broken) await helpOnly().catch(() => process.exit(1));
  else process.exit(1);
}
