import { afterAll, beforeAll, it } from 'vitest';
import { type Desk, openDesk } from './stage.ts';
let desk: Desk;
beforeAll(async () => { desk = await openDesk(); }, 60_000);
afterAll(() => desk?.stop(), 30_000);
it('look', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'drafts');
  const person = await desk.apart(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  for (let n = 0; n < 12; n++) {
    await page.waitForTimeout(150);
    console.log(page.url(), JSON.stringify((await page.locator('body').innerText().catch(() => '?')).slice(0, 600)));
  }
  void person;
  const p2 = await desk.open('approver', 'services');
  await p2.screenshot({ path: '/tmp/work/trial/services.png' });
  const rep = await desk.open('safeguarding-lead', 'reminders');
  await rep.setViewportSize({ width: 360, height: 640 });
  await rep.evaluate(() => scrollTo(0, 600));
  await rep.waitForTimeout(300);
  await rep.screenshot({ path: '/tmp/work/trial/narrow.png' });
});
