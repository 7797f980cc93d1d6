/** The app package: valid as Microsoft publishes it, the same bytes twice, and nothing in it that is not needed. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestOf, tabLink } from '../../src/teams/manifest.ts';
import { buildPackage } from '../../src/teams/package.ts';
import { isLacking, type PackageSettings, packageSettings } from '../../src/teams/settings.ts';
import { faultsOf } from '../../src/teams/validate.ts';
import { COMMANDS } from '../../src/teams/words.ts';
import { ROOT, realLibrary } from '../library.ts';
import { pixelsOf } from './pixels.ts';

const ENV = {
  PUBLIC_URL: 'https://signpost.council.gov.uk',
  ENTRA_CLIENT_ID: '22222222-2222-3333-4444-555555555555',
  BOT_APP_ID: '33333333-2222-3333-4444-555555555555',
  TEAMS_APP_ID: '44444444-2222-3333-4444-555555555555',
};

function settled(more: Record<string, string> = {}): PackageSettings {
  const settings = packageSettings({ ...ENV, ...more }, '1.2.3');
  if (isLacking(settings)) throw new Error(JSON.stringify(settings));
  return settings;
}

/** Words of a schema below which names stand, and schemas under these. */
const NAMED = ['properties', 'patternProperties', 'definitions', 'dependencies'];

const unpacked = (zip: Uint8Array) => unzipSync(zip);
const jsonIn = (zip: Uint8Array, name: string) => JSON.parse(strFromU8(unpacked(zip)[name] as Uint8Array));

describe('the manifest', () => {
  it.each([
    ['one address', {}],
    ['an address of its own for staff', { EDITOR_URL: 'https://editor.council.gov.uk' }],
    ['a port', { PUBLIC_URL: 'https://signpost.council.gov.uk:8443' }],
    ['ids in capitals', { ENTRA_CLIENT_ID: 'ABCDEF12-2222-3333-4444-555555555555' }],
  ])('is valid with %s', (_, more) => {
    const manifest = jsonIn(buildPackage(settled(more), ROOT), 'manifest.json');
    expect(faultsOf(ROOT, 'MicrosoftTeams.schema.json', manifest)).toEqual([]);
    expect(manifest).toEqual(manifestOf(settled(more)));
  });

  it('is refused by the published schema when it is not as it should be', () => {
    const manifest = manifestOf(settled());
    const faults = (change: object) =>
      faultsOf(ROOT, 'MicrosoftTeams.schema.json', { ...manifest, ...change });
    expect(faults({ id: 'signpost' })).toEqual([expect.stringContaining('/id: must match pattern')]);
    expect(faults({ accentColor: 'green' })).toEqual([expect.stringContaining('/accentColor')]);
    expect(faults({ manifestVersion: '1.17' })).toEqual([expect.stringContaining('/manifestVersion')]);
    expect(faults({ more: true })).toEqual(['/: must NOT have additional properties']);
    expect(faults({ description: { short: 'x'.repeat(81), full: 'x' } })).toHaveLength(1);
  });

  it('knows the host of the editor and no other, and asks for no more than who somebody is', () => {
    const manifest = manifestOf(settled({ EDITOR_URL: 'https://editor.council.gov.uk' }));
    expect(manifest.validDomains).toEqual(['editor.council.gov.uk']);
    expect(manifest.webApplicationInfo).toEqual({
      id: ENV.ENTRA_CLIENT_ID,
      resource: `api://editor.council.gov.uk/${ENV.ENTRA_CLIENT_ID}`,
    });
    expect(manifest.staticTabs[1]?.contentUrl).toBe('https://editor.council.gov.uk/editor');
    expect(manifest.developer.privacyUrl).toBe('https://signpost.council.gov.uk/about-this-chat');
    expect(manifest.developer.termsOfUseUrl).toBe(manifest.developer.privacyUrl);
    expect(manifest.permissions).toEqual(['identity']);
    expect(manifest).not.toHaveProperty('devicePermissions');
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest.bots.map(({ botId, scopes }) => [botId, scopes])).toEqual([
      [ENV.BOT_APP_ID, ['personal']],
    ]);
  });

  it('offers commands that the bot understands', () => {
    const { commands } = realLibrary().content;
    const labels = Object.values(commands).map(({ label }) => label);
    expect(COMMANDS.filter((title) => !labels.includes(title))).toEqual([]);
  });

  it('has Polish words for every English one that may be translated', () => {
    const zip = buildPackage(settled(), ROOT);
    const polish = jsonIn(zip, 'pl.json');
    expect(faultsOf(ROOT, 'MicrosoftTeams.Localization.schema.json', polish)).toEqual([]);
    const places = Object.keys(polish).filter((key) => key !== '$schema');
    expect(places).toHaveLength(5 + COMMANDS.length);
    const manifest = jsonIn(zip, 'manifest.json');
    const at = (place: string) =>
      place
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce((value, key) => value[key], manifest);
    for (const place of places) expect([place, typeof at(place)]).toEqual([place, 'string']);
  });

  it('has a link that opens one dialog', () => {
    const link = new URL(tabLink(settled(), 'dialog/gifts-and-favours/first'));
    expect(link.pathname).toBe(`/l/entity/${ENV.TEAMS_APP_ID}/editor`);
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
      subEntityId: 'dialog/gifts-and-favours/first',
    });
    expect(link.searchParams.get('webUrl')).toBe(`${ENV.PUBLIC_URL}/editor#dialog/gifts-and-favours/first`);
  });
});

describe('the vendored schemas', () => {
  it('are the ones that their page names', () => {
    const page = readFileSync(join(ROOT, 'deploy/teams/schema/README.md'), 'utf8');
    const named = [...page.matchAll(/^ {4}([0-9a-f]{64}) {2}(\S+)$/gm)];
    expect(named).toHaveLength(2);
    for (const [, hash, name] of named) {
      const file = readFileSync(join(ROOT, 'deploy/teams/schema', name as string));
      expect(createHash('sha256').update(file).digest('hex')).toBe(hash);
    }
  });

  it('hold nothing that draft 4 and draft 7 read in two ways', () => {
    const words: string[] = [];
    const walk = (value: unknown, named: boolean): void => {
      if (Array.isArray(value)) for (const one of value) walk(one, false);
      else if (value !== null && typeof value === 'object')
        for (const [key, inner] of Object.entries(value)) {
          if (!named) words.push(key);
          walk(inner, !named && NAMED.includes(key));
        }
    };
    for (const name of ['MicrosoftTeams.schema.json', 'MicrosoftTeams.Localization.schema.json'])
      walk(JSON.parse(readFileSync(join(ROOT, 'deploy/teams/schema', name), 'utf8')), false);
    const differ = ['id', '$id', 'exclusiveMinimum', 'exclusiveMaximum'];
    expect(words.filter((word) => differ.includes(word))).toEqual([]);
    expect(words).toContain('$ref');
  });
});

describe('the icons', () => {
  const file = (name: string) => unpacked(buildPackage(settled(), ROOT))[name] as Uint8Array;

  it('has one in colour: 192 by 192, opaque, the mark in the middle', () => {
    const { width, height, of } = pixelsOf(file('color.png'));
    expect([width, height]).toEqual([192, 192]);
    expect(of.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const colours = new Set(of.map((pixel) => pixel.join()));
    // --paper, --arm and --arm-two of the site's light theme.
    for (const colour of ['251,246,236,255', '245,185,46,255', '19,138,131,255'])
      expect(colours).toContain(colour);
    const paper = of[0]?.join();
    const inked = of.flatMap((pixel, n) => (pixel.join() === paper ? [] : [[n % 192, Math.floor(n / 192)]]));
    for (const [x = 0, y = 0] of inked) expect(x > 32 && x < 160 && y > 32 && y < 160).toBe(true);
  });

  it('has an outline: 32 by 32, white on nothing', () => {
    const { width, height, of } = pixelsOf(file('outline.png'));
    expect([width, height]).toEqual([32, 32]);
    expect(of.every(([r, g, b]) => r === 255 && g === 255 && b === 255)).toBe(true);
    const clear = of.filter(([, , , alpha]) => alpha === 0).length;
    const solid = of.filter(([, , , alpha]) => alpha === 255).length;
    expect(clear).toBeGreaterThan(300);
    expect(solid).toBeGreaterThan(200);
    for (const corner of [0, 31, 992, 1023]) expect(of[corner]?.[3]).toBe(0);
  });
});

describe('the zip', () => {
  it('is the same bytes when it is built again, on another day and in another time zone', () => {
    const { TZ } = process.env;
    const first = buildPackage(settled(), ROOT);
    process.env.TZ = 'Pacific/Auckland';
    const second = buildPackage(settled(), ROOT);
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Object.keys(unpacked(first))).toEqual(['manifest.json', 'color.png', 'outline.png', 'pl.json']);
  });
});

describe('npm run teams-package', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'signpost-teams-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (env: Record<string, string>, out: string) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const command = [join(ROOT, 'src/cli/teams-package.ts'), '--out', join(folder, out)];
      const options = { cwd: ROOT, env: { PATH: process.env.PATH, ...env } };
      execFile(process.execPath, command, options, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
      );
    });

  it('writes it, twice alike', async () => {
    const said = await Promise.all([run(ENV, 'one.zip'), run(ENV, 'two.zip')]);
    expect(said.map(({ code }) => code)).toEqual([0, 0]);
    const [one, two] = ['one.zip', 'two.zip'].map((name) => readFileSync(join(folder, name)));
    expect(one?.equals(two as Buffer)).toBe(true);
    expect(jsonIn(one as Buffer, 'manifest.json').version).toBe(
      JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
    );
  });

  it('names each setting that is missing or wrong, and writes nothing', async () => {
    const { code, said } = await run({ PUBLIC_URL: 'http://localhost', BOT_APP_ID: 'my-bot' }, 'none.zip');
    expect(code).toBe(1);
    const lines = said.split('\n').map((line) => line.split(':')[0]);
    for (const line of [
      'wrong PUBLIC_URL',
      'wrong BOT_APP_ID',
      'missing ENTRA_CLIENT_ID',
      'missing TEAMS_APP_ID',
    ])
      expect(lines).toContain(line);
    expect(said).not.toContain('my-bot');
    expect(said).toMatch(/TEAMS_APP_ID=[0-9a-f-]{36}/);
    expect(() => readFileSync(join(folder, 'none.zip'))).toThrow();
  });
});
