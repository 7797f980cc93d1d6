/** The thread: what is slow, stuck or too much is told, and the next who asks is answered. */
import { describe, expect, it } from 'vitest';
import { CheckFailed } from '../../src/workbench/broken.ts';
import { WorkbenchBusy } from '../../src/workbench/workbench.ts';
import { BASE, changed, GIFTS, open, shipped, trial } from './bench.ts';

const edit = (n: number) =>
  changed(GIFTS, ["I'm glad you asked.", `I'm glad you asked, ${'very '.repeat(n)}glad.`]);

describe('the thread', () => {
  it('gives up what takes too long, starts anew, and answers the next', async () => {
    const workbench = open({ patienceMs: 1 });
    await expect(workbench.check(trial(edit(1)))).rejects.toThrow(WorkbenchBusy);
    const { problems } = await workbench.checkForPublish(trial(), []);
    expect(problems.filter(({ grade }) => grade === 'error')).toEqual([]);
    await workbench.close();
  });

  it('takes so many tasks and no more, and does all that it took', async () => {
    const workbench = open();
    const asked = Array.from({ length: 40 }, (_, n) => workbench.weigh(trial(edit(n + 1))));
    const done = await Promise.allSettled(asked);
    const refused = done.filter((one) => one.status === 'rejected');
    expect(refused.length).toBe(8);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(WorkbenchBusy);
    await workbench.close();
    await expect(workbench.weigh(trial())).rejects.toThrow(WorkbenchBusy);
  });

  it('asks for a version once, ends when nobody asks, and starts again', { timeout: 90_000 }, async () => {
    let asked = 0;
    const workbench = open({
      idleMs: 1,
      filesOf: async (version) => {
        asked += 1;
        return version === BASE ? shipped : null;
      },
    });
    await Promise.all([workbench.weigh(trial(edit(1))), workbench.weigh(trial(edit(2)))]);
    expect(asked).toBe(1);
    // Another thread knows nothing, and asks again.
    const askedAgain = async (): Promise<number> => {
      expect(await workbench.weigh(trial())).toBe('second');
      return asked;
    };
    await expect.poll(askedAgain, { timeout: 60_000 }).toBeGreaterThan(1);
    await workbench.close();
  });

  it('tells what breaks off from what is late, and answers the next', async () => {
    const workbench = open();
    const broken = workbench.would({ base: BASE, files: null as never }, 'hello');
    await expect(broken).rejects.toThrow(CheckFailed);
    expect((await workbench.would(trial(), 'hello')).level).toBe('none');
    await workbench.close();
  });

  it('is told as busy when its code cannot be run, or the store does not answer', async () => {
    const none = open({ threadFile: new URL('file:///nowhere/thread.ts') });
    await expect(none.check(trial())).rejects.toThrow(WorkbenchBusy);
    await none.close();
    const silent = open({ patienceMs: 50, filesOf: () => new Promise(() => {}) });
    await expect(silent.check(trial())).rejects.toThrow(WorkbenchBusy);
    await silent.close();
  });
});
