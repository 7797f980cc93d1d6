/** The addresses that people see: nothing is said of them, or asked there, before they are right. */
import { publicFault } from '../faults.ts';
import type { Env } from '../teams/settings.ts';
import { type Finding, unseen } from './finding.ts';

/** @returns the address that staff use; or the setting to be mended first */
export function staffOrigin(env: Env): { readonly origin: string } | { readonly lacks: string } {
  if (env.EDITOR_URL) return originIn(env, 'EDITOR_URL');
  return env.PUBLIC_URL ? originIn(env, 'PUBLIC_URL') : { lacks: 'PUBLIC_URL or EDITOR_URL' };
}

/** @returns the address that a setting holds; or the setting to be mended first */
export function originIn(env: Env, name: string): { readonly origin: string } | { readonly lacks: string } {
  const value = env[name];
  if (!value) return { lacks: name };
  return publicFault(value) ? { lacks: `a right ${name}` } : { origin: value };
}

export const needs = (name: string, { lacks }: { readonly lacks: string }): Finding =>
  unseen(name, `it needs ${lacks} first`);
