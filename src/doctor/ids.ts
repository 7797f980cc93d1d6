/** Ids that are copied from Entra and Azure. */
import { idFault } from '../faults.ts';
import type { Env } from '../teams/settings.ts';
import { type Finding, missing, ok, wrong } from './finding.ts';

/** @param mend where to find it */
export function idFinding(env: Env, name: string, mend: string): Finding {
  const value = env[name];
  if (!value) return missing(name, mend);
  const fault = idFault(value);
  return fault ? wrong(name, `${fault}; ${mend}`) : ok(name, value);
}
