/**
 * All that residents see and hear at a time: the words of one version, less what staff have hidden. It is built beside
 * the one that is shown and takes its place whole, so that nobody ever sees half of each.
 */

import type { Voice } from './channels/door.ts';
import { createWelcome } from './channels/welcome.ts';
import { asStanding, type Standing } from './content/shown.ts';
import type { Library } from './library.ts';
import type { Log } from './log.ts';
import { labelOf } from './replies/label.ts';
import { plainHelp } from './replies/plain-help.ts';
import { render } from './replies/render.ts';
import { renderPages, type SiteOptions } from './site/render.ts';
import { drawTalk } from './site/talk.tsx';
import type { DrawTalk } from './wire.ts';

export interface Edition extends Voice {
  readonly library: Library;
  /** The name of the version whose words these are. */
  readonly version: string;
  /** Staff have switched the bot off. */
  readonly off: boolean;
  readonly label: (ref: string, locale: string) => string | undefined;
  readonly draw: DrawTalk;
  readonly pages: ReturnType<typeof renderPages>;
}

export interface EditionDeps {
  readonly site: Omit<SiteOptions, 'welcome' | 'off'>;
  readonly log: Log;
  readonly now: () => number;
}

export interface Shown extends Standing {
  readonly version: string;
  readonly off: boolean;
  /** Which translations somebody has approved beside the files, as a text that changes with it; '': none. */
  readonly approved: string;
}

/** @param library the words of `shown.version` */
export function makeEdition(library: Library, shown: Shown, { site, log, now }: EditionDeps): Edition {
  const content = asStanding(library.content, shown);
  const voice: Voice = {
    render: (reply, view) => render(content, reply, view),
    help: plainHelp(content, now()),
    bot: content.ui.bot,
  };
  return {
    ...voice,
    library: { ...library, content },
    version: shown.version,
    off: shown.off,
    label: (ref, locale) => labelOf(content, ref, locale),
    draw: drawTalk(content, site),
    pages: renderPages(content, { ...site, off: shown.off, welcome: createWelcome(content, voice, log) }),
  };
}
