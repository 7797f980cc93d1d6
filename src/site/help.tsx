/** What is shown when there is no such page, or when we failed: who can help, and the way into the chat. */
import type { UiKey } from '../content/model.ts';
import { Numbers, type PageProps } from './frame.tsx';

interface HelpProps extends Pick<PageProps, 'ui' | 'second'> {
  /** The sentence that says what happened. */
  readonly why: UiKey;
}

export const HelpParts = ({ ui, second, why }: HelpProps) => (
  <>
    <p class="intro">{ui[why]}</p>
    <Numbers links={second} />
    <p>
      <a class="choice" href="/chat">
        {ui['new-chat']}
      </a>
    </p>
  </>
);
