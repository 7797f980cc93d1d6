/** The way out, the note that counts Shift, and the cover over a page that somebody comes back to. */
import type { UiKey } from '../content/model.ts';

interface WithTexts {
  readonly ui: Readonly<Record<UiKey, string>>;
}

interface ExitProps extends WithTexts {
  readonly exitUrl: string;
  readonly ping: string | undefined;
}

/** A plain link until the script comes (src/widget/exit.ts). In a frame it is the page around it that leaves. */
export const Exit = ({ ui, exitUrl, ping }: ExitProps) => (
  <>
    <a
      id="exit"
      class="exit"
      data-ui="exit"
      href={exitUrl}
      ping={ping}
      target="_top"
      rel="noreferrer nofollow"
    >
      {ui.exit}
    </a>
    <p id="exit-note" class="exit-note" role="status" />
    {/* What the note may say; each is read out only there. */}
    <span hidden id="left2" data-ui="exit-shift-2">
      {ui['exit-shift-2']}
    </span>
    <span hidden id="left1" data-ui="exit-shift-1">
      {ui['exit-shift-1']}
    </span>
  </>
);

/** Never seen unless the script covers the page (src/widget/cover.ts). */
export const PageCover = ({ ui }: WithTexts) => (
  <button id="page-cover" class="page-cover" type="button" data-ui="page-show">
    {ui['page-show']}
  </button>
);
