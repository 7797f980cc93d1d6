/** Signing in and out: by Entra, or by a local link; each is in the audit trail before it counts. */
import { StoreAway } from '../store/guarded.ts';
import { cookie, cookieOf, type StaffAnswer, type StaffRequest } from './answer.ts';
import { checkOrigin, SESSION_COOKIE } from './doorkeeper.ts';
import type { LocalLinks } from './local-links.ts';
import { plainPage, type Words } from './plain-pages.ts';
import { REFUSALS, refusedBy, StaffRefusal } from './refusals.ts';
import { type Call, deed, storeOf, type Tools } from './route.ts';
import type { SignIn } from './sign-in.ts';
import type { Staff } from './staff.ts';

const STATE_COOKIE = 'signpost-sign-in';
const STATE_S = 600;
const AGAIN = { to: '/editor/sign-in', label: 'Sign in again' };

/** How staff sign in here. */
export type Way =
  | { readonly kind: 'entra'; readonly signIn: SignIn }
  | { readonly kind: 'local'; readonly links: LocalLinks }
  | { readonly kind: 'none' };

/** One page call: who asks, the nonce of what it is shown, and what everything works with. */
export interface Visit {
  readonly request: StaffRequest;
  readonly nonce: string;
  readonly tools: Tools;
}

const NOT_SET_UP: Words = {
  status: REFUSALS['not-set-up'][0],
  title: 'Sign-in is not set up',
  says: [
    'Nobody can change the words here until it is. The public chat does not need it.',
    'Whoever runs Signpost sets ENTRA_TENANT, ENTRA_CLIENT_ID, ENTRA_CLIENT_SECRET and EDITOR_URL, and starts it again. "npm run doctor" says what is missing or wrong.',
  ],
};
export const notSetUp = (nonce: string): StaffAnswer => plainPage(nonce, NOT_SET_UP);

/** Enters the sign-in in the trail, then opens a session. */
async function letIn({ request, tools }: Visit, staff: Staff, how: string): Promise<StaffAnswer> {
  const role = staff.roles[0];
  if (!role) throw new StaffRefusal('no-role');
  await storeOf(tools).note(deed({ staff, role, at: tools.now() }, 'sign-in', { how }));
  const value = tools.sessions.begin(staff);
  tools.log.info('signed-in');
  const { base } = request;
  return {
    status: 303,
    to: '/editor',
    cookies: [
      cookie(SESSION_COOKIE, value, { base, site: 'Strict' }),
      cookie(STATE_COOKIE, '', { base, site: 'Lax', seconds: 0 }),
    ],
  };
}

/** What a person reads when something was refused while no page of the editor is there to say it. */
export function refusedPage({ nonce, tools }: Visit, error: unknown): StaffAnswer {
  const { status, logged, code, body } = refusedBy(error);
  tools.log[code === 'uncaught' ? 'error' : 'info']('staff-refused', { code: logged, status });
  return plainPage(nonce, {
    status,
    title: 'You are not signed in',
    says: [body.error.message],
    link: AGAIN,
  });
}

/** GET /editor/sign-in */
export async function begin(visit: Visit, way: Way): Promise<StaffAnswer> {
  if (way.kind === 'local') {
    return plainPage(visit.nonce, {
      status: 200,
      title: 'Sign in with a link',
      says: [
        'Open one of the three links that Signpost printed when it started. Each works once, within 15 minutes.',
        'To get new links, stop Signpost and start it again.',
      ],
    });
  }
  if (way.kind === 'none') return notSetUp(visit.nonce);
  // Better told now than after the second factor.
  storeOf(visit.tools);
  const { to, cookie: value } = await way.signIn.begin().catch(() => {
    throw new StaffRefusal('sign-in-away');
  });
  const { base } = visit.request;
  return {
    status: 303,
    to,
    cookies: [cookie(STATE_COOKIE, value, { base, site: 'Lax', seconds: STATE_S })],
  };
}

/** GET /editor/signed-in: Entra has sent the browser back. */
export async function finish(visit: Visit, way: Way): Promise<StaffAnswer> {
  if (way.kind !== 'entra') throw new StaffRefusal('not-found');
  const { request } = visit;
  const address = `${request.base}${request.path}?${request.query}`;
  const staff = await way.signIn.finish(address, cookieOf(request, STATE_COOKIE));
  return letIn(visit, staff, 'entra');
}

const GONE: Words = {
  status: 410,
  title: 'This link does not work any more',
  says: [
    'Each link works once, and for 15 minutes after the start.',
    'To get new links, stop Signpost and start it again.',
  ],
};

/** /editor/local/:token. Looking at the page does not use the link up: programs that preview links look too. */
export async function local(visit: Visit, way: Way, token: string): Promise<StaffAnswer> {
  const { request, nonce, tools } = visit;
  if (way.kind !== 'local') throw new StaffRefusal('not-found');
  const staff = way.links.look(token);
  if (!staff) {
    tools.log.info('staff-refused', { code: 'local-link', status: GONE.status });
    return plainPage(nonce, GONE);
  }
  const role = staff.roles[0]?.replace('-', ' ') ?? '';
  if (request.method !== 'POST') {
    return plainPage(nonce, {
      status: 200,
      title: `Sign in as ${role}`,
      says: ['This link works once. It signs you in on this machine, for 8 hours at most.'],
      button: `Sign in as ${role}`,
    });
  }
  checkOrigin(request);
  const putBack = way.links.take(token);
  if (!putBack) return plainPage(nonce, GONE);
  try {
    return await letIn(visit, staff, 'local link');
  } catch (error) {
    if (error instanceof StoreAway) putBack();
    throw error;
  }
}

/** POST /sign-out: whatever else is away, the session ends. */
export async function signOut(tools: Tools, call: Call): Promise<object> {
  tools.sessions.end(call.session);
  await tools.desk
    .store()
    ?.note(deed(call, 'sign-out', {}))
    .catch(() => {});
  return {};
}
