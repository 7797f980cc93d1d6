/** Every page of the site with the real words, drawn as on a Tuesday morning. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWelcome } from '../../src/channels/welcome.ts';
import { createLog } from '../../src/log.ts';
import { render } from '../../src/replies/render.ts';
import type { SitePage } from '../../src/site/document.ts';
import { renderPages, type SiteOptions } from '../../src/site/render.ts';
import { TUESDAY_TEN } from '../bot.ts';
import { realLibrary } from '../library.ts';

const none = Buffer.from('');
/** The options of a site without scripts. */
export const BARE_SITE = {
  exitUrl: 'https://weather.example/',
  idleMs: 900_000,
  lifeMs: 3_600_000,
  widgetJs: none,
  pageJs: none,
  now: () => TUESDAY_TEN,
};

/**
 * @param folder where the scripts were built; without it they are empty
 * @param more other options of the site, such as its clock
 */
export function pagesOf(folder?: string, more: Partial<SiteOptions> = {}): ReadonlyMap<string, SitePage> {
  const script = (name: string): Buffer => {
    const path = folder && join(folder, name);
    return path && existsSync(path) ? readFileSync(path) : none;
  };
  const { content } = realLibrary();
  const log = createLog(() => {}, 'error');
  return renderPages(content, {
    welcome: createWelcome(
      content,
      { render: (reply, view) => render(content, reply, view), help: '', bot: content.ui.bot },
      log,
    ),
    ...BARE_SITE,
    widgetJs: script('widget.js'),
    pageJs: script('page.js'),
    toolsJs: script('tools.js'),
    bridgeJs: script('bridge.js'),
    embedJs: script('embed.js'),
    ...more,
  });
}
