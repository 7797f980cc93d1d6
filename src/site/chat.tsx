/** The chat page as the server sends it: complete, with the numbers, before any script has run. */
import { Frame, Numbers, type PageProps } from './frame.tsx';
import { Scene } from './sprite.tsx';

export function ChatPage(props: PageProps) {
  const { ui, second } = props;
  return (
    <Frame {...props}>
      <main>
        <div class="about">
          <Numbers links={second} />
          <p class="intro">{ui['page-intro']}</p>
          <p class="promise">{ui.promise}</p>
          <p class="exit-help" id="exit-help" hidden>
            <b>{ui.exit}</b> {ui['exit-help']}
          </p>
          <Scene />
        </div>
        <div class="talk" id="chat">
          <noscript>
            <p class="notice">{ui.noscript}</p>
          </noscript>
          <p class="typing">
            <i />
            <i />
            <i />
          </p>
          <p class="notice late">{ui.noscript}</p>
        </div>
      </main>
    </Frame>
  );
}
