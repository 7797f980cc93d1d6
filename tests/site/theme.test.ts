/** The colours of the theme in both schemes: words stand out 4.5 to 1, the edges of controls 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/site/tokens.css', import.meta.url), 'utf8');
const colours = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/--([a-z-]+): #([\da-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
  );
const [byDay = '', byNight = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const light = colours(byDay);
const SCHEMES = { light, dark: { ...light, ...colours(byNight) } };

/** Relative luminance of #rgb or #rrggbb, 0 black to 1 white. */
function luminance(hex: string): number {
  const whole = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(whole.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** What is written in which colour on what. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ink: ['paper', 'card', 'tint', 'lead-tint', 'now-tint', 'sky'],
  soft: ['paper', 'card', 'tint'],
  lead: ['paper', 'card', 'tint', 'sky', 'lead-tint'],
  'on-lead': ['lead'],
  'on-mine': ['mine'],
  'on-now': ['now'],
  'on-exit': ['exit'],
  'on-warn': ['warn'],
  'on-arm': ['arm'],
};
/** Edges and marks that tell what can be tapped, and where one is. */
const EDGES: Readonly<Record<string, readonly string[]>> = {
  lead: ['paper', 'card', 'tint', 'sky'],
  now: ['paper', 'card'],
  exit: ['paper'],
  soft: ['card', 'paper'],
};

describe.each(Object.entries(SCHEMES))('the %s scheme', (_, scheme: Readonly<Record<string, string>>) => {
  const weak = (pairs: typeof WORDS, least: number) =>
    Object.entries(pairs).flatMap(([front, backs]) =>
      backs.flatMap((back) => {
        const [a, b] = [scheme[front], scheme[back]];
        if (a === undefined || b === undefined) return [`no colour ${front} or ${back}`];
        const ratio = contrast(a, b);
        return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
      }),
    );
  it('has words that stand out', () => expect(weak(WORDS, 4.5)).toEqual([]));
  it('has controls that stand out', () => expect(weak(EDGES, 3)).toEqual([]));
});

it('measures as the standard does', () => {
  expect(contrast('000', 'ffffff')).toBe(21);
  expect(contrast('777777', 'fff')).toBeCloseTo(4.48, 2);
});
