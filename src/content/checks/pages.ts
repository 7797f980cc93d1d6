/** Pages and news: what they cite exists, links lead somewhere, days are in order, the pages we need are there. */
import type { ContentFiles } from '../files.ts';
import { resolver } from '../link.ts';
import { addressOf, PAGES, ROLES } from '../model.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml.ts';

/** Addresses of the site that are no page of content/pages. */
const OTHER_ADDRESSES: ReadonlySet<string> = new Set(['/', '/chat', '/news']);

export function checkPages(files: ContentFiles): Problem[] {
  const problems: Problem[] = [];
  const add = (file: string, line: number, what: string, mend: string, path: Path = ['body', line]) =>
    problems.push({ file, line, path, what, mend, grade: 'error' });
  const services = new Set<string>([...ROLES, ...files.services.value.services.map(({ id }) => id)]);
  const websites = new Set(files.services.value.services.flatMap(({ id, web }) => (web ? [id] : [])));
  const dialogs = new Map(files.dialogs.map(({ value }) => [value.id, value]));
  const menu = dialogs.get('menu');
  const addresses = new Set([...OTHER_ADDRESSES, ...files.pages.map(({ value }) => addressOf(value))]);
  const audiences = new Map(files.pages.map(({ value }) => [value.id, value.for]));
  const seen = new Map<string, string>();
  for (const { file, value, blocks, lineOf } of [...files.pages, ...files.news]) {
    const twice = seen.get(value.id);
    if (twice)
      add(file, lineOf(['id']), `the id "${value.id}" is also in ${twice}`, 'give each page its own id', [
        'id',
      ]);
    seen.set(value.id, file);
    for (const block of blocks) {
      if (block.kind === 'hand-off')
        for (const id of block.services)
          if (!services.has(id))
            add(
              file,
              block.line,
              `unknown service "${id}"`,
              'name a service of content/services.yaml or front-door',
            );
      if (block.kind === 'website' && !websites.has(block.service))
        add(
          file,
          block.line,
          `no website of "${block.service}"`,
          'name a service of content/services.yaml that has `web`',
        );
      if (block.kind === 'chat' && menu && !resolver(menu, dialogs)(block.dialog))
        add(file, block.line, `no dialog "${block.dialog}"`, 'name a dialog, or dialog/step');
      const inlines =
        block.kind === 'paragraph' ? block.inlines : block.kind === 'list' ? block.items.flat() : [];
      for (const inline of inlines) {
        if (inline.kind !== 'link') continue;
        // Paper is found.
        if (inline.to.startsWith('/print') && audiences.get(value.id)?.includes('young-person') !== false)
          add(file, block.line, `a link to "${inline.to}"`, 'offer nothing to print where the young read');
        if (!addresses.has(inline.to))
          add(
            file,
            block.line,
            `a link to "${inline.to}", which is no page`,
            'link to a page of content/pages, /chat or /news',
          );
      }
    }
  }
  for (const id of PAGES)
    if (!files.pages.some(({ value }) => value.id === id))
      add(`content/pages/${id}.md`, 1, `the page "${id}" is missing`, 'write it', []);
  for (const { file, value, lineOf } of files.news) {
    if (value.until < value.from)
      add(file, lineOf(['until']), 'it ends before it begins', 'mend from or until', ['until']);
    if (value.kind === 'event' && !value.on)
      add(file, lineOf(['kind']), 'an event without a day', 'add on', ['on']);
    if (value.on && value.on > value.until)
      add(
        file,
        lineOf(['until']),
        'the notice is gone before the day of the event',
        'move until to that day or after it',
        ['until'],
      );
  }
  return problems;
}
