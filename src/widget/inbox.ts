/** What has come so far: each activity is taken once, however often the server repeats it. */
import { type Incoming, readActivity } from './activity.ts';

export function createInbox(onIncoming: (incoming: Incoming) => void) {
  let watermark = '';
  const seen = new Set<string>();
  return {
    /** Where to go on from, as a query. */
    mark: (): string => `?watermark=${encodeURIComponent(watermark)}`,
    take(frame: unknown): void {
      const { activities, watermark: next } = (frame ?? {}) as Record<string, unknown>;
      for (const raw of Array.isArray(activities) ? activities : []) {
        const incoming = readActivity(raw);
        if (!incoming || (incoming.id && seen.has(incoming.id))) continue;
        seen.add(incoming.id);
        onIncoming(incoming);
      }
      if (typeof next === 'string' || typeof next === 'number') watermark = `${next}`;
    },
    clear(): void {
      watermark = '';
      seen.clear();
    },
  };
}
