/** What is wrong with the text of a setting, told as exactly as can be without repeating it: it may hold a secret. */

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const GUID_LENGTH = 36;
const isGuid = (text: string): boolean => GUID.test(text);

export type FaultOf = (text: string) => string | undefined;

const PLACEHOLDER = 'a placeholder stands there: write the real value';
const HTTPS = 'it must begin with https://';

/** What comes along when a value is copied. */
const EDGES: readonly (readonly [RegExp, string])[] = [
  [/^\s/, 'there is a space at its beginning: take it away'],
  [/\s$/, 'there is a space at its end: take it away'],
  [/^<.*>$/, PLACEHOLDER],
  [/^["'`“”‘’]|["'`“”‘’]$/, 'there are quotes around it: take them away'],
  [/^[{([]|[})]$|^[^[]*\]$/, 'there are braces around it: take them away'],
];
const edgeFault: FaultOf = (text) => EDGES.find(([pattern]) => pattern.test(text))?.[1];

/** @param text an id as Entra and Teams give them */
export function idFault(text: string): string | undefined {
  const edge = edgeFault(text);
  if (edge) return edge;
  if (/^[0x-]+$/i.test(text)) return PLACEHOLDER;
  if (isGuid(text)) return undefined;
  return text.length === GUID_LENGTH
    ? 'an id has digits, the letters a to f and four dashes, and nothing else'
    : `an id has 36 letters, digits and dashes, and this has ${text.length}`;
}

/** Entra's own have 40 letters. */
const SHORTEST = 16;
const NO_SECRET =
  /^(?:(.)\1*|.*(?:change.?me|placeholder|example|your.?secret|your.?value).*|(?:.*\W)?todo(?:\W.*)?|secret|password|test)$/i;

/** @param text a client secret */
export function secretFault(text: string): string | undefined {
  if (NO_SECRET.test(text)) return PLACEHOLDER;
  const edge = edgeFault(text);
  if (edge) return edge;
  if (isGuid(text)) return 'this looks like the Secret ID, not the Value';
  if (text.length < SHORTEST) return "it has too few letters: Entra's have 40";
  return /\s/.test(text) ? 'there is a space in it' : undefined;
}

/** @param text an address of which only the origin is wanted */
export function originFault(text: string): string | undefined {
  const edge = edgeFault(text);
  if (edge) return edge;
  if (!/^https?:\/\//i.test(text)) return HTTPS;
  if (!URL.canParse(text)) return 'this is no address: write it as https://signpost.example.gov.uk';
  const { origin, username, password, pathname, search, hash } = new URL(text);
  if (origin === text) return undefined;
  if (username || password) return 'take the user and the password out of it';
  if (pathname !== '/' || search || hash) return 'take away what stands after the name';
  if (text.endsWith('/')) return 'take the slash at its end away';
  if (/[A-Z]/.test(text)) return 'write it in small letters';
  if (/:\d*$/.test(text)) return 'take the port away: it is the usual one';
  return 'write it as https://signpost.example.gov.uk, in plain letters';
}

/** Names that only one network knows. */
const PRIVATE = /(?:^|\.)(?:local|localhost|internal|intranet|lan|home|corp|test|invalid)$/;
const EXAMPLE = /(?:^|\.)example(?:\.|$)/;

/** @param text an origin that others must reach: Teams and Entra take no other */
export function publicFault(text: string): string | undefined {
  const fault = originFault(text);
  if (fault) return fault;
  const { protocol, hostname } = new URL(text);
  if (protocol !== 'https:') return HTTPS;
  if (EXAMPLE.test(hostname)) return 'this is the name of an example: write your own';
  const known = hostname.includes('.') && !/^[\d.]+$/.test(hostname) && !PRIVATE.test(hostname);
  return known ? undefined : 'others cannot find this name: write one that the internet knows';
}

/** Settings that hold ids. Entra writes them in small letters, and they are compared letter by letter. */
const IDS = ['ENTRA_TENANT', 'ENTRA_CLIENT_ID', 'ENTRA_CLIENTS', 'TEAMS_APP_ID', 'BOT_APP_ID', 'BOT_TENANT'];

/** @returns the same environment, its ids in small letters */
export const withSmallIds = <Env extends Readonly<Record<string, string | undefined>>>(env: Env): Env => ({
  ...env,
  ...Object.fromEntries(IDS.flatMap((name) => (env[name] ? [[name, env[name].toLowerCase()]] : []))),
});
