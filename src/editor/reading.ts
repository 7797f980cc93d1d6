/** What staff look at and try out: texts, checks, previews, differences, the audit trail. Nothing here changes anything. */
import { faultsOf } from '../store/audit.ts';
import { StoreAway } from '../store/guarded.ts';
import type {
  Asked,
  Changed,
  FileText,
  MapView,
  Previewed,
  Problems,
  Sent,
  Trail,
  Word,
  Would,
} from './api.ts';
import { type Call, filesOf, storeOf, type Tools } from './route.ts';

export async function file(tools: Tools, { query }: Call<unknown, Asked<'file'>>): Promise<FileText> {
  const files = await filesOf(tools, query.version);
  return { text: files[query.path] ?? null };
}

/** The version must be there: else the thread would be blamed for it. */
async function known(tools: Tools, draft: Changed): Promise<Changed> {
  await filesOf(tools, draft.base);
  return draft;
}

/** What residents see now: the version, less the numbers that staff have hidden. */
function hiddenNow({ desk }: Tools): { live: string; hidden: string[] } {
  const { live, hidden } = desk.current();
  return { live, hidden: Object.keys(hidden) };
}

export const check = async (tools: Tools, { body }: Call<Sent<'check'>>): Promise<Problems> =>
  tools.workbench.check(await known(tools, body));

export async function wouldSay(
  tools: Tools,
  { body }: Call<Sent<'wouldSay'>>,
): Promise<{ live: Would; draft: Would | null }> {
  const { draft, text } = body;
  const { live, hidden } = hiddenNow(tools);
  return {
    live: await tools.workbench.would({ base: live, files: {}, hidden }, text),
    draft: draft && (await tools.workbench.would({ ...(await known(tools, draft)), hidden }, text)),
  };
}

export async function preview(tools: Tools, { body }: Call<Sent<'preview'>>): Promise<Previewed> {
  const { draft, ...how } = body;
  const { hidden } = hiddenNow(tools);
  return tools.workbench.preview({ ...(await known(tools, draft)), hidden }, how);
}

export const map = async (tools: Tools, { body }: Call<Sent<'map'>>): Promise<MapView> =>
  tools.workbench.map(await known(tools, body.draft), body.dialog);

export async function diff(tools: Tools, { body }: Call<Sent<'diff'>>): Promise<{ words: Word[] }> {
  const draft = await known(tools, body);
  return { words: await tools.workbench.diff({ base: draft.base, files: {} }, draft) };
}

export async function diffBetween(
  tools: Tools,
  { query }: Call<unknown, Asked<'diff'>>,
): Promise<{ words: Word[] }> {
  const [from, to] = await Promise.all(
    [query.from, query.to].map((base) => known(tools, { base, files: {} })),
  );
  return { words: from && to ? await tools.workbench.diff(from, to) : [] };
}

export async function trail(tools: Tools): Promise<Trail> {
  const store = storeOf(tools);
  const key = tools.desk.key();
  if (!key) throw new StoreAway();
  // The desk knows an end of the trail too, from before this start.
  await store.read();
  const entries = await store.trail();
  return { entries, faults: faultsOf(key, entries, store.head()) };
}
