/** A page with the numbers and nothing else: no script, no request. The app carries it for when there is no network. */
import { actionsOf } from '../contacts/words.ts';
import { type Content, KNOWN_SERVICES } from '../content/model.ts';

/** Who is on it. Each says in its own words when it answers, so that the page is true at any hour. */
const ON_CARD = [
  KNOWN_SERVICES.emergency,
  KNOWN_SERVICES.childline,
  'shout',
  'wilts-mash',
  'wilts-out-of-hours',
];
const STYLE = `
:root{color-scheme:light dark;--paper:#fbf6ec;--ink:#16323a;--card:#fffdf9;--line:#5b7a80;--lead:#0b6663;--on:#fff;--now:#b4261c}
@media (prefers-color-scheme:dark){:root{--paper:#0f1d22;--ink:#f2ecdf;--card:#223c44;--line:#b3c3c4;--lead:#84dccb;--on:#06302d;--now:#ff9d8f}}
*{box-sizing:border-box}
body{margin:0;padding:max(1rem,env(safe-area-inset-top)) max(1rem,env(safe-area-inset-right)) max(1rem,env(safe-area-inset-bottom)) max(1rem,env(safe-area-inset-left));background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto}
h1{font-size:1.5rem;line-height:1.2}
section{margin:0 0 .75rem;padding:.875rem;border:1px solid var(--line);border-radius:1.125rem;background:var(--card)}
h2{margin:0;font-size:1.125rem}
p{margin:.25rem 0 .5rem}
a{display:inline-grid;place-items:center;min-height:3rem;margin:0 .5rem .25rem 0;padding:.5rem 1rem;border:2px solid transparent;border-radius:.875rem;background:var(--lead);color:var(--on);font-weight:650;text-decoration:none}
.now a{background:var(--now)}
`.replaceAll('\n', '');

const asHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @returns the whole document, the same for the same content */
export function helpCard(content: Content): string {
  const { ui } = content;
  const sections = ON_CARD.flatMap((id) => {
    const service = content.services.get(id);
    if (!service) return [];
    const links = actionsOf(content, service)
      .filter(({ kind }) => kind !== 'open')
      .map(({ label, href }) => `<a href="${asHtml(href)}">${asHtml(label)}</a>`);
    const look = service.emergency ? ' class="now"' : '';
    return [
      `<section${look}><h2>${asHtml(service.name)}</h2><p>${asHtml(service.says)}</p>${links.join('')}</section>`,
    ];
  });
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${asHtml(ui['site-title'])}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="format-detection" content="telephone=no">
<style>${STYLE}</style></head><body><main>
<h1>${asHtml(ui['help-title'])}</h1>
${sections.join('\n')}
<p>${asHtml(ui['card-call-trace'])}</p>
</main></body></html>
`;
}
