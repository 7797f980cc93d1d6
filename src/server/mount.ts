/** Puts the endpoints of a door, the pages and the health addresses on restify. */
import type { Next, Request, Response, Server } from 'restify';
import { type Call, type Door, type Endpoint, Refusal } from '../channels/door.ts';
import type { Answers, Pages } from './answers.ts';
import { readActivity, readBeacon, readJson } from './body.ts';
import { readForm, readFormBeacon } from './form.ts';
import { type Health, METRICS_TYPE, metricsText } from './health.ts';
import type { Origins } from './origins.ts';
import { createTurnstile } from './turnstile.ts';
import { readUpload } from './upload.ts';

const CORS = [
  'Access-Control-Allow-Methods',
  'GET, POST',
  'Access-Control-Allow-Headers',
  'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'Access-Control-Max-Age',
  '7200',
];
const NO_QUERY = new URLSearchParams();
const READERS = {
  nothing: async () => undefined,
  json: readJson,
  activity: readActivity,
  beacon: readBeacon,
  upload: readUpload,
  form: readForm,
  'form-beacon': readFormBeacon,
} as const;

function bearer(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1] ?? '';
}

/** Browsers tell it in one header or the other, old ones in neither. Nobody can make them tell another's. */
function isForeign({ headers }: Request, base: string, origins: Origins): boolean {
  const { origin = 'null', 'sec-fetch-site': site = 'none' } = headers;
  return (site !== 'same-origin' && site !== 'none') || (origin !== 'null' && !origins.allows(origin, base));
}

type Read = (request: Request) => Promise<unknown>;

/** Whoever waits for longer has likely given up. */
const QUEUE = { waiting: 256, patienceMs: 5_000 };

/** @returns what reads the bodies of an endpoint, so many at a time as it takes */
function readerOf({ reads, atOnce }: Endpoint): Read {
  const read: Read = READERS[reads];
  if (atOnce === undefined) return read;
  const { enter, leave } = createTurnstile({ ...QUEUE, atOnce });
  return async (request) => {
    if (!(await enter())) throw new Refusal('busy');
    // Whatever else came in is heard before the next body is read.
    return read(request).finally(() => setImmediate(leave));
  };
}

async function readCall(request: Request, read: Read, base: string, foreign: boolean): Promise<Call> {
  const url = request.url ?? '';
  const at = url.indexOf('?');
  return {
    params: request.params,
    query: at < 0 ? NO_QUERY : new URLSearchParams(url.slice(at + 1)),
    token: bearer(request.headers.authorization),
    body: await read(request),
    base,
    foreign,
  };
}

/** Stops what restify would stumble over and answers OPTIONS: runs before any route is looked up. */
export function gate(origins: Origins, answers: Answers) {
  return (request: Request, response: Response, next: Next): void => {
    const base = origins.base(request.headers.host);
    const { origin } = request.headers;
    if (base === undefined || !request.url?.startsWith('/')) {
      answers.refuse(request, response, new Refusal('bad-shape'));
    } else if (request.method !== 'OPTIONS') {
      next();
      return;
    } else if (origin !== undefined && !origins.allows(origin, base)) {
      answers.refuse(request, response, new Refusal('bad-origin'));
    } else {
      answers.empty(request, response, CORS);
    }
    next(false);
  };
}

/** Each endpoint of a door gets its call and its answer is written; whatever it throws becomes a refusal. */
export function mountDoor(server: Server, { endpoints }: Door, origins: Origins, answers: Answers): void {
  for (const endpoint of endpoints) {
    const read = readerOf(endpoint);
    const { before } = endpoint;
    // restify writes a returned value, and with it the request, to its log: nothing is returned.
    const handler = async (request: Request, response: Response): Promise<void> => {
      try {
        const base = origins.base(request.headers.host) ?? '';
        const { origin } = request.headers;
        const allowed = endpoint.anyOrigin || origin === undefined || origins.allows(origin, base);
        if (!allowed) throw new Refusal('bad-origin');
        const foreign = isForeign(request, base, origins);
        const answer = await before?.(bearer(request.headers.authorization));
        const call = await readCall(request, read, base, foreign);
        answers.answer(request, response, await (answer ? answer(call) : endpoint.answer(call)));
      } catch (error) {
        answers.refuse(request, response, error);
      }
    };
    if (endpoint.method === 'GET') server.get(endpoint.path, handler);
    else server.post(endpoint.path, handler);
  }
}

/** Health, metrics and the static pages. */
export function mountOwn(server: Server, health: Health, pages: Pages, answers: Answers): void {
  server.get('/health/live', async (request: Request, response: Response) => {
    answers.json(request, response, 200, { live: true });
  });
  server.get('/health/ready', async (request: Request, response: Response) => {
    const ready = health.ready();
    const shut = health.shut?.() ?? [];
    const more = shut.length > 0 ? { shut } : {};
    answers.json(request, response, ready ? 200 : 503, { ready, model: health.model(), ...more });
  });
  server.get('/metrics', async (request: Request, response: Response) => {
    answers.text(request, response, METRICS_TYPE, metricsText(health));
  });
  // Looked up at each request, so that newly published pages are seen.
  const page = async (request: Request, response: Response): Promise<void> => {
    const url = request.url ?? '';
    // Few pages are another with a query (/app?theme=dark); for all others it says nothing.
    const found = pages.get(url) ?? pages.get(url.split('?', 1)[0] ?? '');
    if (found) answers.page(request, response, found);
    else answers.refuse(request, response, new Refusal('not-found'));
  };
  server.get('/*', page);
  server.head('/*', page);
}
