/** Everything that can stand between Teams and the editor, in plain words: what it is, what to do, whom to ask. */
import type { Trouble } from '../host.ts';
import type { ApiFailed } from '../work.ts';
import { type Lack, NoToken } from './tokens.ts';

const CARERS = 'whoever looks after Signpost, or the IT service desk';
const AGAIN = 'Try again';

/** In the frame of another page, or Teams does not answer. */
export const NOT_TEAMS: Trouble = {
  title: 'The editor cannot open here',
  says: [
    'It stands inside another page, and Microsoft Teams does not answer there.',
    'In Teams: try again. If it happens again, close Teams and open it once more. Anywhere else: open the editor in a tab of its own.',
  ],
  again: AGAIN,
  apart: true,
};

const LACKS: Readonly<Record<Lack, Trouble>> = {
  consent: {
    title: 'Microsoft has to ask you once',
    says: [
      'Signpost needs to know who you are and which role you have, nothing else. Nobody has agreed to that for you yet.',
      'Press "Agree and open". A window of Microsoft opens: read it, and agree.',
      `If it says that an administrator has to approve, ask ${CARERS}, to grant admin consent for "Signpost editor" in Microsoft Entra.`,
    ],
    again: 'Agree and open',
    apart: true,
  },
  prompt: {
    title: 'Microsoft wants to be sure that it is you',
    says: [
      'Press "Sign in". A window of Microsoft opens: sign in there with your work account, with the second step if it asks for one.',
      `If it goes on asking, sign out of Teams and in again. If that does not help, ask ${CARERS}.`,
    ],
    again: 'Sign in',
    apart: true,
  },
  closed: {
    title: 'The window was closed before it was done',
    says: [
      'Press "Try again", and leave the window of Microsoft open until it closes by itself.',
      `If no window comes, the browser may hold it back: allow pop-ups for Teams, or ask ${CARERS}.`,
    ],
    again: AGAIN,
    apart: true,
  },
  failed: {
    title: 'Teams could not sign you in',
    says: [
      'Try again. If it happens again, sign out of Teams and in again.',
      `If that does not help, ask ${CARERS}: Signpost may not be set up for Teams yet. The steps are in deploy/teams.md, and "npm run doctor" names what is missing.`,
    ],
    again: AGAIN,
    apart: true,
  },
};

/** Most who read this were looking for the chat. No number stands here: the registry of services is not open yet. */
const NO_ROLE: Trouble = {
  title: 'This tab is for the few people who change the words',
  says: [
    'To find who can help a child, open "Chat", beside this tab. In danger now, ring the emergency services first: Chat shows the number.',
    `If you are to change the words: ask ${CARERS}, to give you a role in Signpost, as editor, approver or safeguarding lead.`,
    'A new role can take an hour to arrive. It is quicker when you sign out of Teams and in again.',
  ],
  again: AGAIN,
  apart: false,
};

const OTHER_ACCOUNT: Trouble = {
  title: 'Signpost does not know this account',
  says: [
    "Only members of the council's own staff can open the editor, with their own work account. Guests cannot.",
    'In Teams, choose your own organisation at the top right, then open Signpost again.',
  ],
  again: AGAIN,
  apart: true,
};

/** What Teams and Entra are known to say. Another word could be anybody's: whoever frames the tab chooses it. */
const HOSTS = [
  'resourceDisabled',
  'resourceRequiresConsent',
  'resourceRequiresMfa',
  'invalid_resource',
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
  'FailedToOpenWindow',
  'CancelledByUser',
];
/** Entra's own numbers first: they say most. */
const hostsWord = (reason: string): string | undefined =>
  /\bAADSTS\d{4,8}\b/.exec(reason)?.[0] ??
  HOSTS.find((word) => reason === word || reason.startsWith(`${word}:`));

const told = (word: string | undefined): string[] =>
  word === undefined ? [] : [`Tell them this word: ${word}`];

/** @param error what Teams or the server said when the editor was to open */
export function troubleOf(error: ApiFailed): Trouble {
  if (error instanceof NoToken) {
    const trouble = LACKS[error.lack];
    return error.lack === 'failed'
      ? { ...trouble, says: [...trouble.says, ...told(hostsWord(error.reason))] }
      : trouble;
  }
  const { code } = error.error;
  if (code === 'no-role') return NO_ROLE;
  if (code === 'wrong-tenant' || code === 'not-a-person') return OTHER_ACCOUNT;
  return { ...LACKS.failed, says: [...LACKS.failed.says, ...told(code)] };
}
