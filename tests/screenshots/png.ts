/** A screenshot made light: at most 256 colours, which flat drawings and letters hardly miss, packed as well as can be. */
import { deflateSync, inflateSync } from 'node:zlib';
import { chunk, SIGNATURE } from '../../src/teams/png.ts';

const PALETTE = 256;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, row by row. */
  readonly rgb: Uint8Array;
}

function* chunks(png: Buffer): Generator<[string, Buffer]> {
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield [png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)];
    at += length + 12;
  }
}

/** The guess of filter 4: whichever neighbour is nearest to left + above - corner. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** @param png eight bits a colour, with or without transparency, not interlaced: what Chromium writes */
function read(png: Buffer): Picture {
  let width = 0;
  let height = 0;
  let depth = 3;
  const data: Buffer[] = [];
  for (const [type, body] of chunks(png)) {
    if (type === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      if (body[8] !== 8 || (body[9] !== 2 && body[9] !== 6) || body[12] !== 0)
        throw new Error('an unknown kind of PNG');
      depth = body[9] === 6 ? 4 : 3;
    } else if (type === 'IDAT') data.push(body);
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * depth;
  const rgb = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const line = Uint8Array.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x++) {
      const left = x < depth ? 0 : (line[x - depth] as number);
      const up = above[x] as number;
      const corner = x < depth ? 0 : (above[x - depth] as number);
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      line[x] = (line[x] as number) + (guesses[filter ?? 0] as number);
    }
    for (let x = 0; x < width; x++) rgb.set(line.subarray(x * depth, x * depth + 3), (y * width + x) * 3);
    above = line;
  }
  return { width, height, rgb };
}

/** The commonest colours; every other is drawn in the nearest of them. */
function reduce({ rgb }: Picture): { palette: number[]; indices: Uint8Array } {
  const counts = new Map<number, number>();
  const colours = new Uint32Array(rgb.length / 3);
  for (let n = 0; n < colours.length; n++) {
    const colour =
      ((rgb[n * 3] as number) << 16) | ((rgb[n * 3 + 1] as number) << 8) | (rgb[n * 3 + 2] as number);
    colours[n] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, PALETTE)
    .map(([colour]) => colour);
  const apart = (a: number, b: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
  const nearest = (colour: number) => {
    let best = 0;
    for (let n = 1; n < palette.length; n++)
      if (apart(colour, palette[n] as number) < apart(colour, palette[best] as number)) best = n;
    return best;
  };
  const known = new Map(palette.map((colour, n) => [colour, n]));
  for (const colour of counts.keys()) if (!known.has(colour)) known.set(colour, nearest(colour));
  return { palette, indices: Uint8Array.from(colours, (colour) => known.get(colour) as number) };
}

/** @returns the same picture with a palette; unchanged when that is no lighter */
export function shrink(png: Buffer): Buffer {
  const picture = read(png);
  const { width, height } = picture;
  const { palette, indices } = reduce(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    lines.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const light = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return light.length < png.length ? light : png;
}
