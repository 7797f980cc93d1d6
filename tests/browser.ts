/** A real Chromium for the browser tests: CHROME_PATH, else the system's, else the one inside @sparticuz/chromium. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = '/usr/bin/chromium';
/** Its own default flags switch off web security, which these tests are about: only these are passed. */
const FLAGS = ['--no-sandbox', '--headless=shell', '--disable-gpu'];
const PACKAGE = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url);

type Env = Record<string, string | undefined>;

async function withEnv<T>(values: Env, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/**
 * Unpacks the packaged browser once per version and returns its folder. The package takes whatever binary it
 * finds in TMPDIR, however old or half-written, so it unpacks into a folder of its own, which is then renamed.
 */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  const folder = join(tmpdir(), `signpost-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = mkdtempSync(`${folder}-`);
  // The runtime's name makes it bring its own libraries too: a bare system has none.
  const env = {
    TMPDIR: fresh,
    AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
    LD_LIBRARY_PATH: '',
    FONTCONFIG_PATH: '',
  };
  await withEnv(env, async () => (await import('@sparticuz/chromium')).default.executablePath());
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another test was quicker
  }
  return folder;
}

/**
 * @param more flags besides ours
 * @returns a running browser; close it when the tests are done
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...FLAGS, ...more];
  const given = process.env.CHROME_PATH ?? (existsSync(SYSTEM) ? SYSTEM : undefined);
  if (given) return chromium.launch({ executablePath: given, args });
  const folder = await unpack();
  const env: Env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env });
}
