/** The chats that are measured side by side: ours, Microsoft's Web Chat on our Direct Line, and a bare form. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const VERSION = '4.18.1';
const SEND_BOX = '.webchat__send-box-text-box__input';

/**
 * The folder that tests/conformance/webchat.mjs uses too, unless WEBCHAT names one that is there: it is 486 MB.
 * @returns {string} the folder with Web Chat's bundles
 */
export function installWebChat(root) {
  const folder = process.env.WEBCHAT ?? join(root, 'node_modules', '.cache', 'signpost-webchat');
  const dist = join(folder, 'node_modules', 'botframework-webchat', 'dist');
  if (existsSync(join(dist, 'webchat.js'))) return dist;
  process.stderr.write(`Installing Web Chat ${VERSION} (once, 486 MB)...\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...flags, `botframework-webchat@${VERSION}`], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('Web Chat could not be installed: is the npm registry reachable?');
  return dist;
}

const head = (title) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>` +
  '<meta name="viewport" content="width=device-width, initial-scale=1">';

/** As Web Chat's own documentation starts it. */
const webChatPage = (bundle, domain) => `${head('Web Chat')}
<style>html, body, #webchat { height: 100%; margin: 0 }</style><div id="webchat" role="main"></div>
<script src="/${bundle}"></script><script>
(async () => {
  const answer = await fetch('${domain}/tokens/generate', { method: 'POST' });
  const { token } = await answer.json();
  const directLine = window.WebChat.createDirectLine({ domain: '${domain}', token });
  window.WebChat.renderWebChat({ directLine, locale: 'en-GB' }, document.getElementById('webchat'));
})();
</script>`;

/** The least that can be done: no script, one post for each answer. */
const formPage = `${head('Form')}<style>body { font: 1.1rem/1.5 sans-serif; margin: 1rem }</style>
<h1>Help</h1><p><a href="tel:999">Call 999</a> <a href="tel:08001111">Call 0800 1111</a></p>
<form method="post"><label>Type in your own words <textarea name="words"></textarea></label><button>Send</button></form>`;

/** Packed as well as can be, once: the peers are to have every chance. */
function packed(dist, name) {
  const path = join(dist, `${name}.signpost.br`);
  if (!existsSync(path)) writeFileSync(path, brotliCompressSync(readFileSync(join(dist, name))));
  return readFileSync(path);
}

const BUNDLES = ['webchat.js', 'webchat-minimal.js'];

/** Serves the peers' pages. Its origin must be allowed to use our Direct Line. */
export async function startPeerSite(dist) {
  const html = (text) => ['text/html; charset=utf-8', brotliCompressSync(Buffer.from(text))];
  const files = new Map([['/form', html(formPage)]]);
  const server = createServer(({ url }, response) => {
    const [type, body] = files.get(url) ?? ['text/html', brotliCompressSync(Buffer.from(''))];
    response.writeHead(files.has(url) ? 200 : 404, {
      'Content-Type': type,
      'Content-Encoding': 'br',
      'Content-Length': body.length,
    });
    response.end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://localhost:${server.address().port}`,
    /** Where our Direct Line is known only after this site's origin is. */
    lead(domain) {
      for (const name of BUNDLES) {
        files.set(`/${name}`, ['text/javascript', packed(dist, name)]);
        files.set(`/with-${name}`, html(webChatPage(name, domain)));
      }
    },
    close: () => server.close(),
  };
}

const webChat = (site, bundle) => ({
  url: `${site}/with-${bundle}`,
  box: SEND_BOX,
  spec: {
    // It shows no numbers of its own: its first words.
    readable: ['.webchat__bubble__content'],
    usable: [`${SEND_BOX}:enabled`, '.webchat__suggested-actions button:enabled'],
    socket: true,
    mine: '.webchat__bubble--from-user',
    bot: '.webchat__bubble:not(.webchat__bubble--from-user)',
  },
});

/** @returns the chats by name: where each is, and by which signs its state is known */
export const chats = (ours, peers) => ({
  ours: {
    url: `${ours}/chat`,
    box: '#words',
    spec: {
      readable: ['a[href="tel:999"]', 'a[href="tel:08001111"]'],
      usable: ['#words:enabled', '#chat .choices button:enabled'],
      socket: true,
      mine: '[role=log] .mine',
      bot: '[role=log] .bot',
    },
  },
  form: {
    url: `${peers}/form`,
    box: 'textarea',
    form: true,
    spec: {
      readable: ['a[href="tel:999"]'],
      usable: ['textarea:enabled', 'form button:enabled'],
      socket: false,
    },
  },
  minimal: webChat(peers, 'webchat-minimal.js'),
  full: webChat(peers, 'webchat.js'),
});
