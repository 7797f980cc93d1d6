/** The two icons of the package, drawn from the site's own mark and colours. */
import { MARK } from '../site/mark.ts';
import { SHEETS } from '../site/styles.ts';
import { blank, type Colour, fill } from './paint.ts';
import { type Outline, outlinesOf } from './path.ts';
import { pngOf } from './png.ts';

const FIELD = 48;
const WHITE: Colour = [255, 255, 255];

/** @returns a colour of the light theme, such as #0b6663. @throws Error when tokens.css has none of this name */
export function themeColour(name: string): string {
  // The first is the light one: the dark theme comes after it.
  const found = new RegExp(`--${name}:(#[0-9a-f]{6})\\b`).exec(SHEETS.chat.css)?.[1];
  if (!found) throw new Error(`tokens.css has no colour --${name} of six digits`);
  return found;
}

const rgbOf = (hex: string): Colour => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** A shape of the mark, as large as asked, in the middle of a picture. */
const placed = (path: string, size: number, mark: number): Outline[] =>
  outlinesOf(path).map((outline) =>
    outline.map(([x, y]) => [(x * mark) / FIELD + (size - mark) / 2, (y * mark) / FIELD + (size - mark) / 2]),
  );

/** 192 by 192 pixels, opaque; the mark keeps clear of the corners, which Teams rounds. */
export function colourIcon(): Uint8Array {
  const picture = blank(192, rgbOf(themeColour('paper')), true);
  const colours = { post: 'post', arm: 'arm', 'arm two': 'arm-two' } as const;
  for (const [name, path] of Object.entries(MARK) as [keyof typeof MARK, string][])
    fill(picture, placed(path, 192, 128), rgbOf(themeColour(colours[name])));
  return pngOf(picture);
}

/** 32 by 32 pixels, white on nothing. */
export function outlineIcon(): Uint8Array {
  const picture = blank(32, WHITE, false);
  for (const path of Object.values(MARK)) fill(picture, placed(path, 32, 32), WHITE);
  return pngOf(picture);
}
