/** The headers of the staff side: as strict as the public's, with styles by a nonce, which Fluent's need. */
import type { StaffAnswer } from '../editor/answer.ts';
import { ALWAYS } from './headers.ts';

/**
 * Where Teams runs, as learn.microsoft.com lists it under "Tab requirements" (the last one is where Microsoft moves to).
 * Outlook and the Microsoft 365 app, which it lists too, are not ours.
 */
const TEAMS = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft'];

const policy = ({ nonce, framed }: StaffAnswer): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    // In Teams its library would fetch a list of trusted hosts from Microsoft (res.cdn.office.net). It may not: it has a
    // list of its own, and goes on with that one at once. The console of the browser notes it; nothing else changes.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framed ? TEAMS.join(' ') : "'none'"}`,
  ].join('; ');

/** A page that lets only willing resources in holds our frame too; a frame is in no group of windows of its own. */
const FRAMED = [
  'Cross-Origin-Resource-Policy',
  'cross-origin',
  'Cross-Origin-Embedder-Policy',
  'require-corp',
];
const UNFRAMED = ['Cross-Origin-Resource-Policy', 'same-origin'];

/** All that is always there, but for how long an answer may be kept. */
const COMMON = ALWAYS.flatMap((one, at) =>
  at % 2 === 1 || one === 'Cache-Control' ? [] : [one, ALWAYS[at + 1] ?? ''],
);
const YEAR = 'public, max-age=31536000, immutable';

/** @returns name, value, name, value */
export function staffHeaders(answer: StaffAnswer): string[] {
  const { asset, immutable, framed } = answer;
  return [
    'Content-Security-Policy',
    policy(answer),
    'Cross-Origin-Opener-Policy',
    'same-origin',
    ...(framed ? FRAMED : UNFRAMED),
    'X-Robots-Tag',
    'noindex',
    'Cache-Control',
    asset ? (immutable ? YEAR : 'no-cache') : 'no-store',
    ...COMMON,
  ];
}
