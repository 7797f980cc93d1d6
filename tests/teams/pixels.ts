/** A PNG file as its pixels: as little of the format as our own icons use. */
import { crc32, inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha. */
  readonly of: readonly (readonly number[])[];
}

/** @throws Error when a checksum is wrong, or it is another kind of PNG */
export function pixelsOf(file: Uint8Array): Pixels {
  const png = Buffer.from(file);
  if (png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG');
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== png.readUInt32BE(at + 8 + length)) throw new Error('a checksum is wrong');
    parts.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += length + 12;
  }
  const head = parts.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  if (head[8] !== 8 || head[9] !== 6 || head[12] !== 0) throw new Error('another kind of PNG');
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0));
  const stride = width * 4 + 1;
  const of: number[][] = [];
  for (let y = 0; y < height; y++) {
    if (rows[y * stride] !== 0) throw new Error('a filter');
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + x * 4;
      of.push([...rows.subarray(at, at + 4)]);
    }
  }
  return { width, height, of };
}
