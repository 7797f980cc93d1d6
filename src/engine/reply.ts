/**
 * What the engine answers with: references to reviewed words, never the words. A reply is small and from
 * closed lists, so that a log of replies holds nothing about anybody; replies/render.ts turns it into messages.
 */
import type { DialogId, PlaceId, ServiceRef, StepRef, UiKey } from '../content/model.ts';

export type Reply =
  /** A step: all of it, without its question and buttons, or only these. `slim`: with the short line of numbers. */
  | {
      readonly kind: 'step';
      readonly at: StepRef;
      readonly show: 'all' | 'body' | 'choices';
      readonly slim?: true;
      /** Nothing came before it: no button leads back there. */
      readonly alone?: true;
    }
  /** One sentence of ui.yaml. */
  | { readonly kind: 'line'; readonly key: UiKey }
  /** The short line with 999 and Childline; `calm`: nothing was flagged, so who is here for work sees no children's line. */
  | { readonly kind: 'numbers'; readonly calm?: true }
  /** A card of services, opened by a button. */
  | { readonly kind: 'hand-off'; readonly services: readonly ServiceRef[] }
  /** "Is it one of these?" */
  | { readonly kind: 'guesses'; readonly dialogs: readonly DialogId[] }
  /** A home place was understood. */
  | { readonly kind: 'place'; readonly place: PlaceId }
  /** The usual ways on (back, menu, a person), without those that a step shown with them has itself. */
  | { readonly kind: 'ways-on'; readonly beside?: StepRef }
  /** The fixed help reply: the whole urgent card. */
  | { readonly kind: 'help' };

export type ReplyKind = Reply['kind'];
