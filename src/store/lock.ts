/**
 * One process on one data folder: two would lose each other's writes. The lock is a socket that the kernel closes
 * when its owner dies, however it dies, so nothing is ever left locked.
 */
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

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

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/**
 * @param folder an existing folder, whose path is at most some 90 bytes long (a limit of sockets)
 * @returns what lets go of it
 * @throws FolderTaken within a second
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = socketOf(folder);
  const server = await listen(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    if (await answers(path)) throw new FolderTaken(folder);
    rmSync(path, { force: true });
    return listen(path).catch(() => {
      throw new FolderTaken(folder);
    });
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}
