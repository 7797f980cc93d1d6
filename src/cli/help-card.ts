/** `npm run help-card`: writes the app's card of numbers afresh, from the registry. */
import { writeFileSync } from 'node:fs';
import { openLibrary } from '../library.ts';
import { helpCard } from '../site/help-card.ts';

const path = 'deploy/examples/help-card.html';
writeFileSync(path, helpCard(openLibrary(process.cwd(), false).content));
console.log(`${path} is written.`);
