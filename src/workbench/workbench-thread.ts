/** The thread itself: does one task after the other, and holds nothing of anybody's for longer than that. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Content } from '../content/model.ts';
import { asStanding } from '../content/shown.ts';
import type { Library } from '../library.ts';
import { approvedByHand } from './approved.ts';
import { BrokenTrial, NoSuchVersion } from './broken.ts';
import { wordsBetween } from './diff/between.ts';
import { undrawn } from './drawing.ts';
import { hiddenStays } from './hidden.ts';
import { boxed, panelOf } from './mapping.ts';
import { marked } from './marked.ts';
import type { FromThread, Start, ToThread } from './messages.ts';
import { checkPhrases } from './phrases.ts';
import { preview, would } from './speaking.ts';
import { Trials } from './trials.ts';
import { weightOf } from './weight.ts';
import type { Files, Marked, Problems, Trial, Workbench } from './workbench.ts';

const port = parentPort;
if (!port) throw new Error('this runs as a thread of the service');
const tell = (message: FromThread): void => port.postMessage(message);

const asked = new Map<string, (files: Files | null) => void>();
const filesOf = (version: string): Promise<Files | null> => {
  tell({ kind: 'files', version });
  return new Promise((resolve) => asked.set(version, resolve));
};
const trials = new Trials(workerData as Start, filesOf);

const marks = async (trial: Trial, problems: Parameters<typeof marked>[0]): Promise<Marked[]> =>
  marked(problems, await trials.files(trial));

/** @throws BrokenTrial when it cannot be read or put together */
async function contentOf(trial: Trial): Promise<Content> {
  const read = await trials.read(trial);
  if ('problems' in read) throw new BrokenTrial(await marks(trial, read.problems));
  const content = trials.content(read.files);
  if (!content) throw new BrokenTrial(await marks(trial, (await trials.look(trial, 'if-changed')).problems));
  return content;
}

const libraryOf = async (trial: Trial): Promise<Library> => trials.library(await contentOf(trial));
/** As residents would have it. */
async function shownBy(trial: Trial): Promise<Library> {
  const library = await libraryOf(trial);
  const standing = { hidden: new Set(trial.hidden), rung: new Map<string, string>() };
  return { ...library, content: asStanding(library.content, standing) };
}
const ifWhole = (trial: Trial): Promise<Content | undefined> =>
  contentOf(trial).catch((error: unknown) => {
    if (error instanceof BrokenTrial) return undefined;
    throw error;
  });

async function checked(trial: Trial, work: () => Promise<Parameters<typeof marked>[0]>): Promise<Problems> {
  // The files may have to be fetched first: that is not the check's time.
  await trials.files(trial);
  const started = performance.now();
  const problems = await marks(trial, await work());
  return { problems, ms: performance.now() - started };
}

const tasks: Omit<Workbench, 'close'> = {
  check: (trial) => checked(trial, async () => (await trials.look(trial, 'if-changed')).problems),
  checkForPublish: (trial, phrases) =>
    checked(trial, async () => {
      const looked = await trials.look(trial, 'all');
      const before = await trials.read({ base: trial.base, files: {} });
      const problems = [
        ...looked.problems,
        ...approvedByHand(trial.files, await trials.base(trial.base)),
        ...('files' in before && looked.files
          ? hiddenStays(before.files, looked.files, trial.hidden ?? [])
          : []),
      ];
      if (!looked.sound) return problems;
      const { content, assessor } = await libraryOf(trial);
      // The sources of the pages cannot be run as they lie; the build's can.
      const drawn = import.meta.url.endsWith('.ts') ? [] : await undrawn(content, Date.now());
      return [...problems, ...drawn, ...checkPhrases(phrases, assessor)];
    }),
  would: async (trial, text) => would(await shownBy(trial), text, Date.now()),
  preview: async (trial, how) => preview(await shownBy(trial), how),
  async map(trial, dialog) {
    const { problems } = await trials.look(trial, 'if-changed');
    const content = (await ifWhole(trial)) ?? (await contentOf({ base: trial.base, files: {} }));
    return {
      panel: panelOf(content, dialog),
      problems: boxed(content, dialog, await marks(trial, problems)),
    };
  },
  diff: async (from, to) => wordsBetween(await trials.files(from), await trials.files(to)),
  async weigh(trial) {
    const [before, after] = [await trials.read({ base: trial.base, files: {} }), await trials.read(trial)];
    // Neither may be told apart when one cannot be read.
    if ('problems' in before) return 'lead';
    return weightOf(trial.files, before.files, 'files' in after ? after.files : undefined);
  },
};

async function work({ id, task, args }: Extract<ToThread, { kind: 'do' }>): Promise<void> {
  try {
    const value = await (tasks[task] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
    tell({ kind: 'done', id, value });
  } catch (error) {
    if (error instanceof BrokenTrial) tell({ kind: 'broken', id, problems: error.problems });
    else tell({ kind: 'failed', id, why: error instanceof NoSuchVersion ? 'no-such-version' : 'error' });
  }
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'do') void work(message);
  else {
    asked.get(message.version)?.(message.files);
    asked.delete(message.version);
  }
});
trials.warm();
tell({ kind: 'ready' });
