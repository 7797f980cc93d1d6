/** The key of the audit trail where none is configured: random, made once, kept beside the trail for its owner alone. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const BYTES = 32;

async function read(path: string): Promise<Uint8Array> {
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
  if (key.length !== BYTES)
    throw new Error(`${path} holds no key of ours. Put back the one that you have kept.`);
  return new Uint8Array(key);
}

/** @returns the key of DATA_DIR/audit.key; two that start at once make one of it, and half a key is never there */
export async function keptKey(folder: string): Promise<Uint8Array> {
  const path = join(folder, 'audit.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  const handle = await open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(BYTES).toString('base64url')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh, { force: true });
  return read(path);
}
