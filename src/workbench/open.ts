/**
 * The near side of the workbench: starts the thread when it is first needed, hands it one task after the other, and
 * ends it when it is stuck or nobody has asked for a while. Nothing heavy is loaded here.
 */
import type { Worker } from 'node:worker_threads';
import { BrokenTrial, CheckFailed, NoSuchVersion } from './broken.ts';
import type { FromThread, Start, Task, ToThread } from './messages.ts';
import { startThread } from './start-thread.ts';
import { type Files, type Workbench, WorkbenchBusy } from './workbench.ts';

export interface WorkbenchOptions extends Start {
  /** The files of a version; null: there is none of this name. */
  readonly filesOf: (version: string) => Promise<Files | null>;
  /** The thread's code; else it is found beside this file. */
  readonly threadFile?: string | URL;
  /** The thread ends when nobody has asked for so long. */
  readonly idleMs?: number;
  /** How long a task may wait for its turn, and then take; the publish check may take the longer one. */
  readonly patienceMs?: number;
  readonly publishPatienceMs?: number;
  /** How long a thread may take to load everything. */
  readonly startMs?: number;
}

/** Tasks that wait for their turn; beyond it somebody else may ask again later. */
const MOST_WAITING = 32;

interface Waiting {
  readonly id: number;
  readonly task: Task;
  readonly args: readonly unknown[];
  readonly patience: number;
  readonly done: (value: unknown) => void;
  readonly failed: (error: Error) => void;
  timer: NodeJS.Timeout | undefined;
}

class Bench {
  readonly #options: WorkbenchOptions;
  readonly #waiting: Waiting[] = [];
  #thread: Worker | undefined;
  #ready = false;
  #running: Waiting | undefined;
  #idle: NodeJS.Timeout | undefined;
  #starting: NodeJS.Timeout | undefined;
  #last = 0;
  #closed = false;

  constructor(options: WorkbenchOptions) {
    this.#options = options;
  }

  /** @throws WorkbenchBusy (as a rejection) when it takes too long, or too many wait */
  ask<T>(task: Task, patience: number, args: readonly unknown[]): Promise<T> {
    if (this.#closed || this.#waiting.length >= MOST_WAITING) return Promise.reject(new WorkbenchBusy());
    clearTimeout(this.#idle);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        id: ++this.#last,
        task,
        args,
        patience,
        done: resolve as (value: unknown) => void,
        failed: reject,
        timer: undefined,
      };
      this.#waiting.push(waiting);
      this.#thread ??= this.#start();
      this.#thread.ref();
      if (this.#ready) waiting.timer = setTimeout(() => this.#giveUp(waiting), patience);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  #start(): Worker {
    const thread = startThread(this.#options);
    thread.on('message', (message: FromThread) => {
      if (thread === this.#thread) void this.#hear(message);
    });
    const lost = (): void => {
      if (thread === this.#thread) void this.#end();
    };
    thread.on('error', lost);
    thread.on('exit', lost);
    this.#starting = setTimeout(lost, this.#options.startMs ?? 60_000);
    return thread;
  }

  /** Ends the thread; all who waited for it are told. The next who asks starts another. */
  async #end(): Promise<void> {
    const thread = this.#thread;
    const all = [...(this.#running ? [this.#running] : []), ...this.#waiting.splice(0)];
    this.#thread = undefined;
    this.#running = undefined;
    this.#ready = false;
    clearTimeout(this.#idle);
    clearTimeout(this.#starting);
    for (const { timer, failed } of all) {
      clearTimeout(timer);
      failed(new WorkbenchBusy());
    }
    await thread?.terminate();
  }

  /** A task that took too long: one that waits is sent away, one that runs takes the thread with it. */
  #giveUp(task: Waiting): void {
    if (task === this.#running) {
      this.#restart();
      return;
    }
    this.#waiting.splice(this.#waiting.indexOf(task), 1);
    task.failed(new WorkbenchBusy());
  }

  /** The stuck task fails; those behind it have done nothing wrong, and wait for the next thread. */
  #restart(): void {
    const behind = this.#waiting.splice(0);
    for (const { timer } of behind) clearTimeout(timer);
    void this.#end();
    if (behind.length === 0 || this.#closed) return;
    this.#waiting.push(...behind);
    this.#thread = this.#start();
  }

  #next(): void {
    if (!this.#ready || this.#running || !this.#thread) return;
    const task = this.#waiting.shift();
    if (!task) {
      this.#rest();
      return;
    }
    clearTimeout(task.timer);
    this.#running = task;
    task.timer = setTimeout(() => this.#giveUp(task), task.patience);
    this.#tell({ kind: 'do', id: task.id, task: task.task, args: task.args });
  }

  #rest(): void {
    this.#thread?.unref();
    this.#idle = setTimeout(() => void this.#end(), this.#options.idleMs ?? 300_000).unref();
  }

  #tell(message: ToThread): void {
    this.#thread?.postMessage(message);
  }

  async #hear(message: FromThread): Promise<void> {
    if (message.kind === 'files') {
      const { version } = message;
      const files = await this.#options.filesOf(version).catch(() => null);
      this.#tell({ kind: 'files', version, files });
      return;
    }
    if (message.kind === 'ready') {
      clearTimeout(this.#starting);
      this.#ready = true;
      for (const task of this.#waiting) task.timer = setTimeout(() => this.#giveUp(task), task.patience);
    } else if (message.id === this.#running?.id) {
      const task = this.#running;
      clearTimeout(task.timer);
      this.#running = undefined;
      if (message.kind === 'done') task.done(message.value);
      else if (message.kind === 'broken') task.failed(new BrokenTrial(message.problems));
      else task.failed(message.why === 'no-such-version' ? new NoSuchVersion() : new CheckFailed());
    }
    this.#next();
  }
}

/**
 * @param options how to get at versions, and how long things may take; the defaults are those of the service
 * @returns a workbench whose calls reject with WorkbenchBusy, BrokenTrial, CheckFailed or NoSuchVersion, and with nothing else
 */
export function openWorkbench(options: WorkbenchOptions): Workbench {
  const { patienceMs = 5_000, publishPatienceMs = 60_000 } = options;
  const bench = new Bench(options);
  return {
    check: (...args) => bench.ask('check', patienceMs, args),
    checkForPublish: (...args) => bench.ask('checkForPublish', publishPatienceMs, args),
    would: (...args) => bench.ask('would', patienceMs, args),
    preview: (...args) => bench.ask('preview', patienceMs, args),
    map: (...args) => bench.ask('map', patienceMs, args),
    diff: (...args) => bench.ask('diff', patienceMs, args),
    weigh: (...args) => bench.ask('weigh', patienceMs, args),
    close: () => bench.close(),
  };
}
