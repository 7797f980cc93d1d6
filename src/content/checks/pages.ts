/** Pages and news: what they cite exists, links lead somewhere, days are in order, the pages we need are there. */
import type { ContentFiles } from '../files.ts';
import { resolver } from '../link.ts';
import { addressOf, PAGES, ROLES } from '../model.ts';
import { errorIn, type Problem } from '../problem.ts';
import type { Path } from '../yaml.ts';

/** Addresses of the site that are no page of content/pages. */
const OTHER_ADDRESSES: ReadonlySet<string> = new Set(['/', '/chat', '/news']);

/** What stands there is no page of these: the chat, its doors, the feeds, the editor, what machines ask for. */
const RESERVED: ReadonlySet<string> = new Set([
  'api',
  'app',
  'assets',
  'chat',
  'editor',
  'embed',
  'feed',
  'health',
  'metrics',
  'news',
  'print',
  'v3',
]);

export function checkPages(files: ContentFiles): Problem[] {
  const problems: Problem[] = [];
  const add = (file: string, line: number, what: string, mend: string, path: Path = ['body', line]) =>
    problems.push(errorIn(file)(line, what, mend, path));
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
      add(
        file,
        lineOf(['id']),
        `${twice} has the same short name: "${value.id}"`,
        'give each page a short name of its own (id)',
        ['id'],
      );
    seen.set(value.id, file);
    if (RESERVED.has(value.id))
      add(
        file,
        lineOf(['id']),
        `"${value.id}" is the address of something else`,
        'give the page another short name (id)',
        ['id'],
      );
    for (const block of blocks) {
      if (block.kind === 'hand-off')
        for (const id of block.services)
          if (!services.has(id))
            add(
              file,
              block.line,
              `there is no service "${id}"`,
              'choose one of the list of services, or the front door',
            );
      if (block.kind === 'website' && !websites.has(block.service))
        add(
          file,
          block.line,
          `"${block.service}" is no service with a website`,
          'choose one of the list of services that has a website',
        );
      if (block.kind === 'chat' && menu && !resolver(menu, dialogs)(block.dialog))
        add(
          file,
          block.line,
          `there is no dialog "${block.dialog}"`,
          'choose a dialog, or write dialog/step',
        );
      const inlines =
        block.kind === 'paragraph' ? block.inlines : block.kind === 'list' ? block.items.flat() : [];
      for (const inline of inlines) {
        if (inline.kind !== 'link') continue;
        // Paper is found.
        if (inline.to.startsWith('/print') && audiences.get(value.id)?.includes('young-person') !== false)
          add(
            file,
            block.line,
            `a link to something to print: "${inline.to}"`,
            'take it out: young people read this page, and paper is found',
          );
        if (!addresses.has(inline.to))
          add(
            file,
            block.line,
            `a link to "${inline.to}", which is no page`,
            'link to a page of this site, to /chat or to /news',
          );
      }
    }
  }
  for (const id of PAGES)
    if (!files.pages.some(({ value }) => value.id === id))
      add(`content/pages/${id}.md`, 1, `the page "${id}" is missing`, 'put it back: the site needs it', []);
  for (const { file, value, lineOf } of files.news) {
    if (value.until < value.from)
      add(
        file,
        lineOf(['until']),
        'it ends before it begins',
        'change its first day or its last (from, until)',
        ['until'],
      );
    if (value.kind === 'event' && !value.on)
      add(file, lineOf(['kind']), 'an event without a day', 'write the day of the event (on)', ['on']);
    if (value.on && value.on < value.from)
      add(
        file,
        lineOf(['on']),
        'the event is over before the notice of it is shown',
        'move its first day to that day or before it (from)',
        ['on'],
      );
    if (value.on && value.on > value.until)
      add(
        file,
        lineOf(['until']),
        'the notice is gone before the day of the event',
        'move its last day to that day or after it (until)',
        ['until'],
      );
  }
  return problems;
}
