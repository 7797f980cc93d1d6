/** Finds the route of a call, lets it in or not, looks at what is sent, and words whatever is refused. */
import type { z } from 'zod';
import type { Marked } from '../workbench/workbench.ts';
import type { StaffAnswer, StaffRequest } from './answer.ts';
import { ID } from './api.ts';
import { type Caller, roleFor } from './doorkeeper.ts';
import { refusedBy, StaffRefusal } from './refusals.ts';
import type { Route, Tools } from './route.ts';

export const API = '/editor/api';

/** What stands for `:id`, '' where there is none; undefined: another path. */
function matched(pattern: string, path: string): string | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  let id = '';
  for (const [n, part] of wanted.entries()) {
    const here = given[n] ?? '';
    if (part === ':id' && ID.safeParse(here).success) id = here;
    else if (part !== here) return undefined;
  }
  return id;
}

/** Each place that cannot be taken, and why; no name and no value that was sent is repeated but those we know. */
function checked(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue): Marked => {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    const what =
      issue.code === 'unrecognized_keys' ? 'there is a field that does not belong here' : issue.message;
    return { file: '', line: 1, what, mend: 'change it, then send it again', grade: 'error', path };
  });
  throw new StaffRefusal('bad-shape', problems);
}

async function answerOf(
  route: Route,
  id: string,
  request: StaffRequest,
  tools: Tools,
  { staff, csrf, session }: Caller,
): Promise<StaffAnswer> {
  const role = roleFor(staff, route.roles);
  const body = route.body && checked(route.body, await request.json(route.lane, staff.person));
  const query = route.query && checked(route.query, Object.fromEntries(request.query));
  const call = { staff, role, csrf, session, at: tools.now(), id, body, query };
  const json = await request.turn(route.lane, staff.person, () => route.answer(tools, call));
  return { status: 200, json };
}

/** @param who tells who a call comes from */
export function createApi(
  routes: readonly Route[],
  tools: Tools,
  who: (request: StaffRequest) => Promise<Caller>,
): (request: StaffRequest) => Promise<StaffAnswer> {
  return async (request) => {
    const path = request.path.slice(API.length);
    const there = routes.flatMap((route) => {
      const id = matched(route.path, path);
      return id === undefined ? [] : [{ route, id }];
    });
    const allow = there.map(({ route }) => route.method).join(', ');
    try {
      // Who is not signed in learns nothing of what there is.
      const caller = await who(request);
      if (there.length === 0) throw new StaffRefusal('not-found');
      const found = there.find(({ route }) => route.method === request.method);
      if (!found) throw new StaffRefusal('bad-method');
      return await answerOf(found.route, found.id, request, tools, caller);
    } catch (error) {
      const { status, code, logged, body } = refusedBy(error);
      if (code === 'uncaught') tools.log.error('staff-failed', { code: logged, status });
      else tools.log.info('staff-refused', { code: logged, status });
      return { status, json: body, ...(code === 'bad-method' && { allow }) };
    }
  };
}
