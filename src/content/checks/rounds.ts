/** Dialogs that go round for ever. */
import { resolver } from '../link.ts';
import type { DialogFile } from '../schema.ts';

/** Steps that lead straight on without waiting for the person must not come round again. */
export function checkRounds(
  dialogs: ReadonlyMap<string, DialogFile>,
  report: (ref: string, round: string[]) => void,
): void {
  const next = new Map<string, string[]>();
  for (const dialog of dialogs.values()) {
    const resolve = resolver(dialog, dialogs);
    for (const [id, step] of Object.entries(dialog.steps)) {
      const goes = [...(step.branch ?? []).map((one) => one.go), ...(step.go ? [step.go] : [])];
      next.set(
        `${dialog.id}/${id}`,
        goes.flatMap((go) => resolve(go) ?? []),
      );
    }
  }
  for (const start of next.keys()) {
    const walked = new Set<string>();
    const queue = [...(next.get(start) ?? [])];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === start) report(start, [start, ...walked]);
      if (walked.has(at)) continue;
      walked.add(at);
      queue.push(...(next.get(at) ?? []));
    }
  }
}
