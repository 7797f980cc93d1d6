/** Since when each live text has been what it is. */
import type { Files } from '../store/backend.ts';
import { type Desk, SHIPPED } from '../store/desk.ts';

export type FilesOf = (version: string) => Promise<Files | null>;

/**
 * Walks back through the versions that were live, no further than it must.
 * @returns path -> milliseconds since the epoch, for the texts that are not as they shipped
 */
export async function changedSince(
  { live, history }: Pick<Desk, 'live' | 'history'>,
  filesOf: FilesOf,
): Promise<Map<string, number>> {
  const changed = new Map<string, number>();
  const [now, shipped] = await Promise.all([filesOf(live), filesOf(SHIPPED)]);
  if (!now || !shipped) return changed;
  const open = new Set(Object.keys(now).filter((path) => now[path] !== shipped[path]));
  for (const { version, until } of history) {
    if (open.size === 0) break;
    const then = await filesOf(version);
    // What was before that is not kept: it has been so since then at the latest.
    for (const path of open) {
      if (then && then[path] === now[path]) continue;
      changed.set(path, until);
      open.delete(path);
    }
  }
  for (const path of open) changed.set(path, history.at(-1)?.until ?? 0);
  return changed;
}
