/** What the package is made of, from the environment. A laptop that makes it needs no secret. */

export interface PackageSettings {
  /** Of the app in Teams; a GUID that stays the same for ever. */
  readonly teamsId: string;
  /** The Entra registration that the editor signs in with. */
  readonly clientId: string;
  /** The bot's own app id. */
  readonly botId: string;
  /** Origins, without a slash at the end. */
  readonly publicUrl: string;
  readonly editorUrl: string;
  /** Of Signpost, from package.json. Teams takes a changed package only with a higher one. */
  readonly version: string;
}

/** A setting that is not there, or not what it must be. */
export interface Lack {
  readonly name: string;
  readonly state: 'missing' | 'wrong';
  /** How to mend it; never the value. */
  readonly mend: string;
}

export type Env = Readonly<Record<string, string | undefined>>;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isGuid = (text: string): boolean => GUID.test(text);

/** https, no path, and a name that others can find: Teams opens no other. */
export function isPublicOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && protocol === 'https:' && hostname.includes('.') && !/^[\d.]+$/.test(hostname);
}

const ORIGIN = 'the address that people see, as https://signpost.example.gov.uk, with nothing after the name';
const SETTINGS = [
  ['PUBLIC_URL', isPublicOrigin, ORIGIN],
  ['EDITOR_URL', isPublicOrigin, ORIGIN],
  [
    'ENTRA_CLIENT_ID',
    isGuid,
    'the "Application (client) ID" of the registration that the editor signs in with',
  ],
  ['BOT_APP_ID', isGuid, 'the "Microsoft App ID" of the Azure Bot'],
  ['TEAMS_APP_ID', isGuid, 'make one id, once (npm run teams-package says how), and keep it for ever'],
] as const;
/** Then PUBLIC_URL serves. */
const MAY_LACK = 'EDITOR_URL';

/** @returns the settings, or everything that they lack */
export function packageSettings(env: Env, version: string): PackageSettings | readonly Lack[] {
  const lacks = SETTINGS.flatMap(([name, fits, mend]): Lack[] => {
    const value = env[name];
    if (!value) return name === MAY_LACK ? [] : [{ name, state: 'missing', mend }];
    return fits(value) ? [] : [{ name, state: 'wrong', mend }];
  });
  if (lacks.length > 0) return lacks;
  const { PUBLIC_URL = '', EDITOR_URL, ENTRA_CLIENT_ID = '', BOT_APP_ID = '', TEAMS_APP_ID = '' } = env;
  return {
    teamsId: TEAMS_APP_ID.toLowerCase(),
    clientId: ENTRA_CLIENT_ID.toLowerCase(),
    botId: BOT_APP_ID.toLowerCase(),
    publicUrl: PUBLIC_URL,
    editorUrl: EDITOR_URL || PUBLIC_URL,
    version,
  };
}

export const isLacking = (found: PackageSettings | readonly Lack[]): found is readonly Lack[] =>
  Array.isArray(found);
