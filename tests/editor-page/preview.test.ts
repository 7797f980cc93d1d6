/** Talking to the draft: it looks and answers as the chat does, at another hour, and follows what is typed in the form. */
import type { FrameLocator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { moveIn, setIn } from '../../src/content/edit.ts';
import { again, answered, opened, pressed, start } from '../../src/editor/page/preview/talking.ts';
import type { Api } from '../../src/editor/page/work.ts';
import { faultsOfView } from './faults.ts';
import { deskServed, faultsOf } from './stage.ts';

const desk = deskServed();

const chatIn = (page: Page): FrameLocator => page.frameLocator('iframe[title="Preview of the chat"]');

it('comes to a card by buttons and by words, says where it is, and rings nobody', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'preview');
  const chat = chatIn(page);
  await chat.getByRole('button', { name: 'I need help now' }).click();
  const call = chat.getByRole('link', { name: /^Call 999/ }).first();
  await call.waitFor();
  await page.getByText(/^At “.*”, step /).waitFor();
  expect(await page.getByRole('link', { name: 'Edit this step' }).getAttribute('href')).toMatch(
    /^#dialog\/.+\/.+/,
  );
  await call.click();
  await page.getByText(/In the preview, links do nothing/).waitFor();
  expect(page.url()).toContain('#preview');

  await chat.getByLabel(/Type/).fill('he wants something back for the gifts');
  await chat.getByRole('button', { name: 'Send' }).click();
  await chat.getByText('he wants something back for the gifts').waitFor();
  await page.getByText('Concern', { exact: true }).waitFor();
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('answers by the clock and the place that staff set', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'preview/report-a-concern');
  const chat = chatIn(page);
  await page.getByRole('button', { name: 'Tuesday 10:00' }).click();
  await chat.getByLabel(/Type/).fill('talk to a person');
  await page.keyboard.press('Enter');
  const open = chat.getByText(/^Open now, until/).first();
  await open.waitFor();
  await page.getByRole('button', { name: 'Sunday 03:00' }).click();
  await open.waitFor({ state: 'detached' });
  await page.context().close();
});

it('loses nothing that is said while it plays the talk again', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'preview/report-a-concern');
  const chat = chatIn(page);
  await chat.getByText(/./).first().waitFor();
  // The answer stays away until the talk is played again for the other clock.
  let replayed = () => {};
  const replay = new Promise<void>((resolve) => {
    replayed = resolve;
  });
  let held = false;
  await page.route('**/preview', async (route) => {
    const body = route.request().postData() ?? '';
    if (!held && body.includes('talk to a person')) {
      held = true;
      await replay;
    } else if (held) replayed();
    await route.continue();
  });
  await chat.getByLabel(/Type/).fill('talk to a person');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tuesday 10:00' }).click();
  await chat
    .getByText(/^Open now, until/)
    .first()
    .waitFor();
  expect(await chat.getByText('talk to a person').count()).toBe(1);
  await page.context().close();
});

it('says a changed sentence where it stood', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  await page.getByRole('button', { name: 'Try it in a preview' }).click();
  const chat = chatIn(page);
  await chat.getByRole('button', { name: 'They say I owe them' }).click();
  await chat.getByText('They say I owe them').waitFor();
  await page.getByLabel('Bubble 1').first().fill('A sentence that is new.');
  await chat.getByText('A sentence that is new.').waitFor();
  await page.context().close();
});

it('plays the talk again with other words, and ends it before a button that is gone', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'preview');
  const person = await desk.apart(page);
  const api = { preview: async (body: unknown) => (await person.post('/preview', body)).body } as Api;
  const file = 'dialogs/gifts-and-favours.yaml';
  const { body } = await person.get(`/file?version=shipped&path=${file}`);
  const at = Date.now();
  const setting = (files: Record<string, string>) => ({ draft: { base: 'shipped', files }, at, place: null });
  let stand = await again(api, setting({}), [start, opened('gifts-and-favours')]);
  const button = stand.talk.buttons[1];
  if (!button) throw new Error('the dialog has no second button');
  stand = { ...(await answered(api, setting({}), stand, pressed(button))), lost: null };
  const { at: where } = stand.last ?? { at: '' };

  const renamed = setIn(body.text, ['steps', 'first', 'offer', 1, 'label'], 'Another name');
  const same = await again(api, setting({ [file]: renamed }), stand.turns);
  expect(same.lost).toBeNull();
  expect(same.last?.at).toBe(where);
  expect(same.talk.items.map((item) => (item.kind === 'mine' ? item.text : ''))).toContain('Another name');

  const moved = moveIn(body.text, ['steps', 'first', 'offer'], 1, 0);
  expect((await again(api, setting({ [file]: moved }), stand.turns)).last?.at).toBe(where);

  const gone = setIn(body.text, ['steps', 'first', 'offer'], [{ label: 'Only this', go: 'no-rush' }]);
  const ended = await again(api, setting({ [file]: gone }), stand.turns);
  expect(ended.lost).toBe(button.label);
  expect(ended.last?.at).toBe('gifts-and-favours/first');
  await page.context().close();
});

it('has no faults that axe finds, in three themes, on a phone and on a desk', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'preview');
  await chatIn(page).getByRole('button', { name: 'I need help now' }).waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await page.context().close();
});
