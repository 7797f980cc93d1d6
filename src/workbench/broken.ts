/** Why a trial cannot be tried: they go through the thread by name. */
import type { Marked } from './workbench.ts';

/** The content with these changes cannot be read or put together: `problems` say where. */
export class BrokenTrial extends Error {
  readonly problems: readonly Marked[];
  constructor(problems: readonly Marked[]) {
    super('the content with these changes cannot be read');
    this.name = 'BrokenTrial';
    this.problems = problems;
  }
}

/** The thread broke off at this task, by a fault of ours: the same again would break off again. */
export class CheckFailed extends Error {
  constructor() {
    super('the check broke off');
    this.name = 'CheckFailed';
  }
}

/** The version that it is based on is not in the store. */
export class NoSuchVersion extends Error {
  constructor() {
    super('there is no such version');
    this.name = 'NoSuchVersion';
  }
}
