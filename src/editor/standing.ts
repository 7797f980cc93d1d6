/** What residents see beyond the words: hidden numbers, the bot switched off, an earlier version taken back to. */
import { alwaysThere } from '../contacts/who.ts';
import type { Content } from '../content/model.ts';
import { AUDIENCES } from '../content/schema.ts';
import { asStanding } from '../content/shown.ts';
import { type Desk, own, SHIPPED } from '../store/desk.ts';
import type { Sent } from './api.ts';
import * as drafts from './drafts.ts';
import { changedNumbers } from './numbers.ts';
import { StaffRefusal } from './refusals.ts';
import { type Call, deed, filesOf, storeOf, type Tools } from './route.ts';
import { errorsOf } from './sound.ts';

type Done = Promise<object>;

const AFTER_ROLL_BACK = 'the number differs after a roll-back';

/** What residents see holds no hidden services, so those are looked for on the desk. */
function checkKnown({ content }: Tools, desk: Desk, service: string): void {
  if (!content().services.has(service) && !Object.hasOwn(desk.hidden, service))
    throw new StaffRefusal('no-such-service');
}

const hiddenOf = (desk: Desk, service: string): Desk['hidden'][string] => {
  const one = own(desk.hidden, service);
  if (!one) throw new StaffRefusal('not-hidden');
  return one;
};

/** One person takes away a number or two, not all of them. */
const MOST_ALONE = 5;

/** Whether everybody still has a line, besides the one for danger now, that answers day and night. */
function leavesALine(shown: Content, { hidden }: Desk, service: string): boolean {
  const without = (ids: string[]) => asStanding(shown, { hidden: new Set(ids), rung: new Map() });
  const content = without(Object.keys(hidden));
  const less = without([...Object.keys(hidden), service]);
  return AUDIENCES.every((audience) => {
    const had = alwaysThere(content, { audience, age: 'unknown' });
    return !had || alwaysThere(less, { audience, age: 'unknown' }) !== undefined;
  });
}

/** What one person may not do alone; the safeguarding lead may. @throws StaffRefusal */
function checkFloor({ content }: Tools, desk: Desk, { staff, role, body }: Call<Sent<'hide'>>): void {
  if (role === 'safeguarding-lead') return;
  if (!leavesALine(content(), desk, body.service)) throw new StaffRefusal('last-line');
  const mine = Object.values(desk.hidden).filter(({ by }) => by === staff.person);
  if (mine.length >= MOST_ALONE) throw new StaffRefusal('many-hidden');
}

/** One person, at once. */
export async function hide(tools: Tools, call: Call<Sent<'hide'>>): Done {
  const { service, why } = call.body;
  if (tools.content().services.get(service)?.emergency) throw new StaffRefusal('emergency-stays');
  await storeOf(tools).change(
    (desk) => {
      checkKnown(tools, desk, service);
      checkFloor(tools, desk, call);
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
  // What somebody took back is not put up again by one who may not have known why; and what must be noticed still is.
  const lead = call.role === 'safeguarding-lead';
  if (!lead && seen.history.some((one) => one.version === version && one.takenBack))
    throw new StaffRefusal('was-taken-back');
  const trial = { base: version, files: {} };
  const problems = lead ? tools.workbench.check(trial) : tools.workbench.checkForPublish(trial, seen.phrases);
  const errors = errorsOf(await problems);
  if (errors.length > 0) throw new StaffRefusal('has-problems', errors);
  const hidden = changedNumbers(from, to);
  await store.change(
    (desk) => {
      if (desk.live !== seen.live) throw new drafts.CannotDo('changed-meanwhile');
      drafts.goLive(desk, version, call.at, true);
      for (const service of hidden) drafts.hide(desk, service, AFTER_ROLL_BACK, call);
    },
    () => deed(call, 'roll-back', { version, before: seen.live, why, hidden: hidden.length }),
  );
  return { live: version };
}
