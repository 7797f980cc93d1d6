/**
 * A page that can begin a talk has a name of one use each time it is served: by it the form door knows a first message
 * that a browser posts again. The page is packed once. Its end, with the name, goes behind the packed bytes in a block
 * that is not packed, which both formats have: ready in microseconds, where packing it all anew would take 20 ms.
 */
import { randomBytes } from 'node:crypto';
import { brotliCompressSync, crc32, gzipSync, constants as zlib } from 'node:zlib';
import { type Packed, takes } from './packing.ts';

const CLOSING = '</body></html>';

/** The start of a page without its end, whole and as streams that are not ended. */
interface Open {
  readonly body: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly sum: number;
}
/** By the body of a page, and gone with it. */
const opened = new WeakMap<Buffer, Open>();

const startOf = (body: Buffer): Buffer =>
  body.subarray(0, body.subarray(-CLOSING.length).equals(Buffer.from(CLOSING)) ? -CLOSING.length : undefined);

/** The field belongs to the form by its id, wherever it stands. `.0`: no message yet. */
const newEnd = (): Buffer => {
  const name = randomBytes(16).toString('base64url');
  return Buffer.from(`<input type="hidden" name="talk" form="talk" value="${name}.0">${CLOSING}`);
};

function openOf(page: Buffer): Open {
  const known = opened.get(page);
  if (known) return known;
  const body = startOf(page);
  const made = {
    body,
    br: brotliCompressSync(body, { finishFlush: zlib.BROTLI_OPERATION_FLUSH }),
    gzip: gzipSync(body, { level: 9, finishFlush: zlib.Z_SYNC_FLUSH }),
    sum: crc32(body),
  };
  opened.set(page, made);
  return made;
}

/** RFC 7932, 9.2: a meta-block that is not the last, of four-nibble length, uncompressed; then an empty last one. */
function endBrotli({ br }: Open, end: Buffer): Buffer {
  const head = Buffer.alloc(3);
  head.writeUIntLE(((end.length - 1) << 3) | (1 << 19), 0, 3);
  return Buffer.concat([br, head, end, Buffer.from([3])]);
}

/** RFC 1951, 3.2.4: a last block that is stored; then the sum and the length of all, RFC 1952. */
function endGzip({ gzip, body, sum }: Open, end: Buffer): Buffer {
  const head = Buffer.from([1, 0, 0, 0, 0]);
  head.writeUInt16LE(end.length, 1);
  head.writeUInt16LE(end.length ^ 0xffff, 3);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(end, sum), 0);
  tail.writeUInt32LE(body.length + end.length, 4);
  return Buffer.concat([gzip, head, end, tail]);
}

/** @returns the page with a name that it never had before */
export const named = (page: Buffer): Buffer => Buffer.concat([startOf(page), newEnd()]);

/** @returns the same, packed as the caller takes it */
export function packNamed(page: Buffer, accepted: string): Packed {
  if (takes(accepted, 'br')) return { body: endBrotli(openOf(page), newEnd()), coding: 'br' };
  if (takes(accepted, 'gzip')) return { body: endGzip(openOf(page), newEnd()), coding: 'gzip' };
  return { body: named(page) };
}
