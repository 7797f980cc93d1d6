/** Where staff's work is kept, for commands. */
import { resolve } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { keptKey } from '../store/audit-key.ts';
import type { Files } from '../store/backend.ts';
import { type Desk, newDesk } from '../store/desk.ts';
import { lookInto, openFiles } from '../store/files.ts';
import { openPostgres } from '../store/postgres.ts';
import { createStore, type Store } from '../store/store.ts';

const folderOf = ({ dataDir }: Config, root: string): string => resolve(root, dataDir);
const NO_KEY = new Uint8Array();

/** What can be read while a Signpost runs on the same folder. */
export interface Look {
  readonly desk: Desk;
  getVersion(id: string): Promise<Files | null>;
  close(): Promise<void>;
}

/** @throws when the database does not answer, or the desk cannot be read */
export async function look(root: string): Promise<Look> {
  const config = readConfig(process.env);
  const { desk, versions, close } = config.databaseUrl
    ? await openPostgres(config.databaseUrl, NO_KEY)
    : { ...lookInto(folderOf(config, root)), close: async () => {} };
  return { desk: (await desk.read()) ?? newDesk(), getVersion: (id) => versions.get(id), close };
}

/** @throws FolderTaken while a Signpost runs on the same folder; or when the database does not answer */
export async function openToChange(root: string): Promise<Store> {
  const config = readConfig(process.env);
  const folder = folderOf(config, root);
  const key = config.auditKey ?? (await keptKey(folder));
  const onRepaired = () =>
    process.stderr.write('desk.json could not be read; the copy beside it was taken.\n');
  return createStore(
    config.databaseUrl
      ? await openPostgres(config.databaseUrl, key)
      : await openFiles(folder, key, onRepaired),
    ({ n, seal }) => process.stdout.write(`The audit trail ends with entry ${n}: ${seal}\n`),
  );
}
