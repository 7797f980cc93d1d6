/** The chat page as the server sends it: a chat already, with the numbers, before any script has run. */
import { App } from '../widget/app.tsx';
import type { PageData } from '../widget/page-data.ts';
import { Tools } from '../widget/tools.tsx';
import { begun, type Talk } from '../widget/transcript.ts';
import { Frame, Numbers, type PageProps } from './frame.tsx';
import { Scene } from './sprite.tsx';

export interface ChatPageProps extends PageProps {
  readonly page: PageData;
  /** The welcome unless given. */
  readonly talk?: Talk;
  /** Names the talk that goes on without scripts. */
  readonly token?: string | undefined;
}

export function ChatPage({ page, talk = begun(page.welcome), token, ...props }: ChatPageProps) {
  const { ui, second } = props;
  return (
    <Frame {...props}>
      <main>
        <div class="about">
          <Numbers links={second} />
          <p class="intro" data-ui="page-intro">
            {ui['page-intro']}
          </p>
          <p class="promise" data-ui="promise">
            {ui.promise}
          </p>
          <p class="exit-help" id="exit-help" hidden>
            <b data-ui="exit">{ui.exit}</b> <span data-ui="exit-help">{ui['exit-help']}</span>{' '}
            <a href="/leaving" data-ui="exit-more">
              {ui['exit-more']}
            </a>
          </p>
          <Scene />
        </div>
        <div class="talk">
          <div id="chat">
            <App talk={talk} page={page} token={token} />
          </div>
          {!talk.over && (
            <div id="tools">
              <Tools talk={talk} page={page} on={undefined} />
            </div>
          )}
        </div>
      </main>
    </Frame>
  );
}
