/** What can be done with the open draft now, and by whom. */
import type { DraftView, Marked, Overview } from '../../api.ts';
import type { Work } from '../work.ts';

export interface Can {
  readonly save: boolean;
  readonly drop: boolean;
  readonly ask: boolean;
  readonly approve: boolean;
  readonly sendBack: boolean;
  readonly publish: boolean;
}

export function canDo(work: Work, view: DraftView | null, { me }: Overview): Can {
  const saved = work.revision > 0 && !work.unsaved;
  const writes = me.roles.includes('editor');
  const drop = writes || work.revision === 0;
  if (!view || !saved)
    return { save: writes, drop, ask: false, approve: false, sendBack: false, publish: false };
  const { draft, missing, broken } = view;
  const agreed = draft.approvals.some(({ by, revision }) => by === me.person && revision === draft.revision);
  const elder = me.roles.some((role) => role !== 'editor');
  const judges = draft.stage === 'asked' && elder && !draft.writers.includes(me.person);
  return {
    save: writes,
    drop,
    ask: writes && draft.stage === 'draft',
    approve: judges && !agreed && !broken,
    sendBack: judges,
    publish: elder && missing.length === 0,
  };
}

/** What must be mended before others are asked. */
export const mistakesIn = ({ problems }: Work): Marked[] => problems.filter(({ grade }) => grade === 'error');

/**
 * How far it is, in a few words.
 * @param view null: what stands in its way is not known, or of words that have changed since
 */
export function stageOf(stage: 'draft' | 'asked', view: Omit<DraftView, 'draft'> | null): string {
  if (view?.missing.length === 0) return 'Ready to publish';
  if (stage === 'draft') return 'Being written';
  return view?.broken ? 'Has to be mended' : 'Waiting for approval';
}

/** "you", "you and somebody else": names of people are not kept. */
export function writersOf(writers: readonly string[], me: string): string {
  const others = writers.filter((one) => one !== me).length;
  const rest = others === 0 ? '' : others === 1 ? 'somebody else' : `${others} others`;
  return [writers.includes(me) ? 'you' : '', rest].filter(Boolean).join(' and ');
}
