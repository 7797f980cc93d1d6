/**
 * Microsoft's Web Chat 4.18.1, unchanged, in a real Chromium against the whole service. Outside the default run:
 * Web Chat is 486 MB, so it is installed into a folder of its own the first time. In the project root, after
 * `npm ci --ignore-scripts`:
 *
 *   PATH=$PWD/node_modules/.bin:$PATH node tests/conformance/webchat.mjs [folder with dialogs/ and content/]
 *
 * Prints one line a check, leaves /tmp/webchat-*.png to be looked at, and exits 1 when a check failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from '../../src/cli/build.mjs';
import { launchBrowser } from '../browser.ts';
import { ROOT } from '../library.ts';

const VERSION = '4.18.1';
const CACHE = join(ROOT, 'node_modules', '.cache');
const WEBCHAT = join(CACHE, 'signpost-webchat');
const BUNDLE = join(WEBCHAT, 'node_modules', 'botframework-webchat', 'dist', 'webchat.js');
/** Beside Web Chat's folder, not in it: its packages must be the project's. */
const DIST = join(CACHE, 'signpost-webchat-service');
const PATIENCE = 30_000;
const URGENT = 'hes outside my house';
const AWAY = 'what counts as exploitation';

function installWebChat() {
  if (existsSync(BUNDLE)) return;
  console.log(`Installing Web Chat ${VERSION} into ${WEBCHAT} (once)...`);
  mkdirSync(WEBCHAT, { recursive: true });
  writeFileSync(join(WEBCHAT, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...flags, `botframework-webchat@${VERSION}`], {
    cwd: WEBCHAT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('Web Chat could not be installed');
}

const PAGE = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>A page with Web Chat</title><style>html, body, #webchat { height: 100%; margin: 0 }</style>
<div id="webchat" role="main"></div><script src="/webchat.js"></script>`;

/** The site of somebody else, with Web Chat on it. */
async function startSite() {
  const bundle = readFileSync(BUNDLE);
  const server = createServer(({ url }, response) => {
    const script = url === '/webchat.js';
    response.writeHead(200, { 'Content-Type': script ? 'text/javascript' : 'text/html' });
    response.end(script ? bundle : PAGE);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}

/** Stands in front of the service as a proxy would, and can cut what goes through it. */
async function startProxy() {
  let target = 0;
  const pairs = new Set();
  const server = net.createServer((near) => {
    const far = net.connect(target, '127.0.0.1');
    const pair = { near, far, socket: false };
    pairs.add(pair);
    near.once('data', (head) => {
      pair.socket = /\r\nupgrade: websocket\r\n/i.test(head.toString('latin1'));
    });
    const end = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const side of [near, far]) side.on('error', end).on('close', end);
    near.pipe(far).pipe(near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    lead(port) {
      target = port;
    },
    /** Cuts the WebSockets, on the service's side first. */
    drop() {
      for (const { far, socket } of pairs) if (socket) far.destroy();
    },
    close: () => server.close(),
  };
}

/** The service as it is run: the built file, in a process of its own. */
async function startService(content, publicUrl, allowed) {
  const env = { ...process.env, PORT: '0', PUBLIC_URL: publicUrl, ALLOWED_ORIGINS: allowed };
  const child = spawn(process.execPath, [join(DIST, 'main.js')], {
    cwd: content,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const port = await new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /"port":(\d+)/.exec(line)?.[1];
      if (found) resolve(Number(found));
    });
    gone.then(() => reject(new Error('the service did not start')));
  });
  return {
    port,
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/**
 * Opens the page and starts Web Chat as its own documentation does.
 * @returns the page; `calls`: the addresses its links really led to; `warnings`: what Web Chat complained about
 */
async function openWebChat(browser, site, domain, viewport) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/London' });
  context.setDefaultTimeout(PATIENCE);
  const calls = [];
  const warnings = [];
  context.on('request', (request) => {
    if (/^(?:tel|sms):/.test(request.url())) calls.push(request.url());
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.text().startsWith('botframework-webchat:')) warnings.push(message.text());
  });
  await page.goto(site.origin);
  await page.evaluate(async (domain) => {
    const generated = await fetch(`${domain}/tokens/generate`, { method: 'POST' });
    const { token } = await generated.json();
    window.store = window.WebChat.createStore();
    window.WebChat.renderWebChat(
      {
        directLine: window.WebChat.createDirectLine({ domain, token }),
        store: window.store,
        locale: 'en-GB',
      },
      document.getElementById('webchat'),
    );
  }, domain);
  return { page, calls, warnings };
}

let failed = 0;
/** Runs one check and prints how it went. */
async function check(name, work) {
  try {
    await work();
    console.log(`pass  ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n      ${String(error.message).split('\n').slice(0, 6).join('\n      ')}`);
  }
}
/** Waits for something in this process. */
async function expectSoon(holds) {
  for (const end = Date.now() + PATIENCE; !holds(); await new Promise((next) => setTimeout(next, 20)))
    must(Date.now() < end, `not in ${PATIENCE} ms: ${holds}`);
}
function must(truth, what) {
  if (!truth) throw new Error(what);
}

/** Web Chat scrolls to its end slowly; a picture is taken when it has. */
async function shot(page, name) {
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll('.webchat__bubble__content')].at(-1);
    let box = last?.parentElement;
    while (box && !(box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY !== 'visible'))
      box = box.parentElement;
    return !box || box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
  });
  await page.screenshot({ path: join(tmpdir(), `webchat-${name}.png`) });
}
const cards = (page, text) => page.locator('.webchat__adaptive-card-renderer').filter({ hasText: text });
const bubbles = (page, text) => page.locator('.webchat__bubble__content').filter({ hasText: text });
const suggestions = (page) => page.locator('.webchat__suggested-actions button');
const activities = (page) => page.evaluate(() => window.store.getState().activities);
const sendBox = (page) => page.locator('.webchat__send-box-text-box__input');

async function type(page, text) {
  await sendBox(page).fill(text);
  await sendBox(page).press('Enter');
}

/** Waits until the store holds the person's last message as sent, and looks at what is on the screen. */
async function expectSent(page, text) {
  await page.waitForFunction((text) => {
    const mine = window.store
      .getState()
      .activities.filter((one) => one.from.role === 'user' && one.text === text);
    return mine.length > 0 && mine.at(-1).channelData['webchat:send-status'] === 'sent';
  }, text);
  must((await page.getByText(/send failed|retry/i).count()) === 0, 'Web Chat marks a message as failed');
}

/** Each activity once in the store, and the bot's words once on the screen for each time they were said. */
async function expectNoDoubles(page) {
  const all = (await activities(page)).filter(({ type }) => type === 'message');
  const ids = all.map(({ id }) => id);
  must(new Set(ids).size === ids.length, `ids are doubled: ${ids.join(' ')}`);
  for (const { text } of all.filter(({ from, text }) => from.role === 'bot' && text)) {
    const said = all.filter((one) => one.text === text).length;
    const shown = await bubbles(page, text).count();
    must(shown === said, `said ${said} times, shown ${shown} times: ${text.slice(0, 60)}`);
  }
}

async function checkTalk(page) {
  await check('the welcome is shown', () => bubbles(page, "I'm Signpost").first().waitFor());
  await check('its suggested actions are shown', async () => {
    await suggestions(page).first().waitFor();
    const labels = await suggestions(page).allTextContents();
    must(labels.includes('I need help now') && labels.length > 3, `only: ${labels.join(', ')}`);
  });
  await shot(page, '1-welcome');
  await check('pressing one advances the dialog', async () => {
    await suggestions(page).filter({ hasText: "I'm worried about me" }).click();
    await suggestions(page).filter({ hasText: 'Something happened to me' }).waitFor();
    await bubbles(page, "I'm worried about me").waitFor();
    await expectSent(page, "I'm worried about me");
  });
  await shot(page, '2-pressed');
}

/** The links in the card with this id, as the service sent them. */
const sentLinks = (page, id) =>
  page.evaluate((id) => {
    const found = window.store
      .getState()
      .activities.flatMap(({ attachments = [] }) => attachments)
      .find(({ content }) => content?.id === id);
    const sets = found.content.body.flatMap(({ items }) => items.filter(({ type }) => type === 'ActionSet'));
    return sets.flatMap(({ actions }) => actions.map(({ title, url }) => ({ title, url })));
  }, id);

async function checkLinks({ page, calls }, card) {
  await check('each tel: link on it really leads there, and none to sms:999', async () => {
    const links = await sentLinks(page, 'urgent');
    const wanted = links.map(({ url }) => url).filter((url) => url.startsWith('tel:'));
    for (const number of ['tel:999', 'tel:08001111']) must(wanted.includes(number), `${number} was not sent`);
    const drawn = card.locator('.ac-pushButton');
    must((await drawn.count()) === links.length, `${await drawn.count()} of ${links.length} are drawn`);
    for (const one of await drawn.all()) await one.click();
    await expectSoon(() => wanted.every((url) => calls.includes(url)));
    must(!/sms:(\/\/)?999/.test((await page.content()) + calls.join(' ')), 'sms:999 is there');
  });
  await check('where Web Chat opens no link (sms:), the number can be read', async () => {
    for (const { title, url } of await sentLinks(page, 'urgent')) {
      if (!url.startsWith('sms:')) continue;
      must(!calls.includes(url), 'Web Chat opens sms: links now: say so in src/replies/cards.ts');
      const number = url.replace(/[?;&].*$/, '').replace(/\D/g, '');
      must(title.replace(/\D/g, '').includes(number), `"${title}" does not say ${number}`);
    }
  });
}

async function checkUrgent(desk) {
  const { page, warnings } = desk;
  const card = cards(page, 'Get help now').last();
  await check(`"${URGENT}" shows the urgent card`, async () => {
    await type(page, URGENT);
    await card.waitFor();
    const words = await card.textContent();
    for (const number of ['999', '0800 1111']) must(words.includes(number), `no ${number} on the card`);
  });
  await check('the message is marked as sent', () => expectSent(page, URGENT));
  await shot(page, '3-urgent');
  await checkLinks(desk, card);
  await check('a later answer has the slim line with both numbers', async () => {
    await type(page, 'what is cse');
    await suggestions(page).filter({ hasText: 'What are the signs?' }).waitFor();
    const slim = cards(page, 'Call Childline 0800 1111').last();
    await slim.waitFor();
    must((await slim.textContent()).includes('Call 999'), 'no 999');
  });
  await shot(page, '4-slim');
  await check('every card is drawn', () => {
    const broken = warnings.filter((text) => text.includes('Failed to render'));
    must(broken.length === 0, broken.join('\n'));
  });
  await check('no activity came or is shown twice', () => expectNoDoubles(page));
}

async function checkReconnect({ page }, proxy) {
  await check('a message sent while the socket is down arrives after the reconnect', async () => {
    const before = (await activities(page)).length;
    const opened = page.waitForEvent('websocket');
    proxy.drop();
    await type(page, AWAY);
    await opened;
    await expectSent(page, AWAY);
    await page.waitForFunction((text) => {
      const all = window.store.getState().activities;
      return all.findIndex((one) => one.text === text) < all.length - 1;
    }, AWAY);
    must((await activities(page)).length > before + 1, 'there was no answer');
  });
  await shot(page, '5-reconnected');
  await check('nothing is doubled after the reconnect', () => expectNoDoubles(page));
}

async function checkUpload({ page }) {
  await check('a picture is refused kindly, with Report Remove', async () => {
    const picture = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
    await page.locator('input[type=file]').setInputFiles(picture);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await bubbles(page, "Please don't send pictures").waitFor();
    await cards(page, 'Report Remove').waitFor();
    must((await page.getByText(/send failed|retry/i).count()) === 0, 'Web Chat marks the picture as failed');
  });
  await shot(page, '6-picture');
}

/** Web Chat scrolls to the end of a long card, past its first button: not a failure, and worth knowing. */
async function noteWhere(page) {
  const button = cards(page, 'Get help now').getByText('Call 999', { exact: true });
  const box = await button.boundingBox();
  const seen = box !== null && box.y >= 0 && box.y + box.height <= page.viewportSize().height;
  console.log(
    `note  "Call 999" of the urgent card is ${seen ? '' : 'not '}on the screen after the answer (360 x 740)`,
  );
}

async function main() {
  const content = process.argv[2] ?? ROOT;
  installWebChat();
  await build({ out: DIST });
  const [site, proxy, browser] = await Promise.all([startSite(), startProxy(), launchBrowser()]);
  const domain = `${proxy.origin}/v3/directline`;
  let service = await startService(content, proxy.origin, site.origin);
  proxy.lead(service.port);
  try {
    const desk = await openWebChat(browser, site, domain, { width: 1000, height: 900 });
    await checkTalk(desk.page);
    await checkUrgent(desk);
    await checkReconnect(desk, proxy);
    await checkUpload(desk);

    const { page: phone } = await openWebChat(browser, site, domain, { width: 360, height: 740 });
    await check('on a phone the urgent card is shown too', async () => {
      await suggestions(phone).first().waitFor();
      await shot(phone, '7-phone-welcome');
      await type(phone, URGENT);
      await suggestions(phone).filter({ hasText: "I can't talk out loud" }).waitFor();
      await cards(phone, 'Get help now').waitFor();
    });
    await shot(phone, '8-phone-urgent');
    await noteWhere(phone);

    await service.stop();
    service = await startService(content, proxy.origin, site.origin);
    proxy.lead(service.port);
    await check('after a restart of the service a new message is not taken for sent', async () => {
      await type(phone, 'what is cse');
      await phone
        .getByText(/send failed|unable to connect/i)
        .first()
        .waitFor();
    });
    await phone.screenshot({ path: join(tmpdir(), 'webchat-9-phone-restarted.png') });
  } finally {
    await browser.close();
    await service.stop();
    proxy.close();
    site.close();
  }
  console.log(failed === 0 ? 'all passed' : `${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
