/** Starts the thread of the workbench: small, silent, and without the secrets of the service. */
import { Worker } from 'node:worker_threads';
import type { Start } from './messages.ts';

/** A draft is a few files; a thread that wants more than this is ended, not the service. */
const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32, stackSizeMb: 8 };

/** From the sources when this is one of them, else from the build. */
const ownThread = (): URL =>
  new URL(`./workbench-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** @param how.threadFile the thread's code; without it the one that belongs to this */
export function startThread({
  root,
  drafts,
  threadFile = ownThread(),
}: Start & { readonly threadFile?: string | URL }): Worker {
  const thread = new Worker(threadFile, {
    workerData: { root, drafts } satisfies Start,
    resourceLimits: LIMITS,
    // What goes wrong is told to whoever asked, and printed nowhere: it may hold the words of a draft.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  thread.stdout.resume();
  thread.stderr.resume();
  return thread;
}
