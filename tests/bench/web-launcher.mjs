/** What /embed.js costs the page of somebody else, before anybody taps. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { markdown } from './web-record.mjs';

const ROUNDS = 5;
const WATCHED_MS = 1_500;
const BARS = { kb: 2, ms: 10 };
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

async function load(browser, url) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.shift += value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url);
    // Nothing may happen before a tap; that it does not can only be seen by looking on for a while.
    await page.waitForTimeout(WATCHED_MS);
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (wanted) => metrics.find(({ name }) => name === wanted).value * 1000;
    return {
      ms: of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'),
      shift: await page.evaluate(() => window.shift),
      asked: asked.filter((one) => one !== url && !one.endsWith('/favicon.ico')),
    };
  } finally {
    await context.close();
  }
}

/** @returns its table and the bars it missed; undefined when the service has no launcher */
export async function measureLauncher(browser, service) {
  const answer = await fetch(`${service}/embed.js`, { headers: { 'accept-encoding': 'br' } });
  if (!answer.ok) return undefined;
  const kb = Number(answer.headers.get('content-length')) / 1024;
  await answer.arrayBuffer();
  const page = (more) =>
    `<!doctype html><html lang="en"><title>A page</title><h1>A page</h1><p>Words.</p>${more}`;
  const server = createServer(({ url }, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(page(url === '/with' ? `<script src="${service}/embed.js" defer></script>` : ''));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const site = `http://127.0.0.1:${server.address().port}`;
  const bare = [];
  const tagged = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await load(browser, `${site}/without`));
    tagged.push(await load(browser, `${site}/with`));
  }
  server.close();
  const ms = Math.max(0, median(tagged.map((one) => one.ms)) - median(bare.map((one) => one.ms)));
  const shift = Math.max(...tagged.map((one) => one.shift));
  const more = tagged[0].asked.filter((url) => url !== `${service}/embed.js`).length;
  const rows = [
    ['/embed.js, Brotli', `${kb.toFixed(2)} KB`, `${BARS.kb} KB`, kb <= BARS.kb],
    ['Main thread, processor 4x slower', `${ms.toFixed(1)} ms`, `${BARS.ms} ms`, ms <= BARS.ms],
    ['Layout shift', shift.toFixed(3), '0', shift === 0],
    ['More requests before a tap', String(more), '0', more === 0],
  ];
  return {
    table: markdown(
      ['', 'ours', 'bar', ''],
      rows.map(([what, ours, bar, met]) => [what, ours, bar, met ? 'met' : 'MISSED']),
    ),
    missed: rows.filter(([, , , met]) => !met).map(([what, ours]) => `Launcher: ${what}: ${ours}`),
  };
}
