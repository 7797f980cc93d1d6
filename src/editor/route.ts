/** What a route of the staff side is, and what its handlers are given. */
import type { z } from 'zod';
import type { Content } from '../content/model.ts';
import type { Log } from '../log.ts';
import type { Deed } from '../store/audit.ts';
import type { Files } from '../store/backend.ts';
import { StoreAway } from '../store/guarded.ts';
import type { LiveDesk } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { StaffRefusal } from './refusals.ts';
import type { Role, Staff } from './staff.ts';
import type { StaffSessions } from './staff-sessions.ts';
import type { Surveys } from './surveys.ts';

/** Who may: everybody, everybody who has signed in, or who has one of these roles. */
export type Who = 'anyone' | 'signed-in' | readonly [Role, ...Role[]];

/** What the staff side is given to work with. */
export interface Given {
  readonly desk: LiveDesk;
  readonly workbench: Workbench;
  /** What residents see just now: without the services that are hidden. */
  readonly content: () => Content;
  /** The version that residents are really shown. */
  readonly shown: () => string;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What every handler works with. */
export interface Tools extends Given {
  readonly surveys: Surveys;
  readonly sessions: StaffSessions;
}

/** A call that has been let in, and whose body and query are of the declared shape. */
export interface Call<B = unknown, Q = unknown> {
  readonly staff: Staff;
  /** The one of their roles in which they do it. */
  readonly role: Role;
  readonly csrf: string;
  /** Empty when a bearer token is used. */
  readonly session: string;
  readonly at: number;
  /** The part of the path that `:id` stands for. */
  readonly id: string;
  readonly body: B;
  readonly query: Q;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below /editor/api. */
  readonly path: string;
  readonly roles: Who;
  readonly body: z.ZodType | null;
  readonly query: z.ZodType | null;
  /** Urgent: it never waits for checks and saves. */
  readonly lane: 'work' | 'urgent';
  answer(tools: Tools, call: Call): Promise<object>;
}

interface Shape<B extends z.ZodType, Q extends z.ZodType> {
  readonly body?: B;
  readonly query?: Q;
  readonly lane?: 'urgent';
}

/** One line of the table: what is declared of the body is what the handler gets. */
export function route<B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  address: `${Route['method']} /${string}`,
  roles: Who,
  answer: (tools: Tools, call: Call<z.output<B>, z.output<Q>>) => Promise<object>,
  { body, query, lane }: Shape<B, Q> = {},
): Route {
  const [method = '', path = ''] = address.split(' ');
  return {
    method: method as Route['method'],
    path,
    roles,
    body: body ?? null,
    query: query ?? null,
    lane: lane ?? 'work',
    answer: (tools, call) => answer(tools, call as Call<z.output<B>, z.output<Q>>),
  };
}

/** @throws StoreAway when nothing can be kept just now */
export function storeOf({ desk }: Tools): Store {
  const store = desk.store();
  if (!store) throw new StoreAway();
  return store;
}

/** The files of a version. @throws StaffRefusal, or StoreAway when it may be there all the same */
export async function filesOf(tools: Tools, version: string): Promise<Files> {
  const files = await tools.desk.filesOf(version);
  if (files) return files;
  storeOf(tools);
  throw new StaffRefusal('no-such-version');
}

/** What goes into the audit trail. */
export const deed = (
  { staff, role, at }: Pick<Call, 'staff' | 'role' | 'at'>,
  did: string,
  about: Deed['about'],
): Omit<Deed, 'id'> => ({ at, who: staff.person, role, did, about });
