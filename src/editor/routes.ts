/** Every address below /editor/api: who may, what is sent, and which function answers. What comes back: api.ts. */
import { BODIES, QUERIES } from './api.ts';
import { approveText, takeBackText } from './approvals.ts';
import { approve, ask, drop, save, sendBack, view } from './drafting.ts';
import { createOverview } from './overview.ts';
import { dropPhrase, keepPhrase } from './phrases.ts';
import { publish } from './publish.ts';
import { pulse } from './pulse.ts';
import { check, diff, diffBetween, file, map, preview, trail, wouldSay } from './reading.ts';
import { type Route, route, type Who } from './route.ts';
import { search } from './search.ts';
import { signOut } from './signing.ts';
import { askBack, hide, rollBack, rung, show, switchOff, switchOn } from './standing.ts';

const ANY: Who = ['editor', 'approver', 'safeguarding-lead'];
const WRITES: Who = ['editor'];
const AGREES: Who = ['approver', 'safeguarding-lead'];

/** What takes something away from residents, or back, and what the page begins with. */
const URGENT = { lane: 'urgent' } as const;

/** @param local staff sign in by the three local links */
export const createRoutes = (local: boolean): readonly Route[] => [
  route('GET /desk', ANY, createOverview(local), URGENT),
  route('GET /pulse', ANY, pulse, URGENT),
  route('GET /search', ANY, search, { query: QUERIES.search }),
  route('GET /file', ANY, file, { query: QUERIES.file }),
  route('GET /drafts/:id', ANY, view),
  route('PUT /drafts/:id', WRITES, save, { body: BODIES.save }),
  route('POST /drafts/:id/ask', WRITES, ask, { body: BODIES.revision }),
  route('POST /drafts/:id/approve', AGREES, approve, { body: BODIES.revision }),
  route('POST /drafts/:id/send-back', AGREES, sendBack, { body: BODIES.sendBack }),
  route('POST /drafts/:id/publish', AGREES, publish, { body: BODIES.revision }),
  route('POST /drafts/:id/drop', WRITES, drop, { body: BODIES.revision }),
  route('POST /check', ANY, check, { body: BODIES.check }),
  route('POST /would-say', ANY, wouldSay, { body: BODIES.wouldSay }),
  route('POST /preview', ANY, preview, { body: BODIES.preview }),
  route('POST /map', ANY, map, { body: BODIES.map }),
  route('POST /diff', ANY, diff, { body: BODIES.diff }),
  route('GET /diff', ANY, diffBetween, { query: QUERIES.diff }),
  route('POST /phrases', ANY, keepPhrase, { body: BODIES.phrase }),
  route('POST /phrases/drop', AGREES, dropPhrase, { body: BODIES.phraseGone }),
  route('POST /services/hide', ANY, hide, { body: BODIES.hide, ...URGENT }),
  route('POST /services/ask-back', ANY, askBack, { body: BODIES.service, ...URGENT }),
  route('POST /services/show', AGREES, show, { body: BODIES.service, ...URGENT }),
  route('POST /services/rung', ANY, rung, { body: BODIES.service }),
  route('POST /off', ANY, switchOff, { body: BODIES.off, ...URGENT }),
  route('POST /on', AGREES, switchOn, { body: BODIES.off, ...URGENT }),
  route('POST /roll-back', AGREES, rollBack, { body: BODIES.rollBack, ...URGENT }),
  route('POST /texts/approve', AGREES, approveText, { body: BODIES.approveText }),
  route('POST /texts/take-back', AGREES, takeBackText, { body: BODIES.takeBackText }),
  route('GET /trail', ANY, trail),
  route('POST /sign-out', 'signed-in', signOut, URGENT),
];
