import { test } from 'vitest';
import { startRig } from './rig.ts';
import { handOff, slim, urgent, WELCOME, buttons } from './talks.ts';
test('shots', async () => {
  const rig = await startRig();
  const { server } = rig;
  server.welcome = () => WELCOME;
  server.answer = (a) => {
    const c = (a.value as any)?.choice;
    if (c) return [{ text: "Thank you for telling me. Getting things from someone can feel nice." }, { text: 'But if they want something back, that is not a gift. It is not your fault.' }, handOff(), slim(), { text: 'Is one of these true?', ...buttons('They want pictures', 'They want me to meet them', 'I want to talk to a person') }];
    return [{ text: "That sounds frightening. I'm glad you said it." }, { text: "I'm a computer. Nobody has seen this. Nobody is coming unless you or someone you trust rings." }, urgent(), { text: 'Are you safe right now?', ...buttons('Yes', 'No', 'Not sure', "I can't say") }];
  };
  for (const colorScheme of ['light', 'dark'] as const) for (const [width, height] of [[360, 640], [1280, 800]] as const) {
    const name = `/tmp/shots/${width}-${colorScheme}`;
    const page = await rig.open({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Something else' }).waitFor();
    await page.screenshot({ path: `${name}-1welcome.png` });
    await page.screenshot({ path: `${name}-1welcome-full.png`, fullPage: true });
    await page.getByRole('button', { name: 'Someone gives me things' }).click();
    await page.getByRole('button', { name: 'They want pictures' }).waitFor();
    await page.screenshot({ path: `${name}-2dialog.png` });
    await page.screenshot({ path: `${name}-2dialog-full.png`, fullPage: true });
    await page.getByRole('textbox').fill('hes outside my house');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Not sure' }).waitFor();
    await page.screenshot({ path: `${name}-3urgent.png` });
    await page.screenshot({ path: `${name}-3urgent-full.png`, fullPage: true });
    await server.kill();
    await page.getByRole('alert').getByText('working right now').waitFor();
    await page.getByRole('textbox').fill('are you there?');
    await page.keyboard.press('Enter');
    await page.getByText('Not sent').waitFor();
    await page.screenshot({ path: `${name}-4gone.png` });
    await server.start();
    await page.getByRole('button', { name: 'Not sure' }).waitFor();
    await page.screenshot({ path: `${name}-5back.png` });
    await page.getByRole('button', { name: 'Delete this talk' }).click();
    await page.getByText('has been deleted').waitFor();
    await page.screenshot({ path: `${name}-6deleted.png` });
    await page.goto(`${server.origin}/nowhere`);
    await page.screenshot({ path: `${name}-7notfound.png` });
    await page.context().close();
    const nojs = await rig.open({ viewport: { width, height }, colorScheme, javaScriptEnabled: false });
    await nojs.screenshot({ path: `${name}-0nojs.png` });
    await nojs.context().close();
  }
  console.log(rig.complaints);
  await rig.close();
}, 120000);
