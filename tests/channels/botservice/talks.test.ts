/** A talk in Teams from its first line to its end, and all that is no talk. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { realLibrary } from '../../library.ts';
import { APP, IDENTITY_TOKEN, OWN_TOKEN, SECRET, type Sent, TENANT } from './azure.ts';
import { labels, type Options, pressed, startTeams, type Teams } from './teams.ts';

const { ui } = realLibrary().content;
const MINUTES = 60_000;

let teams: Teams;
const begin = async (options?: Options): Promise<void> => {
  await teams?.close();
  teams = await startTeams(options);
};
beforeEach(() => begin(), 60_000);
afterEach(() => teams.close());

const texts = (said: readonly Sent[]): string[] => said.flatMap(({ text }) => text ?? []);
const words = (said: readonly Sent[]): string => JSON.stringify(said);
const isUrgent = (said: readonly Sent[]): boolean => words(said).includes('"style":"attention"');
const install = { type: 'installationUpdate', action: 'add' };
const joined = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: '29:one' }] };

async function session(): Promise<Sent> {
  const key = teams.turns.at(-1)?.conversation ?? '';
  return (await teams.storage.read([key]))[key];
}

describe('a talk', () => {
  it.each([
    ['the app is installed', install],
    ['somebody comes', joined],
  ])('begins with the truth and the buttons for work when %s', async (_name, arrival) => {
    const said = await teams.say(arrival);
    expect(texts(said).slice(0, 2)).toEqual([
      ui['teams-first'],
      "Hi, I'm Signpost. I'm a computer, not a person. I can show you who can help.",
    ]);
    expect(ui['teams-first']).toBe("Your employer keeps this chat. Don't use names.");
    expect(labels(said)).toContain('I work with children');
    expect(await session()).toMatchObject({ audience: 'professional' });
    expect(teams.azure.delivered[0]?.body.type).toBe('typing');
  });

  it('begins once, though Teams tells of it twice', async () => {
    await teams.say(install);
    expect(await teams.say(joined)).toEqual([]);
    expect(await teams.say({ type: 'installationUpdate', action: 'remove' })).toEqual([]);
  });

  it('begins with the truth where nobody was welcomed, and whoever writes is at work', async () => {
    const said = await teams.say({ text: 'a pupil of mine has a much older boyfriend' });
    expect(texts(said)[0]).toBe(ui['teams-first']);
    expect(await session()).toMatchObject({ audience: 'professional' });
    expect(texts(await teams.say({ text: 'what is grooming' }))).not.toContain(ui['teams-first']);
  });

  it('goes on by buttons, pressed or suggested or typed', async () => {
    const first = await teams.say(install);
    const second = await teams.say(pressed(first, 'I work with children'));
    expect(labels(second)).toContain('How to refer');
    expect(teams.turns.at(-1)).toMatchObject({ choice: expect.stringMatching(/^welcome\/in-teams#\d$/) });
    expect(teams.turns.at(-1)).not.toHaveProperty('text');
    expect(labels(await teams.say({ text: 'How to refer' })).length).toBeGreaterThan(0);
    const suggested = teams.azure.delivered.flatMap(({ body }) => body.suggestedActions?.actions ?? []);
    for (const { type, title, value } of suggested) expect([type, value]).toEqual(['imBack', title]);
  });

  it('sees danger first', async () => {
    const said = await teams.say({ text: 'a child is being hurt right now, they are in his car' });
    expect(isUrgent(said)).toBe(true);
    expect(words(said)).toContain('"url":"tel:999"');
  });

  it('reads a message as long as Teams has them, which come twice', async () => {
    const text = `${'and then it went on. '.repeat(1_300)} he is hurting me right now`;
    const html = { contentType: 'text/html', content: `<div>${text.replaceAll(' ', '&nbsp;')}</div>` };
    expect(isUrgent(await teams.say({ text, attachments: [html] }))).toBe(true);
  });

  it('refuses pictures and files unseen, but not the HTML that Teams sends beside each text', async () => {
    await teams.say(install);
    const picture = { contentType: 'image/png', contentUrl: `${teams.azure.url}/picture`, name: 'x.png' };
    expect(texts(await teams.say({ attachments: [picture] }))[0]).toBe(ui['picture-refused']);
    const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} };
    expect(texts(await teams.say({ text: 'see this', attachments: [file] }))[0]).toBe(ui['picture-refused']);
    const odd = [{ contentType: { toString: 1 } }, null, 'x'];
    expect(texts(await teams.say({ attachments: odd }))[0]).toBe(ui['picture-refused']);
    const quote = { contentType: 'messageReference', content: '{}' };
    expect(texts(await teams.say({ text: 'hello', attachments: [quote] }))[0]).not.toBe(
      ui['picture-refused'],
    );
    const html = { contentType: 'text/html', content: '<p>what is grooming</p>' };
    const said = await teams.say({ text: 'what is grooming', attachments: [html] });
    expect(texts(said)).not.toContain(ui['picture-refused']);
    expect(teams.azure.delivered.map(({ path }) => path)).not.toContain('/picture');
  });

  it('is deleted when asked, and the next begins with the truth', async () => {
    await teams.say(install);
    expect(texts(await teams.say({ text: 'delete this' }))).toEqual([ui['wiped-teams']]);
    expect(teams.storage.size).toBe(0);
    expect(texts(await teams.say({ text: 'hello' }))[0]).toBe(ui['teams-first']);
  });

  it('is forgotten after a quarter of an hour', async () => {
    await teams.say(install);
    teams.at += 15 * MINUTES;
    expect(texts(await teams.say({ text: 'hello' }))[0]).toBe(ui['teams-first']);
  });

  it('is nobody else’s', async () => {
    await teams.say(install);
    const other = await teams.say({
      ...install,
      conversation: { id: 'a:two', conversationType: 'personal' },
    });
    expect(texts(other)[0]).toBe(ui['teams-first']);
    expect(new Set(teams.turns.map(({ conversation }) => conversation)).size).toBe(2);
  });

  it('over its budget gets the whole urgent card', async () => {
    await begin({ limits: { burst: 2, perSecond: 1, turns: 500 } });
    await teams.say(install);
    await teams.say({ text: 'hello' });
    const said = await teams.say({ text: 'hello' });
    expect(texts(said)[0]).toBe(ui['help-intro']);
    expect(isUrgent(said)).toBe(true);
    expect(teams.counts.snapshot()).toMatchObject({ limited: 1 });
  });
});

describe('groups and channels', () => {
  it.each(['groupChat', 'channel'])('are told where it works, and not read: %s', async (kind) => {
    const conversation = { id: '19:many', conversationType: kind, isGroup: true };
    const said = await teams.say({ text: '<at>Signpost</at> a child is being hurt right now', conversation });
    expect(texts(said)).toEqual([ui['teams-alone']]);
    expect(words(said)).toContain('"url":"tel:999"');
    expect(await teams.say({ text: 'hello', conversation })).toEqual([]);
    // Whoever writes again may be somebody else who needs help: a blank would tell them that there is none.
    teams.at += MINUTES;
    const again = await teams.say({ text: '<at>Signpost</at> help', conversation });
    expect(words(again)).toContain('"url":"tel:999"');
    expect(await teams.say({ ...joined, conversation })).toEqual([]);
    expect(teams.turns).toEqual([]);
  });
});

describe('what is no talk', () => {
  it.each([
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'messageUpdate', text: 'edited' },
    { type: 'messageDelete' },
    { type: 'typing' },
    { type: 'endOfConversation' },
    { type: 'conversationUpdate', membersRemoved: [{ id: '29:one' }] },
    { type: 'event', name: 'application/vnd.microsoft.readReceipt' },
    { type: 'constructorOfNothing' },
  ])('is taken and not answered: $type', async (activity) => {
    await teams.say(install);
    const before = teams.turns.length;
    expect(await teams.say(activity)).toEqual([]);
    expect(teams.turns.length).toBe(before);
  });

  it('is told that we do not know it, where an answer is waited for', async () => {
    const answer = await teams.post(teams.activity({ type: 'invoke', name: 'composeExtension/query' }));
    expect(answer.status).toBe(501);
    expect(teams.azure.delivered).toEqual([]);
  });
});

describe('when something breaks', () => {
  it('in the words: help, no stack and no text', async () => {
    await begin({
      voice: (voice) => ({
        ...voice,
        render: (reply, view) => {
          if (reply.kind !== 'help') throw new Error('private words');
          return voice.render(reply, view);
        },
      }),
    });
    const said = await teams.say({ text: 'private words' });
    expect(isUrgent(said)).toBe(true);
    expect(words(said) + teams.lines.join()).not.toMatch(/private words|node_modules|\bat \S+:\d/);
    expect(teams.lines.join()).toContain('"code":"render-failed"');
  });

  it('on the way: help is tried, and the log has a code', async () => {
    await teams.say(install);
    teams.azure.failing(403, 1);
    const said = await teams.say({ text: 'private words' });
    expect(isUrgent(said)).toBe(true);
    expect(teams.lines.join()).toContain('"event":"turn-failed","code":"uncaught"');
    expect(words(said) + teams.lines.join()).not.toMatch(/private words|node_modules|\bat \S+:\d/);
    expect(texts(await teams.say({ text: 'hello' })).length).toBeGreaterThan(0);
  });
});

describe('the bot’s own token', () => {
  it('is asked for once with the secret, and sent with each message', async () => {
    await teams.say(install);
    await teams.say({ text: 'hello' });
    expect(teams.azure.asked.map((form) => Object.fromEntries(form))).toEqual([
      expect.objectContaining({ grant_type: 'client_credentials', client_secret: SECRET }),
    ]);
    expect(teams.azure.settings.loginUrl).toContain(TENANT);
    const sent = new Set(teams.azure.delivered.map(({ authorization }) => authorization));
    expect([...sent]).toEqual([`Bearer ${OWN_TOKEN}`]);
  });

  it('comes from Azure itself with a managed identity', async () => {
    await begin({ settings: { appType: 'UserAssignedMSI', secret: undefined } });
    vi.stubEnv('IDENTITY_ENDPOINT', `${teams.azure.url}/identity`);
    vi.stubEnv('IDENTITY_HEADER', 'header');
    await teams.say(install);
    vi.unstubAllEnvs();
    expect(Object.fromEntries(teams.azure.asked[0] ?? [])).toMatchObject({
      client_id: APP,
      resource: teams.azure.settings.scope,
    });
    expect(teams.azure.delivered[0]?.authorization).toBe(`Bearer ${IDENTITY_TOKEN}`);
  });
});
