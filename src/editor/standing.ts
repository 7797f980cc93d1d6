/** What residents see beyond the words: hidden numbers, the bot switched off, an earlier version taken back to. */
import type { z } from 'zod';
import { type Desk, SHIPPED } from '../store/desk.ts';
import type { BODIES } from './api.ts';
import * as drafts from './drafts.ts';
import { changedNumbers } from './numbers.ts';
import { errorsOf } from './publish.ts';
import { StaffRefusal } from './refusals.ts';
import { type Call, deed, filesOf, storeOf, type Tools } from './route.ts';

type Sent<K extends keyof typeof BODIES> = z.output<(typeof BODIES)[K]>;
type Done = Promise<object>;

const AFTER_ROLL_BACK = 'the number differs after a roll-back';

/** What residents see holds no hidden services, so those are looked for on the desk. */
function checkKnown({ content }: Tools, desk: Desk, service: string): void {
  if (!content().services.has(service) && !Object.hasOwn(desk.hidden, service))
    throw new StaffRefusal('no-such-service');
}

const hiddenOf = (desk: Desk, service: string): Desk['hidden'][string] => {
  const one = Object.hasOwn(desk.hidden, service) ? desk.hidden[service] : undefined;
  if (!one) throw new StaffRefusal('not-hidden');
  return one;
};

/** One person, at once. */
export async function hide(tools: Tools, call: Call<Sent<'hide'>>): Done {
  const { service, why } = call.body;
  if (tools.content().services.get(service)?.emergency) throw new StaffRefusal('emergency-stays');
  await storeOf(tools).change(
    (desk) => {
      checkKnown(tools, desk, service);
      drafts.hide(desk, service, why, call);
    },
    () => deed(call, 'hide', { service, why }),
  );
  return {};
}

/** The first of the two who bring a number back. */
export async function askBack(tools: Tools, call: Call<Sent<'service'>>): Done {
  const { service } = call.body;
  await storeOf(tools).change(
    (desk) => {
      hiddenOf(desk, service).askedBack = call.staff.person;
    },
    () => deed(call, 'ask-back', { service }),
  );
  return {};
}

/** The second. */
export async function show(tools: Tools, call: Call<Sent<'service'>>): Done {
  const { service } = call.body;
  await storeOf(tools).change(
    (desk) => {
      const { askedBack } = hiddenOf(desk, service);
      if (askedBack === null) throw new StaffRefusal('not-asked-back');
      if (askedBack === call.staff.person) throw new StaffRefusal('own-request');
      delete desk.hidden[service];
    },
    () => deed(call, 'show', { service }),
  );
  return {};
}

/** "I rang it today." */
export async function rung(tools: Tools, call: Call<Sent<'service'>>): Done {
  const { service } = call.body;
  await storeOf(tools).change(
    (desk) => {
      checkKnown(tools, desk, service);
      desk.rung[service] = { by: call.staff.person, role: call.role, at: call.at };
    },
    () => deed(call, 'rung', { service }),
  );
  return {};
}

/** One person, at once. */
export async function switchOff(tools: Tools, call: Call<Sent<'off'>>): Done {
  const { why } = call.body;
  await storeOf(tools).change(
    (desk) => {
      if (desk.off) throw new StaffRefusal('already-off');
      drafts.switchOff(desk, why, call);
    },
    () => deed(call, 'off', { why }),
  );
  return {};
}

export async function switchOn(tools: Tools, call: Call<Sent<'off'>>): Done {
  const { why } = call.body;
  await storeOf(tools).change(
    (desk) => {
      if (!desk.off) throw new StaffRefusal('already-on');
      desk.off = null;
    },
    () => deed(call, 'on', { why }),
  );
  return {};
}

/**
 * An earlier version is live again. A number that two had agreed on since may be wrong in it: until two bring it back
 * it is not shown.
 */
export async function rollBack(tools: Tools, call: Call<Sent<'rollBack'>>): Promise<{ live: string }> {
  const { version, why } = call.body;
  const store = storeOf(tools);
  const seen = await store.read();
  if (version === seen.live) throw new drafts.CannotDo('same-as-live');
  if (version !== SHIPPED && !seen.history.some((one) => one.version === version))
    throw new StaffRefusal('no-such-version');
  const [from, to] = await Promise.all([filesOf(tools, seen.live), filesOf(tools, version)]);
  const errors = errorsOf(await tools.workbench.check({ base: version, files: {} }));
  if (errors.length > 0) throw new StaffRefusal('has-problems', errors);
  const hidden = changedNumbers(from, to);
  await store.change(
    (desk) => {
      if (desk.live !== seen.live) throw new drafts.CannotDo('changed-meanwhile');
      drafts.goLive(desk, version, call.at);
      for (const service of hidden) drafts.hide(desk, service, AFTER_ROLL_BACK, call);
    },
    () => deed(call, 'roll-back', { version, before: seen.live, why, hidden: hidden.length }),
  );
  return { live: version };
}
