/** One visit to a chat in a real Chromium that is made as slow as a cheap phone, and what it cost. */
import { TALK } from './script.mjs';
import { watch } from './web-watch.mjs';

const KBIT = 1000 / 8;
/** `slow`: a cheap phone on 3G. `lighthouse`: what Lighthouse calls mobile. */
export const PROFILES = {
  slow: { kbps: 400, latency: 400, cpu: 6 },
  lighthouse: { kbps: 1600, latency: 150, cpu: 4 },
};
/** Web Chat needs half a minute for the first words. */
const PATIENCE = 120_000;
/** After the page can be used it must also come to rest: work that follows blocks the first taps. */
const REST_MS = 2_000;
const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** Counts bytes as they go over the wire, by kind; what comes over a WebSocket the wire itself counts. */
function countBytes(session) {
  const requests = new Map();
  const sum = { down: 0, up: 0, byKind: {} };
  const add = (kind, bytes) => {
    sum.down += bytes;
    sum.byKind[kind] = (sum.byKind[kind] ?? 0) + bytes;
  };
  /** A request whose body nobody reads never ends: what has come of it so far counts. */
  const come = (requestId, total) => {
    const one = requests.get(requestId);
    if (!one || total <= one.bytes) return;
    add(one.kind, total - one.bytes);
    one.bytes = total;
  };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    requests.set(requestId, { kind: type, bytes: 0 });
    come(requestId, response.encodedDataLength);
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) =>
    come(requestId, (requests.get(requestId)?.bytes ?? 0) + encodedDataLength),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    come(requestId, encodedDataLength),
  );
  session.on('Network.requestWillBeSent', ({ request }) => {
    sum.up += request.postData?.length ?? 0;
  });
  session.on('Network.webSocketFrameSent', ({ response }) => {
    sum.up += Buffer.byteLength(response.payloadData);
  });
  return sum;
}

async function slowDown(page, { kbps, latency, cpu }) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: kbps * KBIT,
    uploadThroughput: kbps * KBIT,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return session;
}

async function heapMb(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1024 ** 2;
}

/** Types the ten turns of the benchmark. @returns milliseconds to the echo and to the answer of each */
async function talk(page, { box }) {
  const turns = [];
  for (const text of TALK) {
    await page.locator(box).fill(text);
    await page.evaluate(() => window.__rig.turn());
    await page.locator(box).press('Enter');
    turns.push(await page.evaluate(() => window.__rig.turned));
  }
  return turns;
}

/** What a form's answer is: another page. */
async function post(page, { box }) {
  const turns = [];
  for (const text of TALK.slice(0, 3)) {
    await page.locator(box).fill(text);
    const began = Date.now();
    await Promise.all([page.waitForEvent('load'), page.locator('form button').first().click()]);
    await page.waitForFunction(() => 'usable' in window.__rig.marks);
    turns.push({ echo: Date.now() - began, answer: Date.now() - began });
  }
  return turns;
}

/**
 * Opens a chat with nothing cached, waits until it can be used, and says ten turns.
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string, spec: object, box: string, form?: boolean }} chat as in web-chats.mjs
 * @param {keyof typeof PROFILES} profile
 * @param {{ heard(): number }} wire what sockets go through
 * @returns times in ms, sizes in bytes, heap in MB
 */
export async function visit(browser, chat, profile, wire) {
  const silent = wire.heard();
  const context = await browser.newContext(PHONE);
  context.setDefaultTimeout(PATIENCE);
  try {
    await context.addInitScript(watch, chat.spec);
    const page = await context.newPage();
    const session = await slowDown(page, PROFILES[profile]);
    const bytes = countBytes(session);
    await page.goto(chat.url, { waitUntil: 'commit' });
    await page.waitForFunction(
      () => 'usable' in window.__rig.marks && 'readable' in window.__rig.marks,
      null,
      {
        polling: 250,
      },
    );
    await page.waitForTimeout(REST_MS);
    const { marks, long, shift, shiftsBy } = await page.evaluate(() => window.__rig);
    const socket = wire.heard() - silent;
    const loaded = { down: bytes.down + socket, byKind: { ...bytes.byKind, WebSocket: socket } };
    const heap = await heapMb(session);
    const before = { down: bytes.down, up: bytes.up, socket: wire.heard() };
    const turns = await (chat.form ? post : talk)(page, chat);
    const slowest = await page.evaluate(() => window.__rig.slowest);
    const heard = wire.heard() - before.socket;
    return {
      readable: marks.readable,
      usable: marks.usable,
      scripted: marks.scripted,
      largest: marks.largest,
      // From the start on, where Lighthouse begins at the first paint: a blank page that blocks is no better.
      blocking: long.reduce((sum, [, ms]) => sum + ms - 50, 0),
      shift,
      shiftsBy,
      heap,
      loaded,
      turns,
      slowest,
      talk: {
        all: bytes.down + bytes.up - before.down - before.up + heard,
        heard,
      },
    };
  } finally {
    await context.close();
  }
}
