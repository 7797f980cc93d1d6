/** All drawings of the page, hand-made, once: `<use href="#i-…">` shows one, also from the widget. */
import { MARK } from './mark.ts';

const SHAPES = {
  call: 'M6.4 3.2 9 2.8l2 4.7-2.1 1.8a12 12 0 0 0 5.8 5.8l1.8-2.1 4.7 2-.4 2.6a3 3 0 0 1-3.2 2.5A15.8 15.8 0 0 1 3.9 6.4a3 3 0 0 1 2.5-3.2Z',
  text: 'M5 4h14a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-7l-5 4v-4H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3Z',
  open: 'M5 12h13M12.5 6l6 6-6 6',
  send: 'M12 20V5M5.5 11.5 12 5l6.5 6.5',
} as const;

export type IconName = keyof typeof SHAPES | 'mark';

export function Sprite() {
  return (
    <svg class="sprite" aria-hidden="true" focusable="false">
      {Object.entries(SHAPES).map(([name, shape]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 24 24">
          <path d={shape} />
        </symbol>
      ))}
      <symbol id="i-mark" viewBox="0 0 48 48">
        {Object.entries(MARK).map(([name, shape]) => (
          <path key={name} class={name} d={shape} />
        ))}
      </symbol>
    </svg>
  );
}

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={name === 'mark' ? name : `icon ${name}`} aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** The signpost with its face, alone: where there is no room for its hills. */
export const Buddy = () => (
  <svg class="buddy" viewBox="0 0 116 116" aria-hidden="true" focusable="false">
    <use href="#i-mark" width="116" height="116" />
    <path class="face" d="M30 32.5v3M49 32.5v3M33 42.5q6.5 5.5 13 0" />
  </svg>
);

/** Hills, a path and the signpost: shown where there is room for it. */
export function Scene() {
  return (
    <svg
      class="scene"
      viewBox="0 0 360 200"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <circle class="sun" cx="284" cy="52" r="26" />
      <path
        class="cloud"
        d="M196 44h52a11 11 0 0 0-3-21 17 17 0 0 0-32-3 12 12 0 0 0-17 24zM20 68h38a8 8 0 0 0-2-16 13 13 0 0 0-24-2 9 9 0 0 0-12 18z"
      />
      <path class="far" d="M0 132c50-40 104-44 156-16s112 26 204-20v104H0z" />
      <path
        class="tree"
        d="M296 124v-12a10 10 0 0 1 2-19 10 10 0 0 1 2 19v12zM318 120v-9a8 8 0 0 1 2-15 8 8 0 0 1 2 15v9zM22 130v-9a8 8 0 0 1 2-15 8 8 0 0 1 2 15v9z"
      />
      <path class="near" d="M0 168c70-34 140-30 196-14s110 10 164-12v58H0z" />
      <path
        class="way"
        d="M178 200c4-18 46-20 54-30s-16-12-8-19c3-2.5 7-3.5 12-4-8 5 14 8 12 20s-30 14-30 33z"
      />
      <use href="#i-mark" x="62" y="52" width="116" height="116" />
      <path class="face" d="M92 84.5v3M111 84.5v3M95 94.5q6.5 5.5 13 0" />
    </svg>
  );
}
