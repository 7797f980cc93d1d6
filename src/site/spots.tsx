/** Small hand-made pictures, one for each section and door. They repeat what words say: screen readers skip them. */
import type { JSX } from 'preact';

const person = (className: string, x: number, y: number, size: number) => (
  <>
    <circle class={className} cx={x} cy={y} r={size * 7} />
    <path
      class={className}
      d={`M${x - size * 13} ${y + size * 25}c0-${size * 9} ${size * 5}-${size * 14} ${size * 13}-${size * 14}s${size * 13} ${size * 5} ${size * 13} ${size * 14}z`}
    />
  </>
);

const SHAPES = {
  me: () => person('a', 24, 16, 1.05),
  friend: () => (
    <>
      {person('a', 33, 20, 0.85)}
      {person('b', 16, 17, 1)}
    </>
  ),
  child: () => (
    <>
      {person('b', 18, 14, 1.1)}
      {person('a', 36, 26, 0.65)}
    </>
  ),
  work: () => (
    <>
      <path class="p" d="m14 3 8 15h4l8-15h-5l-5 10-5-10z" />
      <rect class="b" x="11" y="17" width="26" height="28" rx="5" />
      <circle class="a" cx="24" cy="27" r="5" />
      <path class="w" d="M15 40c1-5 4-7 9-7s8 2 9 7z" />
    </>
  ),
  'young-people': () => (
    <>
      <path
        class="b"
        d="M6 6h22a4 4 0 0 1 4 4v11a4 4 0 0 1-4 4H16l-7 6v-6H6a4 4 0 0 1-4-4V10a4 4 0 0 1 4-4z"
      />
      <path
        class="a"
        d="M22 19h20a4 4 0 0 1 4 4v11a4 4 0 0 1-4 4h-2v6l-7-6H22a4 4 0 0 1-4-4V23a4 4 0 0 1 4-4z"
      />
    </>
  ),
  'what-is-it': () => (
    <>
      <circle class="a" cx="24" cy="24" r="20" />
      <path class="k" d="M18 19c0-8 12.5-8 12.5-.5 0 5.5-6.5 5.5-6.5 10.5M24 35.5v.1" />
    </>
  ),
  'get-help': () => (
    <>
      <circle class="ring" cx="24" cy="24" r="15" />
      <circle class="ring two" cx="24" cy="24" r="15" />
    </>
  ),
  parents: () => (
    <>
      <path class="b" d="M8 22 24 8l16 14v21H8z" />
      <path class="p" d="M2 25 24 5l22 20-3 3L24 11 5 28z" />
      <path class="a" d="M19 43V31a5 5 0 0 1 10 0v12z" />
    </>
  ),
  missing: () => (
    <>
      <path class="n" d="m3 33 13-4 16 5 13-5v11l-13 5-16-5-13 5z" />
      <path class="a" d="M24 3c8 0 13 6 13 13 0 9-13 21-13 21S11 25 11 16C11 9 16 3 24 3z" />
      <circle class="w" cx="24" cy="16" r="5" />
    </>
  ),
  professionals: () => (
    <>
      <rect class="b" x="8" y="7" width="32" height="38" rx="5" />
      <rect class="p" x="16" y="3" width="16" height="9" rx="3" />
      <path class="wl" d="m16 22 4 4 8-8M16 36h16" />
    </>
  ),
  schools: () => (
    <>
      <path class="b" d="M24 14C19 9 11 8 4 9v29c7-1 15 0 20 5z" />
      <path class="a" d="M24 14c5-5 13-6 20-5v29c-7-1-15 0-20 5z" />
    </>
  ),
  businesses: () => (
    <>
      <path class="b" d="M8 24h32v19H8z" />
      <path class="a" d="M8 5h32l5 15a5 5 0 0 1-10 0 5.5 5.5 0 0 1-11 0 5.5 5.5 0 0 1-11 0 5 5 0 0 1-10 0z" />
      <path class="w" d="M25 30h9v13h-9z" />
    </>
  ),
  community: () => (
    <>
      <path class="b" d="M3 43V27l10-9 10 9v16z" />
      <path class="a" d="M20 43V22l10-9 10 9v21z" />
      <path class="w" d="M26 43V33h8v10z" />
      <path class="n" d="M40 43V30a5 5 0 0 1 0-10 5 5 0 0 1 2 10v13z" />
    </>
  ),
  'report-it': () => (
    <>
      <path class="p" d="M13 31h7l3 13h-7z" />
      <path class="b" d="M16 19H8a4 4 0 0 0-4 4v5a4 4 0 0 0 4 4h8z" />
      <path class="a" d="M16 19 36 8v35L16 32z" />
      <path class="k" d="M42 20q3 5.5 0 11" />
    </>
  ),
  'about-this-chat': () => (
    <>
      <path
        class="b"
        d="M9 7h30a6 6 0 0 1 6 6v17a6 6 0 0 1-6 6H22l-9 8v-8H9a6 6 0 0 1-6-6V13a6 6 0 0 1 6-6z"
      />
      <path class="wl" d="M16.5 17v2M31.5 17v2M16 26q8 6 16 0" />
    </>
  ),
  'cover-your-tracks': () => (
    <>
      <rect class="b" x="6" y="4" width="26" height="40" rx="4" />
      <path class="k" d="M20 24h23m-8-8 8 8-8 8" />
    </>
  ),
  accessibility: () => (
    <>
      <circle class="a" cx="24" cy="9" r="6" />
      <path class="bl" d="m8 20 16 3 16-3M24 23v9l-7 12M24 32l7 12" />
    </>
  ),
  news: () => (
    <>
      <rect class="b" x="5" y="8" width="38" height="36" rx="5" />
      <path class="p" d="M5 13a5 5 0 0 1 5-5h28a5 5 0 0 1 5 5v5H5z" />
      <path class="a" d="M12 24h10v7H12z" />
      <path class="wl" d="M27 25h9M27 32h9M13 38h23" />
    </>
  ),
} satisfies Record<string, () => JSX.Element>;

export type SpotName = keyof typeof SHAPES;

/** Pages that share a picture, and where a door of the chat leads. */
const ALSO: Readonly<Record<string, SpotName>> = {
  leaving: 'cover-your-tracks',
  chat: 'about-this-chat',
  welcome: 'about-this-chat',
  'welcome/about-me': 'me',
  'worried-about-friend': 'friend',
  'welcome/about-a-child': 'child',
  'welcome/at-work': 'work',
};

/** @returns the picture of a page or of a door, where there is one */
export function spotOf(id: string): SpotName | undefined {
  return Object.hasOwn(SHAPES, id) ? (id as SpotName) : ALSO[id];
}

export const Spot = ({ name }: { readonly name: SpotName }) => (
  <svg class="spot" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    {SHAPES[name]()}
  </svg>
);
