/** The headers of the staff side: as strict as the public's, with styles by a nonce, which Fluent's need. */
import type { StaffAnswer } from '../editor/answer.ts';
import { ALWAYS } from './headers.ts';

const policy = (nonce: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** All that is always there, but for how long an answer may be kept. */
const COMMON = ALWAYS.flatMap((one, at) =>
  at % 2 === 1 || one === 'Cache-Control' ? [] : [one, ALWAYS[at + 1] ?? ''],
);
const YEAR = 'public, max-age=31536000, immutable';

/** @returns name, value, name, value */
export function staffHeaders({ nonce, asset, immutable }: StaffAnswer): string[] {
  return [
    'Content-Security-Policy',
    policy(nonce),
    'Cross-Origin-Opener-Policy',
    'same-origin',
    'Cross-Origin-Resource-Policy',
    'same-origin',
    'X-Robots-Tag',
    'noindex',
    'Cache-Control',
    asset ? (immutable ? YEAR : 'no-cache') : 'no-store',
    ...COMMON,
  ];
}
