/**
 * `npm run export`: writes the live words, the days on which staff rang a number, and who approved which text, into
 * dialogs/ and content/, so that they can be kept in git. Works while Signpost runs. `-- --force` writes over files that were changed by hand.
 */
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { londonDay } from '../contacts/london.ts';
import { withApprovals } from '../content/approvals.ts';
import { setIn, valueOf } from '../content/edit.ts';
import type { Files } from '../store/backend.ts';
import { type Desk, FILE, own, SHIPPED } from '../store/desk.ts';
import { planExport } from '../store/exported.ts';
import { shippedFiles } from '../store/shipped.ts';
import { type Look, look } from './kept.ts';

const SERVICES = 'content/services.yaml';

class Refused extends Error {}

/** The days that staff rang, where they are later than what stands there; comments and order stay. */
function withRung(files: Files, { rung }: Desk): Files {
  let text = files[SERVICES] ?? '';
  const { services = [] } = valueOf(text) as { services?: { id: string; rung: string | null }[] };
  for (const [n, { id, rung: written }] of services.entries()) {
    const here = own(rung, id);
    const day = here && londonDay(here.at);
    if (day && (written === null || written < day)) text = setIn(text, ['services', n, 'rung'], day);
  }
  return text === '' ? files : { ...files, [SERVICES]: text };
}

/** Everything that was live, and the words that shipped: nobody's work is lost when these are written over. */
async function knownVersions({ desk, getVersion }: Look): Promise<Files[]> {
  const names = new Set([desk.live, ...desk.history.map(({ version }) => version), desk.shipped ?? '']);
  const found = await Promise.all([...names].filter((name) => name.length === 64).map(getVersion));
  return found.filter((files) => files !== null);
}

/** Where something really is, or would be: links on the way to it are followed. */
const realOf = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realOf(dirname(path)), basename(path));

/** @throws Refused for whatever is not below dialogs/ or content/, whoever named it */
function placeOf(root: string, path: string): string {
  const whole = resolve(root, path);
  const top = resolve(root, path.split('/')[0] ?? '');
  if (!FILE.test(path) || !realOf(whole).startsWith(realOf(top) + sep))
    throw new Refused('The live version names a file that does not lie in dialogs/ or content/.');
  return whole;
}

async function exportLive(root: string, force: boolean): Promise<void> {
  const kept = await look(root);
  try {
    const { desk } = kept;
    const disk = await shippedFiles(root);
    const live = desk.live === SHIPPED ? disk : await kept.getVersion(desk.live);
    if (!live)
      throw new Refused(`The live version ${desk.live} is not kept here. Is DATA_DIR the right folder?`);
    const known = await knownVersions(kept);
    if (desk.live === SHIPPED) known.push(disk);
    const signed = withApprovals(live, desk.read, londonDay);
    const { write, remove, foreign } = planExport(disk, withRung(signed, desk), known);
    if (foreign.length > 0 && !force)
      throw new Refused(
        `These files were changed on disk, and their words were never live:\n${foreign.map((path) => `  ${path}\n`).join('')}` +
          'Keep what you need of them (git stash), or write over them: npm run export -- --force',
      );
    // All are looked at before the first is written.
    for (const path of [...Object.keys(write), ...remove]) placeOf(root, path);
    for (const [path, text] of Object.entries(write)) {
      mkdirSync(dirname(placeOf(root, path)), { recursive: true });
      writeFileSync(placeOf(root, path), text);
      process.stdout.write(`wrote   ${path}\n`);
    }
    for (const path of remove) {
      rmSync(placeOf(root, path));
      process.stdout.write(`deleted ${path}\n`);
    }
    const count = Object.keys(write).length + remove.length;
    process.stdout.write(
      count === 0
        ? 'dialogs/ and content/ hold the live words already.\n'
        : `${count} files are as the live words are. Look at them with git diff, then run npm run check.\n`,
    );
  } finally {
    await kept.close();
  }
}

try {
  const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } });
  await exportLive(process.cwd(), values.force);
} catch (error) {
  process.stderr.write(`Nothing was exported.\n${(error as Error).message}\n`);
  process.exitCode = 1;
}
