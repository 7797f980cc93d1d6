/** Looks for thousands of byte strings at once, in bytes, in what was packed inside them, and in folders. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type Canary, type Trace, tracesOf } from './canaries.ts';

export interface Hit {
  readonly canary: string;
  readonly as: string;
  readonly where: string;
}

const TABLE_BITS = 22;
const slot = (four: number): number => Math.imul(four, 0x9e3779b1) >>> (32 - TABLE_BITS);
const MOST = { maxOutputLength: 64 * 1024 * 1024 };
/** What was cut off in the middle is read as far as it goes. */
const PARTLY = { ...MOST, finishFlush: constants.Z_SYNC_FLUSH };
const PARTLY_BROTLI = { ...MOST, finishFlush: constants.BROTLI_OPERATION_FLUSH };
/** Archives inside archives, but no bombs. */
const DEPTH = 2;
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

export class Search {
  readonly traces: readonly Trace[];
  /** Nonzero where some trace begins with four bytes of this slot. */
  readonly #table = new Uint8Array(1 << TABLE_BITS);
  readonly #byStart = new Map<number, Trace[]>();

  constructor(canaries: readonly Canary[]) {
    this.traces = canaries.flatMap(tracesOf);
    for (const trace of this.traces) {
      const four = trace.bytes.readInt32LE(0);
      this.#table[slot(four)] = 1;
      const there = this.#byStart.get(four);
      if (there) there.push(trace);
      else this.#byStart.set(four, [trace]);
    }
  }

  /** The traces in these very bytes, each once, with the place of the first. */
  in(bytes: Buffer): Map<Trace, number> {
    const found = new Map<Trace, number>();
    let four = 0;
    for (let at = 0; at < bytes.length; at++) {
      four = (four >>> 8) | ((bytes[at] as number) << 24);
      if (this.#table[slot(four)] === 0 || at < 3) continue;
      for (const trace of this.#byStart.get(four) ?? []) {
        const from = at - 3;
        if (found.has(trace) || from + trace.bytes.length > bytes.length) continue;
        if (trace.bytes.compare(bytes, from, from + trace.bytes.length) === 0) found.set(trace, from);
      }
    }
    return found;
  }

  /** The traces in these bytes and in what is packed inside them. */
  bytes(bytes: Buffer, where: string, depth = 0): Hit[] {
    const hits = [...this.in(bytes).keys()].map(({ canary, as }) => ({ canary, as, where }));
    if (depth >= DEPTH) return hits;
    return [
      ...hits,
      ...unpack(bytes).flatMap(([kind, inner]) => this.bytes(inner, `${where}, in ${kind}`, depth + 1)),
    ];
  }

  text(text: string, where: string): Hit[] {
    return this.bytes(Buffer.from(text), where);
  }

  /** The traces in the names and the insides of all files under a folder. Links are not followed. */
  folder(root: string): Hit[] {
    return filesUnder(root).flatMap((file) => {
      const where = `file ${relative(root, file)}`;
      return [
        ...this.text(relative(root, file), `name of ${where}`),
        ...this.bytes(readFileSync(file), where),
      ];
    });
  }
}

/** All files under a folder, sorted; links are left out. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile())
    .sort();
}

function everyPlace(bytes: Buffer, start: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) places.push(at);
  return places;
}

/** What can be unpacked of these bytes: gzip and zip anywhere, zlib and Brotli at the beginning. */
function unpack(bytes: Buffer): [kind: string, inner: Buffer][] {
  const found: [string, Buffer][] = [];
  const attempt = (kind: string, unpacked: () => Buffer): void => {
    try {
      const inner = unpacked();
      if (inner.length > 0) found.push([kind, inner]);
    } catch {
      // It was not packed in this way.
    }
  };
  for (const at of everyPlace(bytes, GZIP)) attempt('gzip', () => gunzipSync(bytes.subarray(at), PARTLY));
  for (const at of everyPlace(bytes, ZIP)) {
    if (at + 30 > bytes.length) continue;
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    attempt('zip', () => inflateRawSync(bytes.subarray(start), PARTLY));
  }
  if (bytes[0] === 0x78) attempt('zlib', () => inflateSync(bytes, PARTLY));
  if (bytes.length > 0) attempt('Brotli', () => brotliDecompressSync(bytes, PARTLY_BROTLI));
  return found;
}
