/** What the thread and those who ask it say to each other. */
import type { Files, Marked, Workbench } from './workbench.ts';

/** What can be asked of the thread: all that a workbench does. */
export type Task = Exclude<keyof Workbench, 'close'>;

export type ToThread =
  | { readonly kind: 'do'; readonly id: number; readonly task: Task; readonly args: readonly unknown[] }
  | { readonly kind: 'files'; readonly version: string; readonly files: Files | null };

export type FromThread =
  /** Everything is loaded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'files'; readonly version: string }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'broken'; readonly id: number; readonly problems: readonly Marked[] }
  | { readonly kind: 'failed'; readonly id: number; readonly why: 'no-such-version' | 'error' };

/** What a thread is told when it starts. */
export interface Start {
  /** The folder with the messages that the model learns from. */
  readonly root: string;
  /** Whether translations that nobody has approved may be shown. */
  readonly drafts: boolean;
}
