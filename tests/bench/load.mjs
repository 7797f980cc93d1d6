/**
 * The load generator, in a process of its own: opens talks with a server, then says the ten turns in each, one after
 * the other in a talk and eight talks at a time, over connections that stay open. Its orders come on the channel.
 */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { TALK } from './script.mjs';

const WIDTH = 8;
const DIRECT_LINE = '/v3/directline/conversations';
const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });

function call(port, method, path, { token, body } = {}) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let got = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => {
        got += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, body: got ? JSON.parse(got) : null }));
    });
    asked.on('error', reject);
    asked.end(text);
  });
}

/** A talk as a client of ours has it. `hears`: nothing, by asking after each turn (poll), or on a WebSocket (stream). */
async function openOurs(port, hears) {
  const { body } = await call(port, 'POST', DIRECT_LINE);
  const { conversationId, token, streamUrl } = body;
  const path = `${DIRECT_LINE}/${conversationId}/activities`;
  let watermark = '';
  let socket;
  let heard = 0;
  let hearMore = () => {};
  if (hears === 'stream') {
    socket = new WebSocket(streamUrl);
    const ready = new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('message', resolve);
    });
    socket.on('message', (data) => {
      if (JSON.parse(String(data)).activities.some(({ from }) => from.role === 'bot')) heard++;
      hearMore();
    });
    await ready;
  }
  let said = 0;
  return {
    async say(text) {
      said++;
      const from = { id: 'me', role: 'user' };
      const channelData = { clientActivityID: `key-${said}` };
      const activity = { type: 'message', from, locale: 'en-GB', text, channelData };
      const { status } = await call(port, 'POST', path, { token, body: activity });
      if (status !== 200) throw new Error(`our server answered ${status}`);
      if (hears === 'poll') {
        const answer = await call(port, 'GET', `${path}?watermark=${watermark}`, { token });
        watermark = answer.body.watermark;
        if (answer.body.activities.length === 0) throw new Error('our server said nothing');
      }
      // The welcome is the first thing heard.
      while (socket && heard < said + 1)
        await new Promise((resolve) => {
          hearMore = resolve;
        });
    },
    close: () => socket?.close(),
  };
}

let talks = 0;

async function openPeer(port) {
  const conversation = { id: `talk-${++talks}` };
  const known = { channelId: 'bench', from: { id: 'me' }, recipient: { id: 'bot' }, conversation };
  const say = async (text) => {
    const activity = { type: 'message', id: 'one', timestamp: new Date(), locale: 'en-GB', ...known, text };
    const { status, body } = await call(port, 'POST', '/api/messages', { body: activity });
    if (status !== 200 || body.activities.length === 0) throw new Error(`a peer answered ${status}`);
    return body;
  };
  await say('hello');
  return { say, close: () => {} };
}

async function each(list, work) {
  const left = list.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
}

let open = [];
const ORDERS = {
  async open({ port, ours, hears, count }) {
    open = [];
    await each(Array.from({ length: count }), async () => {
      open.push(await (ours ? openOurs(port, hears) : openPeer(port)));
    });
    return {};
  },
  async say() {
    const times = [];
    await each(open, async (talk) => {
      for (const text of TALK) {
        const started = performance.now();
        await talk.say(text);
        times.push(performance.now() - started);
      }
    });
    return { times };
  },
  async close() {
    for (const talk of open) talk.close();
    open = [];
    return {};
  },
};

process.on('message', async ({ order, ...rest }) => {
  try {
    process.send({ done: await ORDERS[order](rest) });
  } catch (error) {
    process.send({ failed: String(error) });
  }
});
process.on('disconnect', () => process.exit());
