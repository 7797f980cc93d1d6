/** What the package says about the app, in the published shape of Microsoft's manifest (deploy/teams/schema). */
import { themeColour } from './icons.ts';
import type { PackageSettings } from './settings.ts';
import { COMMANDS, ENGLISH, POLISH, type Words } from './words.ts';

export const MANIFEST_VERSION = '1.30';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}`;

/** The name of the tab in links to it; it stays, or links that people have kept lead nowhere. */
const TAB = 'editor';

/** Files of translated words, besides the English in the manifest itself. */
export const LANGUAGES: Readonly<Record<string, Words>> = { pl: POLISH };

/** The bot knows nobody by name, takes no files, and talks to one person at a time. */
const botOf = (botId: string) => ({
  botId,
  scopes: ['personal'],
  supportsFiles: false,
  supportsCalling: false,
  supportsVideo: false,
  isNotificationOnly: false,
  commandLists: [
    {
      scopes: ['personal'],
      commands: COMMANDS.map((title, n) => ({ title, description: ENGLISH.commands[n] ?? title })),
    },
  ],
});

/** @returns manifest.json; keys in the order in which Microsoft's reference has them */
export function manifestOf({ teamsId, clientId, botId, publicUrl, editorUrl, version }: PackageSettings) {
  const { host } = new URL(editorUrl);
  // The heading of the page about the chat under which it tells what is different in Teams.
  const about = `${publicUrl}/about-this-chat`;
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: teamsId,
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: Object.keys(LANGUAGES).map((tag) => ({ languageTag: tag, file: `${tag}.json` })),
    },
    developer: {
      name: 'Wiltshire Council',
      websiteUrl: publicUrl,
      privacyUrl: about,
      termsOfUseUrl: about,
    },
    name: { short: ENGLISH.short, full: ENGLISH.full },
    description: { short: ENGLISH.says, full: ENGLISH.more },
    icons: { outline: 'outline.png', color: 'color.png' },
    accentColor: themeColour('lead'),
    // The chat first: far more people ask than write. Both other names are Teams' own.
    staticTabs: [
      { entityId: 'conversations', scopes: ['personal'] },
      {
        entityId: TAB,
        name: ENGLISH.tab,
        contentUrl: `${editorUrl}/editor`,
        websiteUrl: `${editorUrl}/editor`,
        scopes: ['personal'],
      },
      { entityId: 'about', scopes: ['personal'] },
    ],
    bots: [botOf(botId)],
    // Who the person is, for the tab. Nothing of the device, of files or of other people's messages.
    permissions: ['identity'],
    validDomains: [host],
    webApplicationInfo: { id: clientId, resource: `api://${host}/${clientId}` },
    defaultInstallScope: 'personal',
  };
}

export type Manifest = ReturnType<typeof manifestOf>;

/** @returns the file of one language: what it says in place of the manifest's own words, by their places in it */
export function languageOf({ staticTabs, bots }: Manifest, words: Words): Readonly<Record<string, string>> {
  const tab = staticTabs.findIndex(({ entityId }) => entityId === TAB);
  const commands = bots[0]?.commandLists[0]?.commands ?? [];
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': words.short,
    'name.full': words.full,
    'description.short': words.says,
    'description.full': words.more,
    [`staticTabs[${tab}].name`]: words.tab,
    ...Object.fromEntries(
      commands.map(({ title, description }, n) => [
        `bots[0].commandLists[0].commands[${n}].description`,
        words.commands[n] ?? `${title}: ${description}`,
      ]),
    ),
  };
}

/**
 * @param to a place in the editor, such as dialog/gifts-and-favours/first; none: its start
 * @returns an address that opens the tab there, in Teams
 */
export function tabLink({ teamsId, editorUrl }: PackageSettings, to?: string): string {
  const web = encodeURIComponent(`${editorUrl}/editor${to ? `#${to}` : ''}`);
  const context = to ? `&context=${encodeURIComponent(JSON.stringify({ subEntityId: to }))}` : '';
  return `https://teams.microsoft.com/l/entity/${teamsId}/${TAB}?webUrl=${web}${context}`;
}
