/** `npm run screenshots -- --tab`: the editor in Teams, in its three themes, into deploy/screenshots/tab-<theme>.png. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTab } from '../editor-tab/service.ts';
import { CONTEXT, openInTeams } from '../editor-tab/teams-page.ts';
import { shrink } from './png.ts';

const THEMES = { light: 'default', dark: 'dark', contrast: 'contrast' } as const;

/** @returns the names of pictures that are too heavy */
export async function pictureTab(folder: string, limit: number): Promise<string[]> {
  const heavy: string[] = [];
  const here = await startTab();
  try {
    for (const [name, theme] of Object.entries(THEMES)) {
      const context = await here.context();
      const { tab, page } = await openInTeams(
        context,
        `${here.service.origin}/editor`,
        () => ({ token: here.token('Editor') }),
        { context: { ...CONTEXT, theme, subEntityId: 'dialog/gifts-and-favours' } },
      );
      await tab.getByLabel('Bubble 1').first().fill('You put yourself at risk. Ring 01632 960 001.');
      await tab.getByText('someone put you at risk').first().waitFor({ timeout: 30_000 });
      const file = `tab-${name}.png`;
      const bytes = shrink(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      writeFileSync(join(folder, file), bytes);
      console.log(`${file.padEnd(36)} ${(bytes.length / 1024).toFixed(0).padStart(4)} KB`);
      if (bytes.length > limit) heavy.push(file);
      await context.close();
    }
  } finally {
    await here.stop();
  }
  return heavy;
}
