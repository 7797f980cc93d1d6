/** Draws every page of the site with the words of a trial: what cannot be drawn would be an error to whoever comes. */
import { addressOf, type Content } from '../content/model.ts';
import { errorIn, type Problem } from '../content/problem.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SUNDAY = 0;

/** Now, in the dead of a Sunday's night, and when today's news is long gone. */
function times(now: number): number[] {
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => midnight + n * DAY_MS);
  const sunday = days.find((day) => new Date(day).getUTCDay() === SUNDAY) ?? midnight;
  return [now, sunday + 3 * HOUR_MS, now + 400 * DAY_MS];
}

const FOLDERS = [
  [/^\/(?:news|feed)/, 'content/news'],
  [/^\/report-it/, 'content/pages/report-it.md'],
] as const;

/** The file, or the folder, whose words stand on a page. */
function fileOf({ pages }: Content, path: string): string {
  const page = [...pages.values()].find((one) => addressOf(one) === path);
  if (page) return `content/${page.print ? 'print' : 'pages'}/${page.id}.md`;
  return FOLDERS.find(([pattern]) => pattern.test(path))?.[1] ?? 'content/ui.yaml';
}

const problem = (file: string, what: string): Problem =>
  errorIn(file)(1, what, 'take back what was changed last; if that does not help, tell a developer', []);

/**
 * @param now milliseconds since the epoch
 * @returns what cannot be drawn, once for each page
 */
export async function undrawn(content: Content, now: number): Promise<Problem[]> {
  // Loaded when it is first needed: whoever only types does not wait for it.
  const { renderPages } = await import('../site/render.ts');
  const none = Buffer.alloc(0);
  const options = { exitUrl: 'https://www.gov.uk/', idleMs: DAY_MS, lifeMs: DAY_MS };
  const draw = () =>
    renderPages(content, { ...options, widgetJs: none, pageJs: none, welcome: () => [], now: () => now });
  let pages: ReturnType<typeof draw>;
  try {
    pages = draw();
  } catch {
    return [problem('content', 'the pages of the site cannot be drawn')];
  }
  const wrong = new Set<string>();
  for (const at of times(now))
    for (const path of pages.keys()) {
      try {
        pages.drawAt(path, at);
      } catch {
        wrong.add(path);
      }
    }
  return [...wrong].map((path) => problem(fileOf(content, path), `the page ${path} cannot be drawn`));
}
