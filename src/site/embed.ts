/** The chat as others hold it: /embed in a frame of the council's pages, /app in the app's web view; and /embed.js. */
import { slimNumbers } from '../contacts/slim.ts';
import type { Content } from '../content/model.ts';
import type { EmbedSettings } from '../widget/embed.ts';
import { type DocumentParts, type Drawn, packed, type SitePage } from './document.ts';
import type { Draw } from './site.ts';
import { SHEETS, themed } from './styles.ts';

const JS = 'text/javascript; charset=utf-8';

/** The chat page with something else about it. */
export type DrawChat = (at: number, other: Partial<Pick<DocumentParts, 'sheet' | 'head' | 'theme'>>) => Drawn;

/** The app says which theme it wears by the address; otherwise the phone does. */
const THEMES = [
  ['/app', {}],
  ['/app?theme=auto', {}],
  ['/app?theme=dark', { theme: 'dark', sheet: themed(SHEETS.chat, 'dark') }],
  ['/app?theme=light', { theme: 'light', sheet: themed(SHEETS.chat, 'light') }],
] as const;

/**
 * @param chat draws the chat page
 * @param parents origins whose pages may hold the frame
 */
export function heldChats(chat: DrawChat, parents: readonly string[]): [string, Draw][] {
  const bridge = (more: string) => `<script src="/bridge.js" type="module"${more}></script>`;
  // A link in the frame opens beside the council's page: no other page of ours may be shown in a frame. Without
  // scripts the answer opens there too and this page stays: it may post again, so it has no name of one use.
  const head = `<base target="_blank">${bridge(` data-parents="${parents.join(' ')}"`)}`;
  const embed: Draw = (at) => ({ ...chat(at, { sheet: SHEETS.embed, head }), frame: parents });
  return [
    ['/embed', embed],
    ...THEMES.map(([path, theme]): [string, Draw] => [
      path,
      (at) => ({ ...chat(at, { head: bridge(''), ...theme }), begins: true }),
    ]),
  ];
}

/** The script with the words, the numbers and the neutral page written into it. */
function embedScript(content: Content, exitUrl: string, script: Buffer): SitePage {
  const { ui } = content;
  const settings: EmbedSettings = {
    exitUrl,
    open: ui['embed-open'],
    close: ui['embed-close'],
    title: ui['embed-title'],
    shift: [ui['exit-shift-2'], ui['exit-shift-1']],
    numbers: slimNumbers(content).actions.slice(0, 2),
  };
  const text = `(SIGNPOST=>{${script.toString()}})(${JSON.stringify(settings)})`;
  return { ...packed(JS, text), shared: true };
}

interface HeldScripts {
  readonly exitUrl: string;
  readonly bridgeJs?: Buffer;
  readonly embedJs?: Buffer;
}

/** @returns the scripts of /embed and /app, and /embed.js */
export function heldScripts(content: Content, { exitUrl, bridgeJs, embedJs }: HeldScripts) {
  const scripts: [string, SitePage][] = [];
  if (bridgeJs) scripts.push(['/bridge.js', packed(JS, bridgeJs)]);
  if (embedJs) scripts.push(['/embed.js', embedScript(content, exitUrl, embedJs)]);
  return scripts;
}
