/** "Leave now": the page is white first, then everything else happens. Without script it is a plain link. */
import { watchShift } from './shift.ts';

/**
 * Happens on `window` when somebody leaves: whoever holds something of the talk gives it up now. Cancelled by who
 * takes the whole page away in our place.
 */
export const LEAVE = 'signpost-leave';

function blank(): void {
  document.documentElement.className = 'left';
  document.title = '\u00a0';
  document.body.textContent = '';
}

/** Some phones push the whole page up when their keyboard opens: the head comes down again by as much. */
function keepInView(): void {
  const view = visualViewport;
  if (!view) return;
  view.onscroll = view.onresize = () => {
    const pushed = view.scale < 1.1 ? view.offsetTop : 0;
    document.documentElement.style.setProperty('--pushed', `${pushed}px`);
  };
}

/** @param link the link of the page; its address is the neutral page */
export function installExit(link: HTMLAnchorElement): void {
  const away = link.href;
  const note = document.getElementById('exit-note');
  let left = false;

  function leave(): void {
    if (left) return;
    left = true;
    blank();
    // A talk by form has nobody else who deletes it. The link alone would tell, but it is not followed.
    const ping = link.getAttribute('ping');
    if (ping) navigator.sendBeacon(ping);
    if (!dispatchEvent(new Event(LEAVE, { cancelable: true }))) return;
    // In a frame it is the page around it that must go. If that may not be, the white stays.
    try {
      (top ?? window).location.replace(away);
    } catch {}
  }

  const help = document.getElementById('exit-help');
  if (help) {
    // What it says is only true from now on.
    help.hidden = false;
    link.setAttribute('aria-describedby', help.id);
  }
  keepInView();
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  watchShift((more) => {
    if (!note) return;
    const words = document.getElementById(`left${more}`);
    note.textContent = words?.textContent ?? '';
    note.lang = (words?.closest<HTMLElement>('[lang]') ?? note).lang;
  }, leave);
}
