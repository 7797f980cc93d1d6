/** Nobody agrees to their own work, and what two saved at once is never lost. */
import { describe, expect, it } from 'vitest';
import * as drafts from '../../src/editor/drafts.ts';
import type { Role } from '../../src/editor/staff.ts';
import { type Desk, deskSchema, newDesk, SHIPPED } from '../../src/store/desk.ts';

const person = (name: string, ...roles: Role[]) => ({ staff: { person: `tenant/${name}`, roles }, at: 1 });
const ann = person('ann', 'editor');
const bob = person('bob', 'approver');
const lea = person('lea', 'safeguarding-lead');
const both = person('both', 'editor', 'approver');
const PATH = 'dialogs/a.yaml';

const draft = { id: 'one', title: 'One', base: SHIPPED, files: { [PATH]: 'new' }, revision: 0 };
function asked(): Desk {
  const desk = newDesk();
  drafts.save(desk, draft, ann);
  drafts.ask(desk, 'one', 1);
  return desk;
}
const agreed = (desk: Desk, weight: 'lead' | 'second') =>
  drafts.checkAgreed(drafts.draftOf(desk, 'one'), weight);

describe('saving', () => {
  it('keeps what can be kept', () => {
    const desk = asked();
    expect(deskSchema.parse(desk).drafts.one).toMatchObject({ revision: 1, base: SHIPPED, stage: 'asked' });
  });

  it('an older revision is a conflict that shows theirs', () => {
    const desk = newDesk();
    drafts.save(desk, draft, ann);
    drafts.save(desk, { ...draft, revision: 1, files: { [PATH]: 'theirs' } }, bob);
    const late = () => drafts.save(desk, { ...draft, revision: 1, files: { [PATH]: 'mine' } }, ann);
    expect(late).toThrow(drafts.Conflict);
    expect(drafts.draftOf(desk, 'one').files[PATH]).toBe('theirs');
  });

  it('takes back every approval', () => {
    const desk = asked();
    drafts.approve(desk, 'one', 1, bob);
    drafts.save(desk, { ...draft, revision: 1 }, ann);
    expect(() => agreed(desk, 'second')).toThrow('needs-second');
  });

  it('knows no draft by the name of something else', () => {
    expect(() => drafts.draftOf(newDesk(), 'constructor')).toThrow('no-such-draft');
  });
});

describe('agreeing', () => {
  it('a second person is enough for most words', () => {
    const desk = asked();
    expect(() => agreed(desk, 'second')).toThrow('needs-second');
    drafts.approve(desk, 'one', 1, bob);
    agreed(desk, 'second');
  });

  it('the urgent path wants the safeguarding lead and one more', () => {
    const desk = asked();
    expect(() => agreed(desk, 'lead')).toThrow('needs-both');
    drafts.approve(desk, 'one', 1, bob);
    expect(() => agreed(desk, 'lead')).toThrow('needs-lead');
    drafts.approve(desk, 'one', 1, lea);
    agreed(desk, 'lead');
    const alone = asked();
    drafts.approve(alone, 'one', 1, lea);
    drafts.approve(alone, 'one', 1, lea);
    expect(() => agreed(alone, 'lead')).toThrow('needs-second');
  });

  it.each([
    ['one who wrote it', both, 'own-work'],
    ['an editor', person('eve', 'editor'), 'needs-approver'],
  ])('not %s', (_, who, code) => {
    const desk = newDesk();
    drafts.save(desk, draft, ann);
    drafts.save(desk, { ...draft, revision: 1 }, both);
    drafts.ask(desk, 'one', 2);
    expect(() => drafts.approve(desk, 'one', 2, who)).toThrow(code);
  });

  it('not before it is asked for, and not to another revision', () => {
    const desk = newDesk();
    drafts.save(desk, draft, ann);
    expect(() => drafts.approve(desk, 'one', 1, bob)).toThrow('not-asked');
    drafts.ask(desk, 'one', 1);
    expect(() => drafts.approve(desk, 'one', 2, bob)).toThrow(drafts.Conflict);
  });
});

describe('publishing', () => {
  const live = { [PATH]: 'old', 'dialogs/b.yaml': 'b' };

  it('lays the changes over what is live now', () => {
    expect(drafts.laidOver({ files: { [PATH]: 'new', 'dialogs/b.yaml': null } }, live, live)).toEqual({
      [PATH]: 'new',
    });
    const moved = { ...live, 'dialogs/c.yaml': 'c' };
    expect(drafts.laidOver({ files: { [PATH]: 'new' } }, live, moved)).toEqual({ ...moved, [PATH]: 'new' });
  });

  it('never over what somebody else changed meanwhile', () => {
    const changed = { ...live, [PATH]: 'other' };
    expect(() => drafts.laidOver({ files: { [PATH]: 'new' } }, live, changed)).toThrow('changed-meanwhile');
  });

  it('is taken back in one step', () => {
    const desk = asked();
    drafts.publish(desk, 'one', 'a'.repeat(64), ann);
    expect([desk.live, desk.drafts]).toEqual(['a'.repeat(64), {}]);
    drafts.goLive(desk, SHIPPED, 2);
    expect([desk.live, desk.history[0]?.version]).toEqual([SHIPPED, 'a'.repeat(64)]);
    expect(() => drafts.goLive(desk, SHIPPED, 3)).toThrow('same-as-live');
    deskSchema.parse(desk);
  });
});
