/** What the package is made of, from the environment. A laptop that makes it needs no secret. */
import { idFault, publicFault, withSmallIds } from '../faults.ts';

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

const ORIGIN = 'the address that people see, as https://signpost.example.gov.uk, with nothing after the name';
const SETTINGS = [
  ['PUBLIC_URL', publicFault, ORIGIN],
  ['EDITOR_URL', publicFault, ORIGIN],
  [
    'ENTRA_CLIENT_ID',
    idFault,
    'the "Application (client) ID" of the registration that the editor signs in with',
  ],
  ['BOT_APP_ID', idFault, 'the "Microsoft App ID" of the Azure Bot'],
  ['TEAMS_APP_ID', idFault, 'make one id, once (npm run teams-package says how), and keep it for ever'],
] as const;
/** Then PUBLIC_URL serves. */
const MAY_LACK = 'EDITOR_URL';

/** @returns the settings, or everything that they lack */
export function packageSettings(env: Env, version: string): PackageSettings | readonly Lack[] {
  const lacks = SETTINGS.flatMap(([name, faultOf, mend]): Lack[] => {
    const value = env[name];
    if (!value) return name === MAY_LACK ? [] : [{ name, state: 'missing', mend }];
    const fault = faultOf(value);
    return fault ? [{ name, state: 'wrong', mend: `${fault}; ${mend}` }] : [];
  });
  if (lacks.length > 0) return lacks;
  const { ENTRA_CLIENT_ID = '', BOT_APP_ID = '', TEAMS_APP_ID = '' } = withSmallIds(env);
  const { PUBLIC_URL = '', EDITOR_URL } = env;
  return {
    teamsId: TEAMS_APP_ID,
    clientId: ENTRA_CLIENT_ID,
    botId: BOT_APP_ID,
    publicUrl: PUBLIC_URL,
    editorUrl: EDITOR_URL || PUBLIC_URL,
    version,
  };
}

export const isLacking = (found: PackageSettings | readonly Lack[]): found is readonly Lack[] =>
  Array.isArray(found);
