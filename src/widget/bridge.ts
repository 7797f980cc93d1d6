/**
 * Talks to whoever holds the chat: the council's page around the frame of /embed, or the app around the web view of
 * /app. What is said is one of these messages and never a word of the talk.
 */
import { LEAVE } from './exit.ts';

export type HeldMessage =
  /** The chat is there. */
  | { readonly type: 'ready' }
  /** The person leaves, now: show something else. */
  | { readonly type: 'exit' }
  /** To an app that opens numbers itself: `tel:` or `sms:`. */
  | { readonly type: 'call'; readonly href: string }
  /** From the frame: how high it would like to be, in CSS pixels. */
  | { readonly type: 'size'; readonly height: number }
  /** From the frame: Escape was pressed. */
  | { readonly type: 'close' };

interface Hearer {
  postMessage(message: string): void;
  readonly handlesLinks?: boolean;
}
interface Held {
  readonly SignpostHost?: Hearer;
  readonly ReactNativeWebView?: Hearer;
  readonly webkit?: { readonly messageHandlers?: { readonly signpost?: Hearer } };
}

/** @param parents origins of the pages that may hold the frame */
function inFrame(parents: readonly string[]): void {
  let holder = '';
  const tell = (message: HeldMessage) => holder && parent.postMessage(message, holder);
  const size = () => tell({ type: 'size', height: document.documentElement.scrollHeight });
  // The page around us speaks first: only then do we know who it is.
  addEventListener('message', ({ source, origin }) => {
    if (source !== parent || !parents.includes(origin)) return;
    holder = origin;
    tell({ type: 'ready' });
    size();
  });
  addEventListener(LEAVE, (event) => {
    if (holder) event.preventDefault();
    tell({ type: 'exit' });
  });
  addEventListener('keydown', ({ key }) => key === 'Escape' && tell({ type: 'close' }));
  new ResizeObserver(size).observe(document.body);
}

function inApp(): void {
  const held = window as Held;
  // Looked up each time: an app may put its object there late.
  const app = () => held.SignpostHost ?? held.webkit?.messageHandlers?.signpost ?? held.ReactNativeWebView;
  const tell = (message: HeldMessage) => app()?.postMessage(JSON.stringify(message));
  addEventListener(LEAVE, () => tell({ type: 'exit' }));
  addEventListener(
    'click',
    (event) => {
      const href = event.target instanceof Element && event.target.closest('a')?.href;
      if (!href || !/^(?:tel|sms):/.test(href) || !held.SignpostHost?.handlesLinks) return;
      event.preventDefault();
      tell({ type: 'call', href });
    },
    true,
  );
  addEventListener('load', () => tell({ type: 'ready' }));
}

/** `data-parents` of our tag: the origins, with a space between; no such attribute in the app. */
const parents = document.querySelector<HTMLElement>('[data-parents]')?.dataset.parents;
if (parents === undefined) inApp();
else inFrame(parents.split(' '));
