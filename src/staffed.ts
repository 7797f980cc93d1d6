/** The staff side beside the chat: wired together, given a listener, ended. */
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Content } from './content/model.ts';
import { openAssets } from './editor/assets.ts';
import { createStaffSide, type StaffSide } from './editor/side.ts';
import type { Log } from './log.ts';
import { listenStaff } from './server/staff.ts';
import type { LiveDesk } from './store/open.ts';
import { openWorkbench } from './workbench/open.ts';

export interface StaffedDeps {
  readonly config: Config;
  readonly log: Log;
  readonly desk: LiveDesk;
  readonly content: () => Content;
  /** The version that residents are really shown. */
  readonly shown: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The folder that holds dialogs/ and content/. */
  readonly root: string;
  /** The folder of the built page. */
  readonly built: string;
}

export interface Staffed {
  /** For the public server; absent where the staff side has a port of its own. */
  readonly staff?: StaffSide;
  /**
   * Opens the own port, where there is one.
   * @param base the public address
   * @returns what to tell whoever started it
   */
  open(base: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** With STAFF=off nobody can change anything here. */
const NOBODY: Staffed = { open: async () => [], close: async () => {} };

export function staffed({ config, log, desk, content, shown, now, root, built }: StaffedDeps): Staffed {
  if (!config.staff) return NOBODY;
  const workbench = openWorkbench({ filesOf: (id) => desk.filesOf(id), root, drafts: !config.production });
  const assets = openAssets(join(built, 'editor'));
  const side = createStaffSide({ config, log, desk, workbench, assets, now, content, shown, root });
  const apart = config.editorPort !== undefined;
  let own: { readonly port: number; close(): Promise<void> } | undefined;
  return {
    ...(apart ? {} : { staff: side }),
    async open(base) {
      if (apart) own = await listenStaff({ config, log, staff: side });
      const address =
        config.editorUrl ?? (own ? `${new URL(base).protocol}//${new URL(base).hostname}:${own.port}` : base);
      return side.lines(address);
    },
    async close() {
      await Promise.all([own?.close(), workbench.close()]);
    },
  };
}
