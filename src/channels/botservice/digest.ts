/** Ids of others -> our own names for them, by a key that lives as long as the process: nobody can go the way back. */
import { createHmac, randomBytes } from 'node:crypto';

/** @returns a function from ids to a name, the same for the same ids until the process ends */
export function createDigest(): (...ids: readonly string[]) => string {
  const key = randomBytes(32);
  return (...ids) => createHmac('sha256', key).update(JSON.stringify(ids)).digest('base64url');
}
