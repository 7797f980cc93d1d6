/** The settings of the staff side and of its tab in Teams: what may stand in them, and what they come to together. */
import { idFault } from './faults.ts';
import {
  address,
  clientSecret,
  type Given,
  id,
  isOpen,
  linesOf,
  listOf,
  NOT_OPEN,
  oneOf,
  origin,
  port,
  readShape,
} from './setting.ts';

const SETTINGS = {
  /** `off`: nobody can change anything here; the words that staff have published are still shown. */
  STAFF: oneOf('on', 'off').default('on'),
  /** A port of its own for the staff side; then it is not on PORT. */
  EDITOR_PORT: port.optional(),
  /** The address that staff see, when it is another than PUBLIC_URL. */
  EDITOR_URL: origin.optional(),
  /** Microsoft Entra ID: tenant, client id and secret of the app registration. All three, or none. */
  ENTRA_TENANT: id.optional(),
  ENTRA_CLIENT_ID: id.optional(),
  ENTRA_CLIENT_SECRET: clientSecret.optional(),
  /** Other applications that may ask in a person's name, comma separated: those of Teams. */
  ENTRA_CLIENTS: listOf(idFault).default([]),
  /** The issuer, where it is not Microsoft's own for the tenant. */
  ENTRA_AUTHORITY: address.optional(),
};
const ALL_THREE = ['ENTRA_TENANT', 'ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET'] as const;
const ENTRA = [...ALL_THREE, 'ENTRA_CLIENTS', 'ENTRA_AUTHORITY'] as const;
const TOGETHER = 'it is not set: give all three (ENTRA_TENANT, ENTRA_CLIENT_ID, ENTRA_CLIENT_SECRET) or none';

/** What is known of Microsoft Entra ID. */
export interface EntraConfig {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who may ask in a person's name; we ourselves among them. */
  readonly clients: readonly string[];
  readonly issuer: string;
}

export interface StaffConfig {
  /** False: there is no staff side on any port. */
  readonly staff: boolean;
  readonly editorPort: number | undefined;
  readonly editorUrl: string | undefined;
  /** Undefined: by local links, unless something is wrong. */
  readonly entra: EntraConfig | undefined;
  /** What is wrong, a line each: then nobody may be let in, in any way. */
  readonly wrong: readonly string[];
}

export interface Beside {
  readonly production: boolean;
  readonly publicUrl: string | undefined;
}

type Known = ReturnType<typeof readShape<typeof SETTINGS>>['known'];

/** What Entra still needs, or cannot go with; nothing when nobody asks for it. */
function* unfit(given: Given, known: Known, { production, publicUrl }: Beside): Generator<[string, string]> {
  if (ENTRA.every((name) => !given[name])) return;
  for (const name of ALL_THREE) if (!given[name]) yield [name, TOGETHER];
  const { EDITOR_URL: editorUrl, ENTRA_AUTHORITY: authority } = known;
  const base = editorUrl ?? publicUrl;
  if (!base) yield ['EDITOR_URL', 'give the address that staff see; Entra sends them back to it'];
  else if (production && base.startsWith('http:'))
    yield [editorUrl ? 'EDITOR_URL' : 'PUBLIC_URL', 'it must begin with https://: staff sign in there'];
  if (authority && isOpen(authority, production)) yield ['ENTRA_AUTHORITY', NOT_OPEN];
}

function entraOf(known: Known): EntraConfig | undefined {
  const { ENTRA_TENANT: tenant, ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret } = known;
  if (!tenant || !clientId || !clientSecret) return undefined;
  const issuer = known.ENTRA_AUTHORITY ?? `https://login.microsoftonline.com/${tenant}/v2.0`;
  return { tenant, clientId, clientSecret, clients: [clientId, ...known.ENTRA_CLIENTS], issuer };
}

/** @param given its ids in small letters */
export function staffOf(given: Given, beside: Beside): StaffConfig {
  const { known, faults: found } = readShape(SETTINGS, given);
  const faults = new Map([...unfit(given, known, beside), ...found]);
  // On which port it would be is not known; and perhaps it is to be on none.
  const nowhere = found.has('EDITOR_PORT') || found.has('STAFF');
  return {
    staff: known.STAFF === 'on' && !nowhere,
    editorPort: known.EDITOR_PORT,
    editorUrl: known.EDITOR_URL,
    entra: faults.size === 0 ? entraOf(known) : undefined,
    wrong: linesOf(faults),
  };
}

/** The id of the app in Microsoft Teams: made once, kept for ever. */
const TEAMS = { TEAMS_APP_ID: id.optional() };

/**
 * @param given its ids in small letters
 * @returns the id of the app, and what is wrong, a line each
 */
export function teamsOf(
  given: Given,
  { staff, entra, wrong }: StaffConfig,
): { readonly teamsAppId: string | undefined; readonly wrong: readonly string[] } {
  const { known, faults } = readShape(TEAMS, given);
  const teamsAppId = known.TEAMS_APP_ID;
  // Framed it could be, but nobody could sign in there.
  const alone = teamsAppId && staff && !entra && wrong.length === 0;
  const lacks = alone ? ['TEAMS_APP_ID: set ENTRA_TENANT, ENTRA_CLIENT_ID and ENTRA_CLIENT_SECRET too'] : [];
  return { teamsAppId: entra && teamsAppId, wrong: [...linesOf(faults), ...lacks] };
}
