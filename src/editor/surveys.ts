/** Surveys of versions, each worked out once in a thread of its own and remembered while it is among the last ones. */
import { Worker } from 'node:worker_threads';
import type { Files } from '../store/backend.ts';
import { WorkbenchBusy } from '../workbench/workbench.ts';
import type { Survey } from './survey.ts';

export interface Surveys {
  /** @throws WorkbenchBusy when it takes too long */
  of(version: string, files: Files): Promise<Survey>;
}

const PATIENCE_MS = 15_000;
const HELD = 3;

/** Beside this file, or beside the bundle that it is part of. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './survey-thread.ts' : './survey-thread.js',
  import.meta.url,
);

function inThread(files: Files, root: string): Promise<Survey> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { workerData: { files, root }, env: {}, stdout: true, stderr: true });
    const late = setTimeout(() => fail(), PATIENCE_MS);
    const fail = () => {
      clearTimeout(late);
      void worker.terminate();
      reject(new WorkbenchBusy());
    };
    worker.once('message', (survey: Survey) => {
      clearTimeout(late);
      void worker.terminate();
      resolve(survey);
    });
    worker.once('error', fail);
    worker.once('exit', fail);
    worker.unref();
  });
}

/** @param root the folder of deploy/launch-checklist.md */
export function createSurveys(root: string): Surveys {
  const held = new Map<string, Promise<Survey>>();
  return {
    of(version, files) {
      const known = held.get(version);
      if (known) return known;
      const made = inThread(files, root);
      held.set(version, made);
      made.catch(() => held.delete(version));
      if (held.size > HELD) held.delete([...held.keys()][0] ?? '');
      return made;
    },
  };
}
