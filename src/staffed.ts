/** The staff side beside the chat: wired together, given a listener, ended. */
import { join } from 'node:path';
import type { Config } from './config.ts';
import { openAssets } from './editor/assets.ts';
import { createStaffSide, type StaffDeps, type StaffSide } from './editor/side.ts';
import { listenStaff } from './server/staff.ts';
import { openWorkbench } from './workbench/open.ts';

export interface StaffedDeps extends Omit<StaffDeps, 'workbench' | 'assets'> {
  readonly config: Config;
  /** The folder of the built page. */
  readonly built: string;
  /** The own port could not be had. */
  readonly onFailed: () => void;
}

export interface Staffed {
  /** For the public server; absent where the staff side has a port of its own. */
  readonly staff?: StaffSide;
  /**
   * Opens the own port, where there is one. Never rejects.
   * @param base the public address
   * @returns what to tell whoever started it
   */
  open(base: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** With STAFF=off nobody can change anything here. */
const NOBODY: Staffed = { open: async () => [], close: async () => {} };

export function staffed({ built, onFailed, ...deps }: StaffedDeps): Staffed {
  const { config, log, desk, root } = deps;
  if (!config.staff) return NOBODY;
  const workbench = openWorkbench({ filesOf: (id) => desk.filesOf(id), root, drafts: !config.production });
  const staff = createStaffSide({ ...deps, workbench, assets: openAssets(join(built, 'editor')) });
  const close = () => workbench.close();
  if (config.editorPort === undefined)
    return { staff, open: async (base) => staff.lines(config.editorUrl ?? base), close };
  let own: Awaited<ReturnType<typeof listenStaff>> | undefined;
  return {
    async open(base) {
      try {
        own = await listenStaff({ config, log, staff });
      } catch {
        // The chat is open: it must not end because of this.
        log.error('staff-failed', { code: 'not-set-up' });
        onFailed();
        return [
          `The editor cannot be opened: set EDITOR_PORT to a port that is free (${config.editorPort} is not).`,
        ];
      }
      const { protocol, hostname } = new URL(base);
      return staff.lines(config.editorUrl ?? `${protocol}//${hostname}:${own.port}`);
    },
    async close() {
      await Promise.all([own?.close(), close()]);
    },
  };
}
