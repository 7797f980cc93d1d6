/** The machine: its Node, and the folder where staff's work is kept. */
import { accessSync, constants, existsSync, mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FolderTaken, lockFolder } from '../store/lock.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const NEEDS = [20, 19] as const;
/** What Linux calls file systems that others share: NFS, SMB, CIFS, 9P, Ceph. A lock there is no lock. */
const SHARED = [0x6969, 0xfe534d42, 0xff534d42, 0x01021997, 0x00c36400];

export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > NEEDS[0] || (major === NEEDS[0] && minor >= NEEDS[1]);
  return enough
    ? ok('Node', version)
    : wrong('Node', `${version} is too old: install ${NEEDS.join('.')} or newer, or use the npm scripts`);
}

/** The folder, or the nearest above it that is there already. */
const standing = (folder: string): string => (existsSync(folder) ? folder : standing(dirname(folder)));

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    // A disk that is mounted to be read only lets the administrator in all the same.
    rmdirSync(mkdtempSync(join(folder, '.signpost-doctor-')));
    return true;
  } catch {
    return false;
  }
}

/** @param folder DATA_DIR, as a whole path */
export async function folderFindings(folder: string): Promise<Finding[]> {
  const there = standing(folder);
  if (!writable(there))
    return [wrong('DATA_DIR', `${there} cannot be written: give it to the user that Signpost runs as`)];
  const shared = SHARED.includes(Number(statfsSync(there).type) >>> 0);
  const disk = shared
    ? wrong(
        'DATA_DIR disk',
        `${there} is on a shared disk, where two could write at once: take a local one, or DATABASE_URL`,
      )
    : ok('DATA_DIR disk', 'local');
  return [ok('DATA_DIR', `${folder} can be written`), disk, await lockFinding(folder)];
}

async function lockFinding(folder: string): Promise<Finding> {
  if (!existsSync(folder)) return ok('DATA_DIR lock', 'free: the folder is made at the first start');
  try {
    const release = await lockFolder(folder);
    await release();
    return ok('DATA_DIR lock', 'free');
  } catch (error) {
    return error instanceof FolderTaken
      ? warning(
          'DATA_DIR lock',
          'a Signpost is running on this folder; a second one needs another, or DATABASE_URL',
        )
      : wrong(
          'DATA_DIR lock',
          'no lock can be made there: take a local disk, and a path of less than 90 letters',
        );
  }
}
