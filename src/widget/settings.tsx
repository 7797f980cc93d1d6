/** The settings: the server drew them; what they can do is fetched when somebody opens them, and again until it comes. */
import { hydrate, render } from 'preact';
import type { PageData } from './page-data.ts';
import type { Tools, ToolsProps } from './tools.tsx';

/** The script of the settings, beside this one (src/cli/build.mjs). */
const TOOLS = './tools.js';
const fetched = (path: string): Promise<typeof import('./tools.tsx')> => import(path);

/**
 * @param drawn as the server drew them: another language may have come before their script
 * @param now what they are to show
 */
export function watchSettings(drawn: PageData, now: () => ToolsProps) {
  const place = document.getElementById('tools') as HTMLElement;
  const panel = place.firstElementChild as HTMLDetailsElement;
  let Settings: typeof Tools | undefined;
  /** Grows with each try that failed: a browser remembers that an address did not come. */
  let again = '';

  function draw(): void {
    place.hidden = now().talk.over !== null;
    if (Settings) render(<Settings {...now()} />, place);
  }

  /** Draws them in the language of the talk, which takes their script. */
  async function load(): Promise<void> {
    if (!Settings) {
      const file = await fetched(`${TOOLS}${again}`).catch(() => null);
      if (!file) again += '?';
      else if (!Settings) {
        Settings = file.Tools;
        hydrate(<Settings {...now()} page={drawn} />, place);
      }
    }
    draw();
  }

  place.addEventListener(
    'toggle',
    async ({ target }) => {
      if (target !== panel || !panel.open) return;
      await load();
      place.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    },
    true,
  );
  return { draw, load, close: () => panel.removeAttribute('open') };
}
