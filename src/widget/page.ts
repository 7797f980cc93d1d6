/** On every page, before anything else of ours: the way out, and the cover over a page that is come back to. */
import { watchReturn } from './cover.ts';
import { installExit } from './exit.ts';

watchReturn();
const exit = document.getElementById('exit');
if (exit instanceof HTMLAnchorElement) installExit(exit);
