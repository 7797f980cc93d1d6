/** The whole service with the real bot and its door for Teams, and somebody who writes there. */
import { createBotService } from '../../../src/channels/botservice/botservice.ts';
import type { Voice } from '../../../src/channels/door.ts';
import { LIMITS, type Limits } from '../../../src/channels/limiter.ts';
import { Traffic } from '../../../src/channels/traffic.ts';
import type { BotConfig } from '../../../src/config.ts';
import { Counts } from '../../../src/counts/counts.ts';
import { createLog } from '../../../src/log.ts';
import { plainHelp } from '../../../src/replies/plain-help.ts';
import { render } from '../../../src/replies/render.ts';
import { MemoryStorage } from '../../../src/sessions/memory.ts';
import { createSessions } from '../../../src/sessions/sessions.ts';
import { createTurn, type TurnInput } from '../../../src/turn.ts';
import { TUESDAY_TEN } from '../../bot.ts';
import { realLibrary } from '../../library.ts';
import { serve } from '../stage.ts';
import { type Azure, type Sent, startAzure, TENANT } from './azure.ts';

export interface Options {
  readonly limits?: Limits;
  readonly voice?: (voice: Voice) => Voice;
  readonly endorsements?: readonly string[];
  /** What is changed about the settings. */
  readonly settings?: Partial<BotConfig>;
  /** The talks are held as on the web: only what carries them is that of Teams. */
  readonly asOnTheWeb?: true;
}

export interface Teams {
  readonly azure: Azure;
  readonly url: string;
  readonly lines: string[];
  readonly counts: Counts;
  readonly storage: MemoryStorage;
  /** All that the turn was handed. */
  readonly turns: TurnInput[];
  /** Now, for the bot. */
  at: number;
  /** An activity as Teams posts it. */
  activity(more?: object): Sent;
  /** Posts it, signed unless another token is given ('' for none). */
  post(activity: unknown, token?: string): Promise<Response>;
  /** Posts it and gives what the bot said, typing left out. */
  say(more: object): Promise<Sent[]>;
  close(): Promise<void>;
}

const MINUTES = 60_000;

export async function startTeams(options: Options = {}): Promise<Teams> {
  const { limits = LIMITS, endorsements } = options;
  const azure = await startAzure(endorsements);
  const library = realLibrary();
  const times = { idleMs: 15 * MINUTES, lifeMs: 60 * MINUTES };
  const now = () => teams.at;
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), 'debug');
  const storage = new MemoryStorage(times, now);
  const counts = new Counts();
  const turns: TurnInput[] = [];
  const turn = createTurn({
    library: () => library,
    sessions: createSessions(storage),
    counts,
    log,
    now,
  });
  const voice: Voice = {
    render: (reply, view) => render(library.content, reply, view),
    help: plainHelp(library.content, TUESDAY_TEN),
    bot: 'Signpost',
  };
  const spoken = options.voice?.(voice) ?? voice;
  const door = await createBotService({
    settings: { ...azure.settings, ...options.settings },
    turn: (input) => {
      turns.push(input);
      const { channel: _teams, ...rest } = input;
      return turn(options.asOnTheWeb ? rest : input);
    },
    voice: () => spoken,
    log,
    now,
    times,
    traffic: new Traffic({ limits, limited: () => counts.add('limited'), now }),
  });
  const stage = await serve({ now }, { botService: door });
  let sent = 0;
  const teams: Teams = {
    azure,
    url: stage.url,
    lines,
    counts,
    storage,
    turns,
    at: TUESDAY_TEN,
    activity: (more = {}) => ({
      type: 'message',
      id: `activity-${++sent}`,
      timestamp: new Date(teams.at).toISOString(),
      channelId: 'msteams',
      serviceUrl: azure.url,
      from: { id: '29:one', name: 'One', aadObjectId: 'one' },
      recipient: { id: '28:bot', name: 'Signpost' },
      conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:one' },
      channelData: { tenant: { id: TENANT } },
      ...more,
    }),
    post: async (activity, token) => {
      // The clock of a talk may be months away from the machine's, by which the SDK goes.
      const times = [Date.now(), teams.at].map((ms) => Math.floor(ms / 1000));
      const life = { nbf: Math.min(...times) - 60, exp: Math.max(...times) + 3600 };
      const bearer = token ?? (await azure.sign(life));
      return fetch(`${stage.url}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
    },
    say: async (more) => {
      const before = azure.delivered.length;
      const answer = await teams.post(teams.activity(more));
      if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
      const said = azure.delivered.slice(before).map(({ body }) => body);
      return said.filter(({ type }) => type !== 'typing');
    },
    close: async () => {
      azure.close();
      await stage.close();
    },
  };
  return teams;
}

/** The labels of the buttons in what was said. */
export const labels = (said: readonly Sent[]): string[] => buttons(said).map(({ title }) => title as string);

/** The buttons in what was said, as Teams would press them. */
export const buttons = (said: readonly Sent[]): Sent[] =>
  said
    .flatMap(({ attachments = [] }) => attachments)
    .flatMap(({ content }) => content.body)
    .filter(({ type }) => type === 'ActionSet')
    .flatMap(({ actions }) => actions);

/** What Teams posts when a button is pressed: its text, and its value without what is for Teams itself. */
export function pressed(said: readonly Sent[], label: string): object {
  const button = buttons(said).find(({ title }) => title === label);
  if (!button) throw new Error(`no button "${label}" among ${labels(said).join(', ')}`);
  const { msteams, ...rest } = button.data;
  return { text: msteams.text, value: { ...rest, ...msteams.value } };
}
