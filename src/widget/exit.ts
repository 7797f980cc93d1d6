/** "Leave now": the page is white first, then everything else happens. Without script it is a plain link. */

function blank(): void {
  document.documentElement.className = 'left';
  document.title = '\u00a0';
  document.body.textContent = '';
}

/**
 * @param link the link of the page; its address is the neutral page
 * @param onLeave deletes the talk
 */
export function installExit(link: HTMLAnchorElement, onLeave: () => void): void {
  const away = link.href;
  let left = false;
  // What it says is only true from now on.
  link.setAttribute('aria-describedby', 'exit-help');
  document.getElementById('exit-help')?.removeAttribute('hidden');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    left = true;
    blank();
    try {
      onLeave();
    } finally {
      location.replace(away);
    }
  });
  // Back, from a browser that kept the page: there is nothing to see, and it leaves again.
  addEventListener('pageshow', (event) => {
    if (left && event.persisted) location.replace(away);
  });
}
