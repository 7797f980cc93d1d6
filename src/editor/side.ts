/** The staff side as one piece: sign-in, the editor's page, and what the page asks. main.ts makes it, the server mounts it. */
import { randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Lane, StaffAnswer, StaffRequest } from './answer.ts';
import type { Assets } from './assets.ts';
import { createDoorkeeper } from './doorkeeper.ts';
import { createLocalLinks, fromHere, onOneMachine } from './local-links.ts';
import { plainPage, shell } from './plain-pages.ts';
import { refusedBy, StaffRefusal } from './refusals.ts';
import type { Given, Tools } from './route.ts';
import { createRoutes } from './routes.ts';
import { API, createApi } from './serve-api.ts';
import { createSignIn } from './sign-in.ts';
import { begin, finish, local, notSetUp, refusedPage, type Visit, type Way } from './signing.ts';
import { StaffSessions } from './staff-sessions.ts';
import { createSurveys } from './surveys.ts';
import { createTokenCheck } from './tokens.ts';

export interface StaffDeps extends Given {
  readonly config: Pick<Config, 'host' | 'production' | 'publicUrl' | 'editorUrl' | 'entra'> &
    Partial<Pick<Config, 'teamsAppId' | 'shut'>>;
  /** The files of the editor's page: /editor/assets/main.js and what it loads. */
  readonly assets: Assets;
  /** The folder of deploy/launch-checklist.md. */
  readonly root: string;
}

export interface StaffSide {
  /** Never rejects. */
  answer(request: StaffRequest): Promise<StaffAnswer>;
  /** What to print when it can be reached at this address: the local links, where there is no other sign-in. */
  lines(base: string): readonly string[];
}

/** What Teams and our own page ask for. */
const SCOPE = 'access_as_user';
/** A name that changes with what is in it: main-ABCDEFGH.js. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

function wayIn({ config, now }: StaffDeps): Way {
  const { entra, production, editorUrl, publicUrl, shut = [] } = config;
  // Somebody wanted a sign-in: a slip in it must not let people in by the links.
  if (shut.some(({ door }) => door === 'staff')) return { kind: 'none' };
  if (entra) {
    const back = `${editorUrl ?? publicUrl}/editor/signed-in`;
    const insecure = !production && entra.issuer.startsWith('http:');
    return { kind: 'entra', signIn: createSignIn({ ...entra, back, now, insecure }) };
  }
  return onOneMachine(config) ? { kind: 'local', links: createLocalLinks(now) } : { kind: 'none' };
}

function tokenCheck({ config, now }: StaffDeps, way: Way): ReturnType<typeof createTokenCheck> | undefined {
  const { entra } = config;
  if (!entra || way.kind !== 'entra') return undefined;
  const { issuer, tenant, clients, clientId } = entra;
  const { keys } = way.signIn;
  return createTokenCheck({ issuer, tenant, clients, keys, now, audience: clientId, scope: SCOPE });
}

const SIGNING = /^\/editor\/(?:sign-in$|signed-in$|local\/)/;
function laneOf(path: string): Lane {
  if (path.startsWith('/editor/assets/')) return 'assets';
  return SIGNING.test(path) ? 'sign-in' : 'pages';
}

/** Somebody is about to sign in: what they will wait for is begun. */
function warmUp({ desk, surveys }: Tools, assets: Assets): void {
  assets.warm?.();
  const { live } = desk.current();
  desk
    .filesOf(live)
    .then((files) => files && surveys.of(live, files))
    .catch(() => {});
}

/** Everything but the api: what browsers open. */
async function visited(visit: Visit, way: Way, { assets, config }: StaffDeps): Promise<StaffAnswer> {
  const { request, nonce } = visit;
  const { path, method } = request;
  const asset = await assets.get(path);
  const token = /^\/editor\/local\/([\w-]{43})$/.exec(path)?.[1];
  if (method !== 'GET' && !(method === 'POST' && token !== undefined)) throw new StaffRefusal('bad-method');
  if (asset) return { status: 200, asset, immutable: HASHED.test(path) };
  const signsIn = token !== undefined || path === '/editor/sign-in';
  if (way.kind === 'none' || (way.kind === 'local' && signsIn && !fromHere(request))) return notSetUp(nonce);
  if (signsIn) warmUp(visit.tools, assets);
  if (token !== undefined) return local(visit, way, token);
  if (path === '/editor') return shell(nonce, config.teamsAppId !== undefined);
  if (path === '/editor/') return { status: 303, to: '/editor' };
  if (path === '/editor/sign-in') return begin(visit, way);
  if (path === '/editor/signed-in') return finish(visit, way);
  throw new StaffRefusal('not-found');
}

export function createStaffSide(deps: StaffDeps): StaffSide {
  const { log, desk, workbench, now, content, shown, root } = deps;
  const sessions = new StaffSessions(now);
  const tools: Tools = { log, desk, workbench, now, content, shown, sessions, surveys: createSurveys(root) };
  const way = wayIn(deps);
  const doorkeeper = createDoorkeeper(sessions, tokenCheck(deps, way));
  const api = createApi(createRoutes(way.kind === 'local'), tools, async (request) => {
    if (way.kind === 'none') throw new StaffRefusal('not-set-up');
    return doorkeeper(request);
  });

  async function page(request: StaffRequest): Promise<StaffAnswer> {
    const nonce = randomBytes(16).toString('base64url');
    const visit = { request, nonce, tools };
    try {
      return await request.turn(laneOf(request.path), '', () => visited(visit, way, deps));
    } catch (error) {
      const { code, status, body } = refusedBy(error);
      if (code !== 'not-found' && code !== 'bad-method') return refusedPage(visit, error);
      const allow = code === 'bad-method' ? { allow: 'GET' } : {};
      return { ...plainPage(nonce, { status, title: 'Not here', says: [body.error.message] }), ...allow };
    }
  }

  return {
    answer: (request) =>
      request.path === API || request.path.startsWith(`${API}/`) ? api(request) : page(request),
    lines: (base) => (way.kind === 'local' ? way.links.lines(base) : []),
  };
}
