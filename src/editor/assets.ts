/** The built page of the editor: read and packed when it is first asked for, not at a start, and beside the chat's work. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { Asset } from './answer.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** Half a second for a megabyte; the best packing takes ten times as long for a twentieth. */
const BROTLI = { params: { [zlib.BROTLI_PARAM_QUALITY]: 9 } };
const packBrotli = promisify<Buffer, typeof BROTLI, Buffer>(brotliCompress);
const packGzip = promisify<Buffer, Buffer>(gzip);

/** What is fetched before anything is seen; views come later. */
const STARTS = /\/(?:main\.(?:js|css)|chunk-[A-Z0-9]{8}\.js)$/;

export interface Assets {
  /** By its whole address, such as /editor/assets/main.js. */
  get(path: string): Promise<Asset | undefined> | Asset | undefined;
  /** Begins to read and pack what the page starts with: somebody is about to open it. */
  warm?(): void;
}

async function load(path: string, type: string): Promise<Asset> {
  const body = await readFile(path);
  const [br, packed] = await Promise.all([packBrotli(body, BROTLI), packGzip(body)]);
  return { type, body, br, gzip: packed };
}

/** @param folder dist/editor; when it is not there, there are no assets */
export function openAssets(folder: string): Assets {
  const held = new Map<string, Promise<Asset>>();
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => Object.hasOwn(TYPES, extname(name)));
  } catch {}
  const known = new Map(names.map((name) => [`/editor/assets/${name}`, name]));
  function get(path: string): Promise<Asset> | undefined {
    const name = known.get(path);
    if (name === undefined) return undefined;
    const made = held.get(path) ?? load(join(folder, name), TYPES[extname(name)] ?? '');
    held.set(path, made);
    made.catch(() => held.delete(path));
    return made;
  }
  return {
    get,
    warm() {
      for (const path of [...known.keys()].filter((one) => STARTS.test(one))) get(path)?.catch(() => {});
    },
  };
}
