/** Shapes as pixels: each pixel is looked at in 64 places. The same shapes give the same bytes, always. */
import type { Outline } from './path.ts';

export type Colour = readonly [red: number, green: number, blue: number];

export interface Picture {
  readonly size: number;
  /** Red, green, blue, alpha of each pixel, row by row. */
  readonly rgba: Uint8Array;
}

/** Lines, and places on a line, that a pixel is looked at in. */
const FINE = 8;

/** @returns a square picture of one colour: opaque, or clear all over */
export function blank(size: number, [red, green, blue]: Colour, opaque: boolean): Picture {
  const rgba = new Uint8Array(size * size * 4);
  for (let at = 0; at < rgba.length; at += 4) rgba.set([red, green, blue, opaque ? 255 : 0], at);
  return { size, rgba };
}

/** Where a line at this height goes in and out, from left to right. */
function crossings(outlines: readonly Outline[], y: number): number[] {
  const found: number[] = [];
  for (const outline of outlines)
    for (const [n, [ax, ay]] of outline.entries()) {
      const [bx, by] = outline[(n + 1) % outline.length] ?? [ax, ay];
      if (ay <= y !== by <= y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  return found.sort((a, b) => a - b);
}

/** How much of each pixel the shape covers, in 64ths. */
function covered(outlines: readonly Outline[], size: number): Uint8Array {
  const cover = new Uint8Array(size * size);
  for (let line = 0; line < size * FINE; line++) {
    const found = crossings(outlines, (line + 0.5) / FINE);
    const row = Math.floor(line / FINE) * size;
    for (let n = 0; n + 1 < found.length; n += 2) {
      const from = Math.max(0, Math.ceil((found[n] ?? 0) * FINE - 0.5));
      const to = Math.min(size * FINE, Math.ceil((found[n + 1] ?? 0) * FINE - 0.5));
      for (let place = from; place < to; place++) {
        const at = row + Math.floor(place / FINE);
        cover[at] = (cover[at] ?? 0) + 1;
      }
    }
  }
  return cover;
}

/**
 * Lays a shape over the picture. On what is clear only the alpha grows: the colour there must be the shape's own.
 * @param outlines in pixels, from the upper left corner
 */
export function fill({ size, rgba }: Picture, outlines: readonly Outline[], colour: Colour): void {
  for (const [n, cover] of covered(outlines, size).entries()) {
    if (cover === 0) continue;
    const share = cover / (FINE * FINE);
    const under = rgba[n * 4 + 3] ?? 0;
    for (const [channel, value] of colour.entries()) {
      const before = rgba[n * 4 + channel] ?? 0;
      rgba[n * 4 + channel] = Math.round(before + (value - before) * share);
    }
    rgba[n * 4 + 3] = Math.round(under + (255 - under) * share);
  }
}
