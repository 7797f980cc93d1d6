/** Everything the staff side may refuse: the status, and the plain sentence that the page shows. No input is quoted. */
import type { LogCode } from '../log.ts';
import { BrokenDesk } from '../store/backend.ts';
import { StoreAway } from '../store/guarded.ts';
import { BrokenTrial, CheckFailed, NoSuchVersion } from '../workbench/broken.ts';
import { type Marked, WorkbenchBusy } from '../workbench/workbench.ts';
import type { ApiError } from './api.ts';
import { CannotDo, Conflict } from './drafts.ts';
import { NotAllowed } from './staff.ts';

const AGAIN = 'What you wrote is still on this page. Try again in a moment.';
const SIGN_IN = 'Sign in again. What you wrote is still on this page.';

export const REFUSALS = {
  'not-signed-in': [401, `You are not signed in, or have been away for 15 minutes. ${SIGN_IN}`],
  'no-token': [401, SIGN_IN],
  'bad-token': [401, `Your sign-in could not be proved. ${SIGN_IN}`],
  'wrong-audience': [401, `Your sign-in was made for something else. ${SIGN_IN}`],
  'wrong-tenant': [401, "Your account is not one of the council's."],
  'wrong-client': [401, `Your sign-in came from an app that we do not know. ${SIGN_IN}`],
  expired: [401, `Your sign-in has run out. ${SIGN_IN}`],
  'not-a-person': [401, 'Only members of staff can sign in, with their own account.'],
  'no-scope': [401, `Your sign-in does not cover Signpost. ${SIGN_IN}`],
  'no-role': [403, 'Your account has no role in Signpost. Ask whoever looks after it to give you one.'],
  'not-your-role': [403, 'Your role cannot do this. Ask a colleague whose role can.'],
  'bad-csrf': [403, 'This did not come from the page that you signed in on. Load the page again.'],
  'bad-origin': [403, 'Another site sent this. Nothing was changed.'],
  'own-work': [403, 'You have written in this draft, so another person has to agree to it.'],
  'needs-approver': [403, 'Only an approver or the safeguarding lead can agree.'],
  'emergency-stays': [422, 'The number for danger now can never be hidden.'],
  'was-taken-back': [
    403,
    'Somebody took these words back. Only the safeguarding lead can put them up again.',
  ],
  'last-line': [
    422,
    'This is the last number, besides 999, that answers some people day and night. Ask the safeguarding lead to hide it, or switch the bot off.',
  ],
  'many-hidden': [
    422,
    'You have hidden five numbers that nobody else has looked at. Ask a colleague or the safeguarding lead, or switch the bot off.',
  ],
  'own-request': [403, 'You asked for this number to come back. Another person has to show it.'],
  'bad-host': [400, 'This is not an address of ours.'],
  'not-found': [404, 'There is nothing at this address.'],
  'no-such-draft': [404, 'This draft is gone: somebody has published it or thrown it away.'],
  'no-such-version': [404, 'This version is not kept any more.'],
  'no-such-service': [404, 'There is no such service in the words that are live.'],
  'no-such-phrase': [404, 'This sentence is not kept any more.'],
  'no-such-text': [404, 'There is no such text in what is live, or it needs no approval.'],
  'bad-method': [405, 'This address does not take that method.'],
  'changed-meanwhile': [
    409,
    'Somebody else has changed this meanwhile. Both versions are kept: compare them.',
  ],
  'live-moved': [409, 'The live words have changed under this draft. Look at both, then save it again.'],
  'not-asked': [409, 'Nobody has asked for this draft to be looked at yet.'],
  'needs-lead': [409, 'The safeguarding lead has not agreed to this draft yet.'],
  'needs-both': [
    409,
    'This touches words that stand between a child and help: the safeguarding lead and a second person must agree.',
  ],
  'needs-second': [409, 'One more person has to agree to this draft.'],
  'same-as-live': [409, 'These words are live already.'],
  'text-moved': [409, 'It has changed meanwhile. Read it again, then approve it.'],
  'not-approved': [409, 'You have not approved this text.'],
  'too-many-drafts': [409, 'There are 200 drafts. Publish or throw away some of them first.'],
  'many-own-drafts': [
    409,
    'You have begun 30 drafts that are not published yet. Publish or throw away some of them first.',
  ],
  'drafts-full': [
    409,
    'All drafts together are over 12 MB. Publish or throw away some of them first. Nothing was saved.',
  ],
  'too-many-phrases': [409, 'There are 2,000 sentences already. Take some out first.'],
  'not-hidden': [409, 'This service is not hidden.'],
  'not-asked-back': [
    409,
    'Nobody has asked for this number to come back yet. One person asks, another shows it.',
  ],
  'already-off': [409, 'The bot is switched off already.'],
  'already-on': [409, 'The bot is switched on already.'],
  'too-big': [413, 'This is over 2 MB. Make it smaller, or split the draft.'],
  'bad-type': [415, 'Send JSON, in UTF-8 and not compressed.'],
  'bad-json': [400, 'This is not valid JSON.'],
  'too-deep': [400, 'This is nested too deeply, or has a name in it that is not allowed.'],
  'bad-shape': [422, 'Something in this cannot be taken. See what, and where.'],
  'cannot-be-read': [422, 'The draft cannot be read as it is. Mend what the check names first.'],
  'mend-first': [422, 'There are mistakes in it. Mend them and save, then ask for approval.'],
  'has-problems': [422, 'This cannot be published while there are mistakes in it.'],
  'has-html': [422, 'There is code for web pages in a text. Write plain words. Nothing was saved.'],
  'too-big-draft': [
    422,
    'The texts that this draft changes are over 600 KB together. Split it into several drafts. Nothing was saved.',
  ],
  'too-many-files': [422, 'A draft can change at most 200 files.'],
  'store-away': [503, `Staff's work cannot be kept just now. Residents do not notice. ${AGAIN}`],
  'check-failed': [
    500,
    'The check broke off at this text. What you wrote is still on this page. Undo the last change, or tell whoever looks after Signpost.',
  ],
  'check-late': [503, `The check did not answer in time. ${AGAIN}`],
  busy: [503, `Too much is asked at once. ${AGAIN}`],
  'sign-in-away': [503, 'Microsoft’s sign-in does not answer just now. Try again in a moment.'],
  'not-set-up': [503, 'Sign-in is not set up.'],
  uncaught: [500, `Something went wrong on our side. ${AGAIN}`],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;
export type RefusalCode = keyof typeof REFUSALS;

/** Thrown where something cannot be done; carries places and reasons of ours, no input. */
export class StaffRefusal extends Error {
  readonly code: RefusalCode;
  readonly problems: readonly Marked[] | undefined;
  constructor(code: RefusalCode, problems?: readonly Marked[]) {
    super(code);
    this.name = 'StaffRefusal';
    this.code = code;
    this.problems = problems;
  }
}

/** What can be logged of each: codes that the log knows stand for themselves. */
const LOGGED: Readonly<Partial<Record<RefusalCode, LogCode>>> = {
  'bad-host': 'bad-shape',
  'own-work': 'cannot-do',
  'needs-approver': 'cannot-do',
  'emergency-stays': 'cannot-do',
  'was-taken-back': 'cannot-do',
  'last-line': 'cannot-do',
  'many-hidden': 'cannot-do',
  'own-request': 'cannot-do',
  'no-such-draft': 'not-found',
  'no-such-version': 'not-found',
  'no-such-service': 'not-found',
  'no-such-phrase': 'not-found',
  'no-such-text': 'not-found',
  'changed-meanwhile': 'conflict',
  'live-moved': 'conflict',
  'cannot-be-read': 'has-problems',
  'mend-first': 'has-problems',
  'has-html': 'bad-shape',
  'too-big-draft': 'too-big',
  'too-many-files': 'bad-shape',
};

function codeOf(error: unknown): RefusalCode {
  if (error instanceof StaffRefusal || error instanceof NotAllowed) return error.code;
  if (error instanceof Conflict) return 'changed-meanwhile';
  if (error instanceof CannotDo) return error.code === 'changed-meanwhile' ? 'live-moved' : error.code;
  if (error instanceof StoreAway) return 'store-away';
  if (error instanceof WorkbenchBusy) return 'check-late';
  if (error instanceof BrokenTrial) return 'cannot-be-read';
  if (error instanceof CheckFailed) return 'check-failed';
  if (error instanceof NoSuchVersion) return 'no-such-version';
  return 'uncaught';
}

export interface Refused {
  readonly status: number;
  readonly code: RefusalCode;
  readonly logged: LogCode;
  readonly body: ApiError;
}

/** @returns how anything that was thrown is answered and logged; what we do not know is a fault of ours */
export function refusedBy(error: unknown): Refused {
  const code = codeOf(error);
  const [status, message] = REFUSALS[code];
  const broken = error instanceof StoreAway && error.cause instanceof BrokenDesk;
  const known = LOGGED[code] ?? (status === 409 ? 'cannot-do' : (code as LogCode));
  const logged = broken ? 'desk-broken' : known;
  const more = {
    ...(error instanceof Conflict && { theirs: error.theirs }),
    ...((error instanceof StaffRefusal || error instanceof BrokenTrial) &&
      error.problems && { problems: error.problems }),
  };
  return { status, code, logged, body: { error: { code, message, ...more } } };
}
