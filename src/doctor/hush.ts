/** The last guard before a line is shown: whatever else went wrong, no secret is in it. */
import type { Env } from '../teams/settings.ts';

const SECRET = /SECRET|PASSWORD|KEY|TOKEN/;
/** Shorter ones are words that stand everywhere. */
const SHORTEST = 6;

function passwordIn(address: string | undefined): string[] {
  if (!address) return [];
  if (!URL.canParse(address)) return [address];
  const { password } = new URL(address);
  return [address, password, decodeURIComponent(password)];
}

/** @returns a function that blackens the secrets of this environment */
export function hushing(env: Env): (line: string) => string {
  const secrets = Object.entries(env)
    .flatMap(([name, value]) =>
      name === 'DATABASE_URL' ? passwordIn(value) : SECRET.test(name) && value ? [value] : [],
    )
    .filter((value) => value.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  return (line) => secrets.reduce((text, secret) => text.replaceAll(secret, '(secret)'), line);
}
