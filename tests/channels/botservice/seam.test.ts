/** What the door wants of an SDK is ours to say, so that another SDK can take its place: deploy/teams-agents-sdk.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActivityHandler, TurnContext } from 'botbuilder-core';
import { expect, expectTypeOf, it } from 'vitest';
import type { DoorAdapterDeps } from '../../../src/channels/adapter.ts';
import type { SignpostBot } from '../../../src/channels/bot.ts';
import type { Carrier, createCarrier } from '../../../src/channels/botservice/carrier.ts';

const FOLDER = join(import.meta.dirname, '../../../src/channels/botservice');

it('the bot is anything that runs, and the handler of the SDK is one', () => {
  expectTypeOf<DoorAdapterDeps['bot']>().toEqualTypeOf<{ run(context: TurnContext): Promise<void> }>();
  expectTypeOf<ActivityHandler>().toExtend<DoorAdapterDeps['bot']>();
  expectTypeOf<SignpostBot>().toExtend<DoorAdapterDeps['bot']>();
});

it('what carries answers is an interface of ours, without a type of the SDK but the activity', () => {
  expectTypeOf<Awaited<ReturnType<typeof createCarrier>>>().toEqualTypeOf<Carrier>();
  expectTypeOf<keyof Carrier>().toEqualTypeOf<'carry'>();
});

it('only the carrier loads the SDK, and only when it is made', () => {
  const files = readdirSync(FOLDER);
  const naming = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(FOLDER, file), 'utf8')));
  expect(naming(/import\('botbuilder'\)/)).toEqual(['carrier.ts']);
  expect(naming(/from 'botbuilder'/)).toEqual([]);
  // Types go when it is compiled.
  expect(naming(/^import (?!type)[^;]*from 'bot/m)).toEqual([]);
});
