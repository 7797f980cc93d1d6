/**
 * How soon help is there on a cheap phone: ours, Web Chat in both bundles and a bare form, in one real Chromium, in
 * rounds that take turns; then Lighthouse on our pages. Writes deploy/measured.md.
 */
import { join } from 'node:path';
import { launchBrowser } from '../browser.ts';
import { scorePages } from './lighthouse.mjs';
import { freePort, listening, ROOT, run, stop } from './run.mjs';
import { median } from './table.mjs';
import { chats, installWebChat, startPeerSite } from './web-chats.mjs';
import { measureLauncher } from './web-launcher.mjs';
import { markdown, measuredOn, writeMeasured } from './web-record.mjs';
import { PROFILES, visit } from './web-rig.mjs';
import { startWire } from './web-wire.mjs';

/** `--quick` looks once at each: for while one works on it. */
const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 1 : 3;
const SCORES = QUICK ? 1 : 5;
const NAMES = { ours: 'Signpost', form: 'bare form', minimal: 'Web Chat, minimal', full: 'Web Chat, full' };
const KB = 1024;
const tell = (what) => process.stderr.write(`${what}...\n`);

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const ms = (value) => `${value.toFixed(0)} ms`;
const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
const p95 = (list) => [...list].sort((a, b) => a - b)[Math.ceil(list.length * 0.95) - 1];

/** Each: what it is, its value from all visits of one chat, how it is said, and the most that ours may have. */
const mid = (of) => (visits) => median(visits.map(of));
const turns = (of) => (visits) => p95(visits.flatMap((one) => one.turns.map(of)));
const kind = (name) => mid(({ loaded }) => loaded.byKind[name] ?? 0);
const ROWS = {
  slow: [
    ['Numbers readable', mid((one) => one.readable), seconds, 1_500],
    ['Full chat usable', mid((one) => one.usable), seconds, 2_500],
    ['Main thread blocked, from the start', mid((one) => one.blocking), ms, 150],
    ['Layout shift', mid((one) => one.shift), (value) => value.toFixed(3), 0],
    ['JavaScript heap', mid((one) => one.heap), (value) => `${value.toFixed(1)} MB`, 3],
    ['Key to own words on the screen, p95', turns((one) => one.echo), ms, 50],
    ['Key to the answer, p95', turns((one) => one.answer), ms, 1_000],
    ['Slowest press, to the next picture', mid((one) => one.slowest), ms],
    ['Loaded until then, with headers', mid(({ loaded }) => loaded.down), kb],
    ['  the page', kind('Document'), kb],
    ['  scripts', kind('Script'), kb],
    ['  opening the talk', mid(({ loaded }) => talkOpening(loaded.byKind)), kb],
    ['Ten turns, both ways, with headers', mid((one) => one.talk.all), kb, 25 * KB],
    ['  of these, what the bot says', mid((one) => one.talk.heard), kb],
  ],
  lighthouse: [
    ['Numbers readable', mid((one) => one.readable), seconds, 800],
    ['Full chat usable', mid((one) => one.usable), seconds, 1_200],
    ['Largest paint', mid((one) => one.largest), seconds, 1_200],
    ['Slowest press, to the next picture', mid((one) => one.slowest), ms, 100],
  ],
};
const talkOpening = ({ Fetch = 0, XHR = 0, Preflight = 0, WebSocket = 0 }) =>
  Fetch + XHR + Preflight + WebSocket;

const missed = [];

function table(profile, visits) {
  const names = Object.keys(NAMES);
  const rows = ROWS[profile].map(([what, of, say, bar]) => {
    const ours = of(visits.ours);
    if (bar !== undefined && ours > bar) missed.push(`${what.trim()} (${profile}): ${say(ours)}`);
    // Its answer is another page; three posts, so no talk of ten turns.
    const none = (name) => name === 'form' && /^(?:Key to own|Slowest|Ten turns| {2}of these)/.test(what);
    const cells = names.map((name) => (none(name) ? '' : say(of(visits[name]))));
    return [what, ...cells, bar === undefined ? '' : say(bar), bar === undefined ? '' : verdict(ours <= bar)];
  });
  return markdown(['', ...Object.values(NAMES), 'bar', ''], rows);
}
const verdict = (met) => (met ? 'met' : 'MISSED');

async function measureChats(browser, all, wire) {
  const results = {};
  for (const profile of Object.keys(PROFILES)) {
    wire.pace(PROFILES[profile]);
    const visits = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
    for (let round = 1; round <= ROUNDS; round++)
      for (const [name, chat] of Object.entries(all)) {
        tell(`${NAMES[name]}, ${profile}, ${round} of ${ROUNDS}`);
        visits[name].push(await visit(browser, chat, profile, wire));
      }
    results[profile] = table(profile, visits);
    const moved = new Set(visits.ours.flatMap(({ shiftsBy }) => shiftsBy));
    if (moved.size > 0) missed.push(`What moved (${profile}): ${[...moved].join(', ')}`);
  }
  wire.pace({ latency: 0, kbps: Number.POSITIVE_INFINITY });
  return results;
}

const HOW = `One Chromium, one run, cold cache, median of ${ROUNDS}, rounds that take turns. Slow: 400 kbps, 400 ms, processor 6x
slower (a cheap phone on 3G). Lighthouse's mobile: 1.6 Mbps, 150 ms, 4x. Everything is packed with Brotli, Web Chat too;
it talks to our Direct Line. Usable: the box takes words, the buttons are there, and the first answer has come
over the WebSocket (which has the network's delay too). Web Chat shows no numbers: "readable" is its first words.`;

/** @returns {Promise<string[]>} the bars that were missed; the tables are printed and written */
export async function measureWeb() {
  const started = performance.now();
  const site = await startPeerSite(installWebChat(ROOT));
  const port = await freePort();
  const env = { PORT: String(port), ALLOWED_ORIGINS: site.origin };
  const service = run([join(ROOT, 'dist/main.js')], env, ['ignore', 'ignore', 'inherit']);
  await listening(port, service);
  const wire = await startWire(port);
  site.lead(`${wire.origin}/v3/directline`);
  const debugging = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${debugging}`]);
  const parts = ['# Measured: how soon help is there', HOW];
  /** Printed and written as it comes: a later part may fail, and takes minutes. */
  const part = (...lines) => {
    parts.push(...lines);
    console.log(`\n${lines.join('\n\n')}`);
    writeMeasured([...parts, measuredOn(started)]);
  };
  try {
    const { slow, lighthouse } = await measureChats(browser, chats(wire.origin, site.origin), wire);
    part('## On slow 3G', slow, "## On Lighthouse's mobile network", lighthouse);
    const launcher = await measureLauncher(browser, `http://127.0.0.1:${port}`);
    if (launcher) {
      part("## The launcher on somebody else's page", launcher.table);
      missed.push(...launcher.missed);
    }
    const scores = await scorePages(`http://127.0.0.1:${port}`, debugging, SCORES, tell);
    part(`## Lighthouse ${scores.version}, mobile`, scores.table, ...scores.why);
    missed.push(...scores.missed);
  } finally {
    await browser.close();
    await stop(service);
    wire.close();
    site.close();
  }
  part('## Missed', missed.map((what) => `- ${what}`).join('\n') || 'Nothing: every bar is met.');
  console.log(`\n${measuredOn(started)}`);
  return missed;
}
