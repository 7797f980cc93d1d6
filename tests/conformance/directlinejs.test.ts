/** Microsoft's stock botframework-directlinejs, in a real browser on another site, holds a conversation with us. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { realLibrary } from '../library.ts';
import {
  bundleClient,
  byBot,
  type Client,
  cardIds,
  type Heard,
  ids,
  links,
  openClient,
  record,
  type Site,
  startSite,
  until,
} from './rig.ts';
import { type Service, startService } from './service.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MINUTE = 60_000;
const SECRET = 'a secret that only these tests know, and long enough';
const { ui } = realLibrary().content;
const URGENT = 'hes outside my house';

let browser: Browser;
let script: string;
let site: Site;
let service: Service;
let domain: string;

async function start(env: Record<string, string> = {}): Promise<void> {
  service = await startService({ ALLOWED_ORIGINS: site.origin, ...env });
  domain = `${service.origin}/v3/directline`;
}

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), bundleClient()]);
  site = await startSite(script);
  await start();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(service.lines.filter((line) => line.includes('"error"'))).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
  site?.close();
});

/** Connected and welcomed. */
async function welcomed(webSocket: boolean): Promise<Client> {
  const client = await openClient(browser, site, domain);
  await client.connect({ webSocket });
  await client.answer(0);
  return client;
}

const words = (heard: readonly Heard[]) => heard.map(({ text }) => text);
const actions = (answer: readonly Heard[]) => answer.at(-1)?.suggestedActions?.actions ?? [];

/** What Web Chat 4.18 posts when a suggested messageBack is pressed. */
function pressed(answer: readonly Heard[], label: string) {
  const action = actions(answer).find(({ title }) => title === label);
  if (action?.type !== 'messageBack') throw new Error(`no messageBack with the title "${label}"`);
  return { text: String(action.text), value: action.value };
}

/** Nothing lost, nothing doubled: the client has what the service said, each once and in order. */
async function expectWhole(client: Client): Promise<void> {
  const said = await record(domain, client);
  await until(() => expect(ids(byBot(client.heard))).toEqual(ids(said)));
  expect(new Set(ids(client.heard)).size).toBe(client.heard.length);
}

describe.each([
  { name: 'over WebSocket', webSocket: true },
  { name: 'over polling', webSocket: false },
])('the stock client $name', ({ webSocket }) => {
  it('connects and hears the welcome once', async () => {
    const client = await welcomed(webSocket);
    expect(client.statuses).toEqual(['Uninitialized', 'Connecting', 'Online']);
    expect(client.heard.every(({ from }) => from.role === 'bot')).toBe(true);
    expect(client.heard[0]).toMatchObject({ type: 'message', text: expect.stringContaining('Signpost') });
    expect(actions(client.heard)).toContainEqual(
      expect.objectContaining({ type: 'messageBack', title: 'I need help now' }),
    );
    await client.say({ text: 'what is cse' });
    expect(words(client.heard).filter((text) => text === client.heard[0]?.text)).toHaveLength(1);
    await expectWhole(client);
  });

  it('gets its own message back, then cards and buttons', async () => {
    const client = await welcomed(webSocket);
    const { id, echo, answer } = await client.say({ text: 'i want to talk to someone' });
    expect(echo).toMatchObject({ id, text: 'i want to talk to someone', from: { role: 'user' } });
    expect(ids(client.heard).indexOf(id)).toBeLessThan(ids(client.heard).indexOf(answer[0]?.id ?? ''));
    const card = answer.flatMap(({ attachments = [] }) => attachments)[0];
    expect(card).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.3', id: 'hand-off' },
    });
    expect(links(answer)).toContain('tel:08001111');
    expect(actions(answer).length).toBeGreaterThan(1);
    await expectWhole(client);
  });

  it('presses a suggested action', async () => {
    const client = await welcomed(webSocket);
    const label = "I'm worried about me";
    const { echo, answer } = await client.say(pressed(client.heard, label));
    expect(echo.text).toBe(label);
    expect(actions(answer).map(({ title }) => title)).toContain('Something happened to me');
    const next = await client.say(pressed(answer, 'Something happened to me'));
    expect(words(next.answer)).not.toEqual(words(answer));
    expect(words(next.answer)).not.toContain(ui['not-understood']);
  });

  it('is given the urgent card in the same turn', async () => {
    const client = await welcomed(webSocket);
    const { answer } = await client.say({ text: URGENT });
    const cards = answer.flatMap(({ attachments = [] }) => attachments);
    expect(cards).toContainEqual(
      expect.objectContaining({ content: expect.objectContaining({ id: 'urgent' }) }),
    );
    expect(words(answer)).toContain(ui.computer);
    expect(links(answer)).toEqual(expect.arrayContaining(['tel:999', 'tel:08001111']));
    expect(JSON.stringify(client.heard)).not.toMatch(/sms:(?:\/\/)?\+?0*999/);
    const later = await client.say({ text: 'what is cse' });
    expect(links(later.answer)).toEqual(['tel:999', 'tel:08001111']);
    // Web Chat draws nothing of a card in which an id is there twice.
    for (const ids of cardIds(client.heard)) expect(new Set(ids).size).toBe(ids.length);
    await expectWhole(client);
  });

  it('has its token refreshed before it ends', async () => {
    const client = await welcomed(webSocket);
    const { conversationId, token } = await client.ticket();
    service.tick(14 * MINUTE);
    await client.say({ text: 'what is cse' });
    const refreshed = client.page.waitForResponse(`${domain}/tokens/refresh`);
    await client.page.clock.fastForward(15 * MINUTE);
    expect((await refreshed).status()).toBe(200);
    await until(async () => expect((await client.ticket()).token).not.toBe(token));
    service.tick(13 * MINUTE);
    await client.say({ text: 'what is cse' });
    service.tick(4 * MINUTE);
    const old = await fetch(`${domain}/conversations/${conversationId}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(old.status).toBe(403);
    const { answer } = await client.say({ text: 'what is cse' });
    expect(answer.length).toBeGreaterThan(0);
    expect(client.statuses.at(-1)).toBe('Online');
    await expectWhole(client);
  });

  it('is asked kindly not to send a picture, and shown Report Remove', async () => {
    const client = await welcomed(webSocket);
    const contentUrl = await client.page.evaluate(() => window.client.picture());
    const uploaded = client.page.waitForResponse((response) => response.url().includes('/upload?'));
    const { id, answer } = await client.say({
      attachments: [{ contentType: 'image/png', contentUrl, name: 'me.png' }],
    });
    expect((await uploaded).status()).toBe(200);
    expect(id).toMatch(/^\d/);
    expect(words(answer)).toContain(ui['picture-refused']);
    expect(links(answer)).toContainEqual(expect.stringContaining('report-remove'));
    expect(JSON.stringify(client.heard)).not.toContain('me.png');
    expect(actions(answer).length).toBeGreaterThan(0);
  });

  it('takes the talk up again after the page was loaded anew', async () => {
    const first = await welcomed(webSocket);
    await first.say({ text: 'what is cse' });
    const ticket = await first.ticket();
    await first.page.close();
    const client = await openClient(browser, site, domain);
    await client.connect({ webSocket, ...ticket });
    const { answer } = await client.say(pressed(first.heard, 'What are the signs?'));
    expect(answer.length).toBeGreaterThan(0);
    const said = ids(await record(domain, client));
    expect([...ids(byBot(first.heard)), ...ids(byBot(client.heard))]).toEqual(said);
  });
});

describe('the stock client on a site that is not in ALLOWED_ORIGINS', () => {
  it('is given nothing by the browser', async () => {
    const other = await startSite(script);
    const client = await openClient(browser, other, domain);
    await expect(client.connect()).rejects.toThrow('Failed to fetch');
    other.close();
  });
});

describe('the stock client whose socket is dropped by the service', () => {
  it('comes back, and what was said meanwhile is neither lost nor doubled', async () => {
    const client = await welcomed(true);
    const from = client.heard.length;
    service.drop();
    const channelData = { clientActivityID: 'said-while-away' };
    const id = await client.post({ text: URGENT, channelData });
    expect(id).toMatch(/^\d/);
    expect(client.heard).toHaveLength(from);
    await client.passing(() => expect(client.heard.length).toBeGreaterThan(from));
    const all = await client.answer(from);
    expect(all[0]).toMatchObject({ id, text: URGENT, channelData });
    expect(links(all)).toContain('tel:999');
    const { answer } = await client.say({ text: 'what is cse' });
    expect(answer.length).toBeGreaterThan(0);
    expect(client.statuses).toEqual(['Uninitialized', 'Connecting', 'Online']);
    expect(client.failures).toEqual([]);
    await expectWhole(client);
  });

  it('comes back as often as it has to', async () => {
    const client = await welcomed(true);
    for (const _ of [1, 2, 3]) {
      const before = client.sockets.length;
      service.drop();
      await client.passing(() => expect(client.sockets).toHaveLength(before + 1));
      await client.say({ text: 'what is cse' });
    }
    await expectWhole(client);
  });
});

describe('the stock client whose service was restarted', () => {
  const restart = async (env: Record<string, string>) => {
    const { port } = service;
    await service.close();
    await start({ PORT: String(port), ...env });
  };

  it.each([
    { name: 'with the same secret (404)', env: { TOKEN_SECRET: SECRET }, status: 404 },
    { name: 'with a secret of its own (403)', env: {}, status: 403 },
  ])('hears over WebSocket that the talk is over, $name', async ({ env, status }) => {
    await restart(env);
    const client = await welcomed(true);
    const { conversationId } = await client.ticket();
    await restart(env);
    const reconnect = `${status} ${domain}/conversations/${conversationId}?watermark=`;
    await client.passing(() => expect(client.refused).toContainEqual(expect.stringContaining(reconnect)));
    if (status === 404) {
      // The client says it with an error on activity$ and leaves its status as it was.
      await until(() => expect(client.failures).toEqual(['conversation ended']));
      expect(await client.post({ text: 'hello' })).toBe('refused 404');
    } else {
      await until(() => expect(client.statuses).toContain('ExpiredToken'));
      await client.passing(() => expect(client.statuses.at(-1)).toBe('FailedToConnect'));
    }
  });

  it.each([
    { name: 'with the same secret (404)', env: { TOKEN_SECRET: SECRET }, says: 'Ended' },
    { name: 'with a secret of its own (403)', env: {}, says: 'ExpiredToken' },
  ])('says over polling that the talk is over, $name', async ({ env, says }) => {
    await restart(env);
    const client = await welcomed(false);
    // A poll that finds nobody there ends this client without a word: none may fall into the restart.
    await client.page.clock.pauseAt(Date.now() + MINUTE);
    await until(() => expect(client.pending.size).toBe(0));
    await restart(env);
    await client.page.clock.resume();
    await until(() => expect(client.statuses.at(-1)).toBe(says));
  });
});
