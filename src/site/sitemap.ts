/** What search engines are told. Until SEARCH is on every answer says noindex, and they must be let in to see that. */
import { addressOf, type Content } from '../content/model.ts';
import { packed, type SitePage } from './document.ts';

/**
 * @param base our own origin, as people see it
 * @param search whether the pages may be listed
 * @returns /robots.txt, and /sitemap.xml when they may
 */
export function searchFiles(content: Content, base: string, search: boolean): [string, SitePage][] {
  const robots = `User-agent: *\nAllow: /\n${search ? `Sitemap: ${base}/sitemap.xml\n` : ''}`;
  const files: [string, SitePage][] = [['/robots.txt', packed('text/plain; charset=utf-8', robots)]];
  if (!search) return files;
  // Nobody looks for a page to be printed.
  const paths = [...content.pages.values()].filter(({ print }) => !print).map(addressOf);
  // An origin and an id hold nothing that XML would take for its own.
  const urls = [...paths, '/news'].map((path) => `<url><loc>${base}${path}</loc></url>`);
  const map = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
  return [...files, ['/sitemap.xml', packed('application/xml; charset=utf-8', map)]];
}
