/** Posts forms to a stage as a browser does, and reads the views that come back as pages. */
import { expect } from 'vitest';
import type { FormView } from '../../src/wire.ts';
import type { Stage } from './stage.ts';

/** A token, and the number of messages so far. */
export const NAME = /^[\w-]{22}\.\d+$/;
/** The id of the talk that a page names. */
export const idOf = (name: string): string => name.slice(0, 22);
export const FORM = 'application/x-www-form-urlencoded';
/** What a browser sends with a form of our own page: under `no-referrer` it names no origin. */
const BROWSER = { origin: 'null', 'sec-fetch-site': 'same-origin', accept: 'text/html,*/*;q=0.8' };

export type Fields = Record<string, string> | [string, string][] | string;
type Headers = Readonly<Record<string, string>>;

export const post = (on: Stage, fields: Fields, headers: Headers = {}, path = '/chat') =>
  fetch(`${on.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': FORM, ...BROWSER, ...headers },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });

/** @returns what the page would be drawn from */
export async function say(on: Stage, fields: Fields, headers: Headers = {}): Promise<FormView> {
  const answer = await post(on, fields, headers);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  return (await answer.json()) as FormView;
}

export const told = ({ activities }: FormView) => activities.map((one) => (one as { text?: string }).text);

/** How many of the answers are the whole urgent card. */
export const cards = ({ activities }: FormView) =>
  activities.filter((one) => JSON.stringify(one).includes('"id":"urgent"')).length;
