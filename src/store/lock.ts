/**
 * One process on one data folder: two would lose each other's writes. The lock is a socket that the kernel closes
 * when its owner dies, however it dies, so nothing is ever left locked.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody else works on the folder. */
export class FolderTaken extends Error {
  constructor(folder: string) {
    super(`${folder} is in use by another Signpost. Stop that one, or set DATA_DIR to another folder.`);
    this.name = 'FolderTaken';
  }
}

const socketOf = (folder: string): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\signpost-${Buffer.from(folder).toString('base64url')}`
    : join(folder, 'lock');

const listen = (path: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });

/** A socket is there a little before it answers. */
const A_MOMENT_MS = 50;

const answers = async (path: string, after = 0): Promise<boolean> => {
  if (after > 0) await sleep(after);
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
};

/** Which socket stands there: another one of the same name is told apart; null: none. */
const standing = (path: string): string | null => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeNs}` : null;
};

/** What a dead owner left is put aside and looked at once more: somebody may have come in between. */
async function takeOver(path: string, left: string | null): Promise<Server> {
  if (standing(path) !== left) throw new Error('somebody was quicker');
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  renameSync(path, aside);
  try {
    if (standing(aside) === left) return await listen(path);
    linkSync(aside, path);
    throw new Error('somebody was quicker');
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * @param folder an existing folder, whose path is at most some 90 bytes long (a limit of sockets)
 * @returns what lets go of it
 * @throws FolderTaken within a second
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = socketOf(folder);
  const server = await listen(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    const left = standing(path);
    if ((await answers(path)) || (await answers(path, A_MOMENT_MS))) throw new FolderTaken(folder);
    return takeOver(path, left).catch(() => {
      throw new FolderTaken(folder);
    });
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}
