/** The chat is switched off: what stands at its addresses instead, with whoever can be reached now. */

import type { ComponentChild } from 'preact';
import { h } from 'preact';
import { type Content, KNOWN_SERVICES } from '../content/model.ts';
import type { Drawn } from './document.ts';
import { HandOff } from './hand-off.tsx';
import type { Draw } from './site.ts';

const SERVICES = [KNOWN_SERVICES.childline, 'front-door', KNOWN_SERVICES.emergency] as const;

/** Where a chat stands when it is on: the page, the frame, and the app's view in its themes. */
const CHATS = ['/chat', '/embed', '/app', '/app?theme=auto', '/app?theme=dark', '/app?theme=light'] as const;

/**
 * @param article draws a page of words
 * @param parents origins whose pages may hold the frame
 * @returns a page for each address of the chat
 */
export function offPages(
  content: Content,
  article: (here: string, title: string, at: number, parts: readonly ComponentChild[]) => Drawn,
  parents: readonly string[],
): [string, Draw][] {
  const { ui } = content;
  const draw: Draw = (at) =>
    article('', ui['switched-off-title'], at, [
      h('p', { class: 'intro' }, ui['switched-off']),
      h(HandOff, { services: SERVICES, content, audience: 'young-person', at, top: true }),
    ]);
  return CHATS.map((path) => [path, path === '/embed' ? (at) => ({ ...draw(at), frame: parents }) : draw]);
}
