/** Who may do what, so that the page offers nothing that the server would refuse (src/editor/routes.ts decides). */
import type { Me, Role } from '../../api.ts';

const has = ({ roles }: Me, wanted: readonly Role[]): boolean => roles.some((role) => wanted.includes(role));

/** Writes drafts, and keeps sentences. */
export const mayWrite = (me: Me): boolean => has(me, ['editor']);
/** Agrees to what others ask for. */
export const mayAgree = (me: Me): boolean => has(me, ['approver', 'safeguarding-lead']);
