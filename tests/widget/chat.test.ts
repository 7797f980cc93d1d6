/** A talk in a real browser: reading, tapping, typing, cards, and what a hostile server could send. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Rig, startRig, tidy, ui } from './rig.ts';
import { buttons, handOff, slim, urgent, WELCOME } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

test('the welcome and its buttons are shown', async () => {
  rig.server.welcome = () => WELCOME;
  const page = await rig.open();
  await page.getByRole('log').getByText("I'm a computer, not a person").waitFor();
  const group = page.getByRole('group', { name: ui['buttons-label'] });
  expect(await group.getByRole('button').count()).toBe(4);
  expect(rig.server.opened).toBe(1);
});

test('a tapped button posts its ref, shows what was said, and takes the old buttons away', async () => {
  rig.server.welcome = () => WELCOME;
  rig.server.answer = () => [{ text: 'Thank you for telling me.', ...buttons('One', 'Two') }];
  const page = await rig.open();
  await page.getByRole('button', { name: 'Someone has pictures of me' }).click();
  await page.getByRole('button', { name: 'Two' }).waitFor();
  expect(rig.server.posts).toMatchObject([{ type: 'message', value: { choice: 'welcome/first#1' } }]);
  expect(rig.server.posts[0]).not.toHaveProperty('text');
  expect(await page.locator('.mine').textContent()).toContain('Someone has pictures of me');
  expect(await page.locator('.choice').allInnerTexts()).toEqual(['One', 'Two']);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('latest');
});

test('after a tap the next stop of the Tab key is the newest answer', async () => {
  rig.server.welcome = () => WELCOME;
  rig.server.answer = () => [handOff(), { text: 'What now?', ...buttons('One') }];
  const page = await rig.open();
  await page.getByRole('button', { name: 'Someone gives me things' }).press('Enter');
  await page.getByRole('button', { name: 'One' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('tel:08001111');
});

test('typed words are sent by Enter, shown, cleared from the box, and leave the focus there', async () => {
  rig.server.answer = (activity) => [{ text: `You wrote ${String(activity.text).length} letters.` }];
  const page = await rig.open();
  const box = page.getByRole('textbox', { name: ui['composer-label'] });
  await box.fill('hes outside my house');
  await box.press('Enter');
  await page.getByText('You wrote 20 letters.').waitFor();
  expect(rig.server.posts).toMatchObject([{ type: 'message', text: 'hes outside my house' }]);
  expect(await box.inputValue()).toBe('');
  expect(await box.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await page.locator('.typing').count()).toBe(0);
});

test('Shift and Enter makes a new line; nothing is sent for an empty box', async () => {
  const page = await rig.open();
  const box = page.getByRole('textbox');
  await box.press('Enter');
  await box.pressSequentially('one');
  await box.press('Shift+Enter');
  await box.pressSequentially('two');
  await page.getByRole('button', { name: ui.send }).click();
  await expect.poll(() => rig.server.posts.map((post) => post.text)).toEqual(['one\ntwo']);
});

test('the box sends nothing away by itself', async () => {
  const page = await rig.open();
  const box = page.getByRole('textbox');
  const names = ['autocomplete', 'autocorrect', 'autocapitalize', 'spellcheck'];
  for (const name of names) expect(await box.getAttribute(name)).toMatch(/^(off|none|false)$/);
});

test('an urgent card is drawn with links that ring and text', async () => {
  rig.server.welcome = () => [urgent()];
  const page = await rig.open();
  const card = page.locator('.card.urgent');
  await card.getByRole('heading', { name: ui['card-title-urgent'] }).waitFor();
  const links = await card.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(links).toEqual(['tel:999', 'tel:08001111', 'sms:85258?body=SHOUT']);
  expect(await card.locator('a.now').getAttribute('href')).toBe('tel:999');
  expect(await card.locator('.silent').textContent()).toContain('press 55');
  expect(await card.locator('.words').textContent()).toContain('I need help.');
  const size = (name: string) =>
    card
      .locator(name)
      .first()
      .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
  expect(await size('.words p')).toBeGreaterThan(await size('.entry p'));
});

test('the slim line has both numbers', async () => {
  rig.server.welcome = () => [{ text: 'An answer.' }, slim()];
  const page = await rig.open();
  const links = page.locator('.card.small a');
  await links.first().waitFor();
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'tel:999',
    'tel:08001111',
  ]);
});

test('a new message is announced once: it comes alone into the live region', async () => {
  rig.server.welcome = () => [{ text: 'First.' }];
  const page = await rig.open();
  await page.getByText('First.').waitFor();
  await page.evaluate(() => {
    const log = document.querySelector('[role=log]') as HTMLElement;
    const added: string[] = [];
    Object.assign(window, { added });
    new MutationObserver((all) => {
      for (const { addedNodes, type } of all) {
        if (type === 'characterData') added.push('changed');
        for (const node of addedNodes) added.push(node.textContent ?? '');
      }
    }).observe(log, { childList: true, subtree: true, characterData: true });
  });
  rig.server.say({ type: 'typing' });
  rig.server.say({ text: 'Second.' });
  rig.server.say({ text: 'Third.' });
  await page.getByText('Third.').waitFor();
  expect(await page.evaluate(() => (window as unknown as { added: string[] }).added)).toEqual([
    'Second.',
    'Third.',
  ]);
});

const HOSTILE =
  '<img src=x onerror="document.title=1"><script>document.title=2</script>[a](javascript:alert(1))';

test('what is said quickly comes in the order in which it was said', async () => {
  rig.server.welcome = () => [{ text: 'Hello, you.', ...buttons('Yes') }];
  const page = await rig.open();
  await page.getByText('Hello, you.').waitFor();
  const asked: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/activities', async (route) => {
    asked.push(route.request().postDataJSON().text);
    if (asked.length === 1) await held;
    await route.continue();
  });
  for (const text of ['first', 'second']) {
    await page.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText(text).waitFor();
  }
  await expect.poll(() => asked).toContain('first');
  expect(asked).toEqual(['first']);
  letGo();
  await expect.poll(() => rig.server.posts.map(({ text }) => text)).toEqual(['first', 'second']);
});

test('a door of a page opens before what is typed is said, however soon', async () => {
  // The talk is open, and its stream is not yet: what was to be said first still waits.
  const script = 'window.WebSocket = class { close() {} send() {} };';
  const page = await rig.open({ path: '/chat#c-00000000', script });
  await expect.poll(() => rig.server.opened).toBe(1);
  await page.getByRole('textbox').fill('words');
  await page.keyboard.press('Enter');
  const said = () => rig.server.posts.map(({ text, value }) => text ?? (value as { choice: string }).choice);
  await expect.poll(said).toEqual([':at/00000000', 'words']);
});

test('hostile text is shown as text, and hostile links are not shown', async () => {
  const attachment = (url: string) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      id: HOSTILE,
      body: [
        {
          type: 'Container',
          id: 'entry-x',
          items: [
            { type: 'TextBlock', text: HOSTILE },
            { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: HOSTILE, url }] },
          ],
        },
        { type: 'Image', url: 'https://elsewhere.example/x.png' },
      ],
    },
  });
  const urls = [
    'javascript:alert(1)',
    ' jAvA\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'http://plain.example',
    '//elsewhere.example',
    'nonsense',
  ];
  rig.server.welcome = () => [
    { text: HOSTILE, attachments: urls.map(attachment), ...buttons(HOSTILE) },
    { text: `\u202eabc ${'w'.repeat(5_000)} ${'😀'.repeat(5_000)}`, ...buttons(HOSTILE) },
  ];
  const page = await rig.open();
  await page.locator('.choice').waitFor();
  expect(await page.locator('.log .bubble').first().textContent()).toBe(HOSTILE);
  expect(await page.locator('.choice').textContent()).toBe(HOSTILE);
  expect(await page.locator('.entry h3').first().textContent()).toBe(HOSTILE);
  expect(await page.locator('.log a, .log img, .log script').count()).toBe(0);
  expect(await page.title()).toBe(ui['page-title']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('frames that are no frames change nothing', async () => {
  rig.server.welcome = () => [{ text: 'First.' }];
  const page = await rig.open();
  await page.getByText('First.').waitFor();
  const junk = [
    '',
    'x',
    'null',
    '[]',
    '{"activities":7}',
    '{"activities":[null,1,"x",{"type":"message","attachments":{},"suggestedActions":[],"from":null}]}',
    '{"activities":[{"type":"event"}]}',
  ];
  for (const frame of junk) rig.server.sendRaw(frame);
  rig.server.say({ text: 'Second.' });
  await page.getByText('Second.').waitFor();
  expect(await page.locator('.log .bubble').count()).toBe(2);
});
