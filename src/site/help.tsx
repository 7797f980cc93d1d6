/** What is shown when there is no such page, or when we failed. */
import type { UiKey } from '../content/model.ts';
import { Frame, Numbers, type PageProps } from './frame.tsx';
import { Scene } from './sprite.tsx';

/** For an address that does not exist, and for a fault of ours; `why` is the sentence that says which. */
export function HelpPage({ why, ...props }: PageProps & { readonly why: UiKey }) {
  const { ui, second } = props;
  return (
    <Frame {...props}>
      <main>
        <div class="about help">
          <Numbers links={second} />
          <p class="intro">{ui[why]}</p>
          <p>
            <a class="choice" href="/chat">
              {ui['new-chat']}
            </a>
          </p>
          <Scene />
        </div>
      </main>
    </Frame>
  );
}
