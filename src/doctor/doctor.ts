/** Looks at everything that a machine can look at before a launch. Changes nothing, and shows no secret. */
import { resolve } from 'node:path';
import { DOORS, type Door } from '../config.ts';
import { idFault, withSmallIds } from '../faults.ts';
import type { Env } from '../teams/settings.ts';
import { botFindings } from './bot.ts';
import { entraSettings, issuerFindings, redirectFinding } from './entra.ts';
import type { Finding } from './finding.ts';
import { folderFindings, nodeFinding } from './machine.ts';
import { needs } from './origin.ts';
import type { Asking } from './reach.ts';
import { addressFindings, databaseFindings, hostFindings, keyFindings } from './serving.ts';
import { settle } from './settle.ts';
import { doorFinding, frameFinding, packageFinding, teamsSettings } from './teams.ts';
import { wordFindings } from './words.ts';

/** What a place may do without. */
export const PARTS = DOORS;
export type Part = Door;

export interface Examined extends Asking {
  readonly env: Env;
  /** The folder that holds dialogs/, content/ and deploy/. */
  readonly root: string;
  /** Of Node, such as 24.21.0. */
  readonly node: string;
  /** Of Signpost. */
  readonly version: string;
  /** Left out: nothing of them is looked at. */
  readonly without: readonly Part[];
}

/** @returns what was found, in the order in which it is best mended */
export async function examine(examined: Examined): Promise<Finding[]> {
  const { root, node, version, without, now } = examined;
  const env = withSmallIds(examined.env);
  const { config, findings: refused } = settle(env, without);
  const told = new Set(refused.map(({ name }) => name));
  const has = (part: Part) => !without.includes(part);
  const nobody = Promise.resolve<Finding[]>([]);
  const [folder, database, staff, teams, bot] = await Promise.all([
    folderFindings(resolve(root, config.dataDir)),
    told.has('DATABASE_URL') ? nobody : databaseFindings(config),
    has('staff') ? asked(env, told, examined) : nobody,
    has('teams') ? frameFinding(env, examined).then((frame) => [...teamsSettings(env, told), frame]) : nobody,
    has('bot') ? Promise.all([botFindings(env, told, examined), doorFinding(env, examined)]) : [],
  ]);
  const found = [
    nodeFinding(node),
    ...folder,
    ...database,
    ...addressFindings(env),
    ...hostFindings(config),
    ...keyFindings(env),
    ...staff,
    ...teams,
    ...bot.flat(),
    ...(has('teams') && has('bot') ? [packageFinding(env, version, root)] : []),
  ];
  // What is said of one setting says more than the server's refusal.
  const named = new Set(found.filter(({ state }) => state !== 'ok').map(({ name }) => name));
  // It is wanted only where PUBLIC_URL does not serve.
  if (named.has('PUBLIC_URL')) named.add('EDITOR_URL');
  const more = refused.filter(({ name }) => !named.has(name));
  const shown = new Set(more.map(({ name }) => name));
  const rest = found.filter(({ name }) => !shown.has(name));
  return [...more, ...rest, ...wordFindings(root, new Date(now()).toISOString().slice(0, 10))];
}

/** What can be seen of the settings; what Entra itself says, where the tenant looks right. */
async function asked(env: Env, told: ReadonlySet<string>, asking: Asking): Promise<Finding[]> {
  const seen = [...entraSettings(env), redirectFinding(env)];
  if (told.has('ENTRA_AUTHORITY')) return [...seen, needs('issuer', { lacks: 'a right ENTRA_AUTHORITY' })];
  const issuer = env.ENTRA_AUTHORITY || `https://login.microsoftonline.com/${env.ENTRA_TENANT}/v2.0`;
  const ready = idFault(env.ENTRA_TENANT ?? '') === undefined;
  return ready ? [...seen, ...(await issuerFindings(env, issuer, asking))] : seen;
}
