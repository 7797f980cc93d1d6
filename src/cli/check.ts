/** `npm run check`: every mistake in the content, with file, line and how to mend it. `-- --release`: the launch gate too. */
import { showProblem } from '../content/problem.ts';
import { checkRelease } from '../content/release.ts';
import { checkLibrary } from '../library.ts';
import { checkTable } from './check-table.ts';

const root = process.cwd();
const { problems: found, files, library } = checkLibrary(root);
const today = new Date().toISOString().slice(0, 10);
const problems = [
  ...found,
  ...(files ? checkRelease(root, files, today, process.argv.includes('--release')) : []),
];
for (const problem of problems) console.log(showProblem(problem));
const errors = problems.filter((problem) => problem.grade === 'error').length;
if (files) for (const line of checkTable(files, checkRelease(root, files, today, true))) console.log(line);
if (library) {
  const { content } = library;
  console.log(
    `${content.dialogs.size} dialogs, ${content.steps.size} steps, ${content.pages.size} pages, ` +
      `${content.news.length} pieces of news, ${content.services.size} services, ${content.places.size} places, ` +
      `${content.risk.patterns.length} risk patterns, ${Object.keys(content.risk.concepts).length} concepts`,
  );
}
const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
console.log(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`);
process.exitCode = errors > 0 ? 1 : 0;
