/** Panels of a map as one SVG: no scripts, no fonts of its own, light and dark by the reader's choice. */
import type { Box, Line, Panel } from './graph.ts';

const GAP = 40;
const TITLE = 34;
/** A sheet as wide as the widest panel, or this. */
const MIN_WIDTH = 2400;

const STYLE = `
svg{--paper:#fff;--ink:#1b2430;--line:#8a94a3;--step:#eef3fa;--card:#e3f4e8;--out:#fff6df;--urgent:#fde6e4;font:12px system-ui,sans-serif;background:var(--paper)}
@media(prefers-color-scheme:dark){svg{--paper:#14181f;--ink:#e8ecf2;--line:#75808f;--step:#222b38;--card:#1d3526;--out:#3a321c;--urgent:#452322}}
text{fill:var(--ink)}.title{font-weight:700;font-size:18px}.name{font-weight:600}
rect{stroke:var(--line);fill:var(--step);rx:8}.card{fill:var(--card)}.way-out{fill:var(--out);stroke-dasharray:4 3}.urgent{fill:var(--urgent)}
path{fill:none;stroke:var(--line);stroke-width:1.2;marker-end:url(#arrow)}#arrow path{fill:var(--line);stroke:none;marker-end:none}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const box = ({ x, y, width, height, lines, kind, id }: Box): string => {
  const texts = lines.map(
    (line, n) =>
      `<text x="${x + 10}" y="${y + 22 + n * 16}"${n === 0 ? ' class="name"' : ''}>${escaped(line)}</text>`,
  );
  return `<g><title>${escaped(id)}</title><rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}"/>${texts.join('')}</g>`;
};

const line = ({ points, label }: Line): string => {
  const way = points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return label ? `<g><title>${escaped(label)}</title><path d="${way}"/></g>` : `<path d="${way}"/>`;
};

const panel = ({ title, boxes, lines }: Panel, x: number, y: number): string =>
  `<g transform="translate(${x} ${y})"><text class="title" x="10" y="22">${escaped(title)}</text>` +
  `<g transform="translate(0 ${TITLE})">${lines.map(line).join('')}${boxes.map(box).join('')}</g></g>`;

/** The panels in rows on one sheet, in their order. The same panels give the same bytes. */
export function drawMap(panels: readonly Panel[], title: string): string {
  const width = Math.max(MIN_WIDTH, ...panels.map((one) => one.width)) + GAP;
  let x = GAP / 2;
  let y = GAP / 2;
  let row = 0;
  const drawn: string[] = [];
  for (const one of panels) {
    if (x > GAP / 2 && x + one.width > width) {
      x = GAP / 2;
      y += row + GAP;
      row = 0;
    }
    drawn.push(panel(one, x, y));
    x += one.width + GAP;
    row = Math.max(row, one.height + TITLE);
  }
  const height = y + row + GAP / 2;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">` +
    `<title>${escaped(title)}</title><style>${STYLE}</style>` +
    `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>` +
    `${drawn.join('\n')}</svg>\n`
  );
}
