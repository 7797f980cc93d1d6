/** One answer of the chat without scripts, as a whole page: what was said, the answer, the ways on. */
import { h } from 'preact';
import { render as toHtml } from 'preact-render-to-string';
import { inLocale } from '../content/locale/overlay.ts';
import type { Content } from '../content/model.ts';
import { readActivity } from '../widget/activity.ts';
import { change, NO_TALK, type Over, type Talk } from '../widget/transcript.ts';
import type { DrawTalk, FormView } from '../wire.ts';
import { ChatPage } from './chat.tsx';
import { type ChatOptions, pageData } from './chat-data.ts';
import { document, EXIT_SCRIPT } from './document.ts';
import { first, numberLinks, second } from './numbers.ts';
import { SHEETS } from './styles.ts';

const OVER: Record<NonNullable<FormView['notice']>, Over> = {
  'expired-page': 'expired',
  'deleted-page': 'deleted',
};

/** What is on the screen: this turn, and nothing of those before it. */
function talkOf({ said, activities, notice, ended }: FormView, sentence: string | null): Talk {
  const incoming = activities.map(readActivity).filter((one) => one !== null);
  if (ended && incoming.length === 0) return { ...NO_TALK, over: OVER[notice ?? 'expired-page'] };
  let talk: Talk = NO_TALK;
  if (said) talk = change(talk, { kind: 'mine', key: 'said', text: said });
  if (sentence !== null) talk = change(talk, { kind: 'notice', text: sentence });
  for (const one of incoming) talk = change(talk, { kind: 'incoming', incoming: one });
  return { ...talk, waiting: false };
}

/** @param now milliseconds since the epoch: who answers by night is another than by day */
export function drawTalk(content: Content, options: ChatOptions & { readonly now: () => number }): DrawTalk {
  const { exitUrl, idleMs, now } = options;
  return (view) => {
    const { token, notice, ended, locale } = view;
    const said = inLocale(content, locale);
    const page = pageData(content, options, locale);
    const body = toHtml(
      h(ChatPage, {
        ui: said.ui,
        exitUrl,
        ping: ended ? undefined : `/chat/leave/${token}`,
        first: numberLinks(said, first(said)),
        second: numberLinks(said, second(said, now())),
        page,
        talk: talkOf(view, notice && said.ui[notice]),
        token,
      }),
    );
    // The page forgets when the server does. Nothing here needs a script (but who has one leaves faster).
    const clear = ended ? {} : { refresh: `${idleMs / 1_000}; url=/chat` };
    const { html, sheet } = document({
      title: said.ui['page-title'],
      lang: page.lang,
      body,
      sheet: SHEETS.chat,
      head: EXIT_SCRIPT,
    });
    return { html, styleHash: sheet.hash, ...clear };
  };
}
