/** On pages without a chat: the way out, and nothing else. */
import { installExit } from './exit.ts';

const exit = document.getElementById('exit');
if (exit instanceof HTMLAnchorElement) installExit(exit, () => {});
