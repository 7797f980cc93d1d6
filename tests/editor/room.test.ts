/** However much one person writes: the desk stays small enough to be read and written whole. */
import { describe, expect, it } from 'vitest';
import * as drafts from '../../src/editor/drafts.ts';
import { type Desk, deskSchema, newDesk, SHIPPED } from '../../src/store/desk.ts';

const doing = (name: string, role: 'editor' | 'approver' = 'editor') =>
  ({ staff: { person: `tenant/${name}`, roles: [role] }, at: 1 }) as const;
const text = (bytes: number): Record<string, string> => ({ 'dialogs/a.yaml': 'x'.repeat(bytes) });
const save = (desk: Desk, id: string, who: string, files = text(1), revision = 0) =>
  drafts.save(desk, { id, title: id, base: SHIPPED, files, revision }, doing(who));

describe('there is room for', () => {
  it('600 KB in one draft, counted in bytes', () => {
    const desk = newDesk();
    expect(() => save(desk, 'big', 'ann', text(600_001))).toThrow('too-big-draft');
    expect(() => save(desk, 'big', 'ann', { 'dialogs/a.yaml': 'ą'.repeat(300_001) })).toThrow(
      'too-big-draft',
    );
    expect(desk.drafts).toEqual({});
    save(desk, 'big', 'ann', text(600_000));
  });

  it('12 MB in all drafts together', () => {
    const desk = newDesk();
    for (let n = 0; n < 20; n += 1) save(desk, `d${n}`, `p${n}`, text(600_000));
    expect(() => save(desk, 'more', 'ann')).toThrow('drafts-full');
    save(desk, 'd0', 'p0', text(599_999), 1);
    save(desk, 'more', 'ann');
  });

  it('30 drafts that one person began, and others may begin theirs', () => {
    const desk = newDesk();
    for (let n = 0; n < 30; n += 1) save(desk, `d${n}`, 'ann');
    expect(() => save(desk, 'more', 'ann')).toThrow('many-own-drafts');
    save(desk, 'd0', 'ann', text(2), 1);
    save(desk, 'more', 'bob');
  });

  it('what stood there before, as long as it grows no more', () => {
    const desk = newDesk();
    save(desk, 'old', 'ann');
    const old = desk.drafts.old;
    if (old) old.files = text(1_900_000);
    expect(deskSchema.parse(desk).drafts.old).toBeDefined();
    expect(() => save(desk, 'old', 'ann', text(1_900_001), 1)).toThrow('too-big-draft');
    save(desk, 'old', 'ann', text(1_800_000), 1);
  });

  it('the newest of many who write in a draft or agree to it', () => {
    const desk = newDesk();
    for (let n = 0; n < 60; n += 1) save(desk, 'one', `p${n}`, text(1), n);
    drafts.ask(desk, 'one', 60);
    for (let n = 0; n < 30; n += 1) drafts.approve(desk, 'one', 60, doing(`a${n}`, 'approver'));
    const kept = deskSchema.parse(desk).drafts.one;
    expect([kept?.writers.length, kept?.writers.at(-1)]).toEqual([50, 'tenant/p59']);
    expect([kept?.approvals.length, kept?.approvals.at(-1)?.by]).toEqual([20, 'tenant/a29']);
  });
});
