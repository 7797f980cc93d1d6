/** Where words stand in what residents see now: somebody was told of a sentence, and looks for it. */
import type { Asked, Found } from './api.ts';
import { type Call, filesOf, type Tools } from './route.ts';
import { idOf } from './survey.ts';

const MOST = 50;
/** Files whose lines are texts that somebody reads. */
const READ =
  /^(?:dialogs\/|content\/(?:pages|print|news)\/|content\/ui\.yaml$|content\/services\.yaml$|content\/[a-z-]+\/(?:dialogs\/|ui\.yaml$|services\.yaml$))/;

/** Quotes and dashes are typed in many ways. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll(/\s+/g, ' ');

const titleOf = (text: string, path: string): string => TITLE.exec(text)?.[1] ?? idOf(path);

/** Plain, or with the stamp of the English that it was made from. */
const TITLE = /^title: *(?:\{.*?text: *)?"?(.+?)"?(?: *\})?$/m;

/** The words of a line, without the marks of its file. */
const bare = (line: string): string =>
  (/text: *"?(.+?)"? *\}$/.exec(line)?.[1] ?? line.trim()).replace(/^- /, '').replace(/^[a-z-]+: /, '');

/** GET /search */
export async function search(tools: Tools, { query }: Call<unknown, Asked<'search'>>): Promise<Found> {
  const wanted = plain(query.words);
  const found: { path: string; title: string; line: string }[] = [];
  for (const [path, text] of Object.entries(await filesOf(tools, tools.desk.current().live))) {
    if (!READ.test(path) || !plain(text).includes(wanted)) continue;
    for (const line of text.split('\n')) {
      if (found.length === MOST) return { found };
      if (plain(line).includes(wanted))
        found.push({ path, title: titleOf(text, path), line: bare(line).slice(0, 300) });
    }
  }
  return { found };
}
