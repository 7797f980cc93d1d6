/**
 * The peers as servers: `node peer.mjs <folder of the peers> echo|waterfall [assess]`, PORT in the environment. Both
 * are written as Microsoft's samples are: an ActivityHandler behind restify, and here an adapter that keeps the reply
 * and gives it as the answer, in place of one that sends it to a cloud.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHOICES } from './script.mjs';

const [folder, kind, assessor] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const restify = require('restify');
const core = require('botbuilder-core');

const REPLIES = Symbol('replies');

class KeepingAdapter extends core.BotAdapter {
  async sendActivities(context, activities) {
    context.turnState.get(REPLIES).push(...activities);
    return activities.map((_, n) => ({ id: String(n) }));
  }
  async updateActivity() {}
  async deleteActivity() {}
  async continueConversation() {}
}

class EchoBot extends core.ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(core.MessageFactory.text(`Echo: ${context.activity.text}`));
      await next();
    });
  }
}

/** A choice prompt and a text prompt in turn, state in memory: the waterfall of the samples. */
function waterfallBot(assess) {
  const { ChoicePrompt, DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } =
    require('botbuilder-dialogs');
  const state = new core.ConversationState(new core.MemoryStorage());
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(new ChoicePrompt('choice'));
  dialogs.add(new TextPrompt('words'));
  dialogs.add(
    new WaterfallDialog('talk', [
      (step) =>
        step.prompt('choice', {
          prompt: 'What is this about?',
          retryPrompt: 'Please choose one.',
          choices: CHOICES,
        }),
      (step) => {
        step.values.about = step.result.value;
        return step.prompt('words', { prompt: 'What happened?' });
      },
      async (step) => {
        await step.context.sendActivity(`Thank you. This is about: ${step.values.about}.`);
        return step.replaceDialog('talk');
      },
    ]),
  );
  return new (class extends core.ActivityHandler {
    constructor() {
      super();
      this.onMessage(async (context, next) => {
        assess?.(context.activity.text);
        const dialog = await dialogs.createContext(context);
        const { status } = await dialog.continueDialog();
        if (status === DialogTurnStatus.empty) await dialog.beginDialog('talk');
        await next();
      });
    }
    async run(context) {
      await super.run(context);
      await state.saveChanges(context, false);
    }
  })();
}

async function loadAssess() {
  if (!assessor) return undefined;
  const { open } = await import(pathToFileURL(assessor).href);
  return open(process.cwd());
}

const bot = kind === 'echo' ? new EchoBot() : waterfallBot(await loadAssess());
const adapter = new KeepingAdapter();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  const context = new core.TurnContext(adapter, request.body);
  context.turnState.set(REPLIES, []);
  await adapter.runMiddleware(context, (revocable) => bot.run(revocable));
  response.json(200, { activities: context.turnState.get(REPLIES) });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('is running\n'));
