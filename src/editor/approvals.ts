/** "I have read all of it and approve it": whole texts, as they are live, by approvers and the safeguarding lead. */
import { londonDay } from '../contacts/london.ts';
import { joined, standing, sumOf, takesApproval } from '../content/approvals.ts';
import type { Files } from '../store/backend.ts';
import { type Desk, MOST_READ, own } from '../store/desk.ts';
import type { Approved, Sent } from './api.ts';
import { StaffRefusal } from './refusals.ts';
import { type Call, deed, filesOf, storeOf, type Tools } from './route.ts';

/** POST /texts/approve: exactly the text that is live. */
export async function approveText(tools: Tools, call: Call<Sent<'approveText'>>): Promise<object> {
  const { path, version } = call.body;
  const { staff, role, at } = call;
  const store = storeOf(tools);
  if ((await store.read()).live !== version) throw new StaffRefusal('text-moved');
  const files = await filesOf(tools, version);
  const text = own(files, path);
  if (text === undefined || !takesApproval(text)) throw new StaffRefusal('no-such-text');
  const sum = sumOf(text);
  await store.change(
    (desk) => {
      if (desk.live !== version) throw new StaffRefusal('text-moved');
      const others = (desk.read[path] ?? []).filter(({ by }) => by !== staff.person);
      desk.read[path] = [...others, { by: staff.person, role, at, sum }].slice(-MOST_READ);
    },
    () => deed(call, 'read', { path, sum }),
  );
  return {};
}

/** POST /texts/take-back: one's own approval, whatever has become of the text. */
export async function takeBackText(tools: Tools, call: Call<Sent<'takeBackText'>>): Promise<object> {
  const { path } = call.body;
  await storeOf(tools).change(
    (desk) => {
      const all = desk.read[path] ?? [];
      const own = all.find(({ by }) => by === call.staff.person);
      if (!own) throw new StaffRefusal('not-approved');
      const others = all.filter((one) => one !== own);
      if (others.length > 0) desk.read[path] = others;
      else delete desk.read[path];
      return own.sum;
    },
    (sum) => deed(call, 'read-back', { path, sum }),
  );
  return {};
}

/** Who has approved a text: as it says itself, and as staff have said of just these words. */
export function approvalsOf(
  path: string,
  written: readonly Approved[],
  files: Files,
  { read }: Desk,
): readonly Approved[] {
  const kept = standing(files[path] ?? '', read[path]).map(
    ({ by, role, at }): Approved => ({ by, role, on: londonDay(at) }),
  );
  return joined(written, kept);
}
