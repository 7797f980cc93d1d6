/** How heavy the scripts may be: a phone on a slow network pays for each byte. Over it, there is no build. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const KB = 1024;

/** The most that scripts may weigh as they are sent, in bytes; gzip is for browsers that know no Brotli. */
const BUDGETS = [
  { files: ['page.js', 'widget.js'], br: 12 * KB, gzip: 13.25 * KB },
  // The settings, when they are opened.
  { files: ['tools.js'], br: 1.5 * KB, gzip: 1.5 * KB },
  { files: ['page.js'], br: 1.5 * KB, gzip: 1.5 * KB },
  // In a frame and in an app, besides.
  { files: ['bridge.js'], br: KB, gzip: KB },
  { files: ['embed.js'], br: 2 * KB, gzip: 2 * KB },
];

const PACKED = { br: brotliCompressSync, gzip: (bytes) => gzipSync(bytes, { level: 9 }) };

/**
 * @param {string} out the folder with the bundles; one that is not there weighs nothing
 * @returns {string[]} a line for each budget that is overspent, none when all is well
 */
export function overBudget(out) {
  return BUDGETS.flatMap(({ files, ...limits }) => {
    const there = files.map((name) => join(out, name)).filter(existsSync);
    return Object.entries(limits).flatMap(([coding, limit]) => {
      const bytes = there.reduce((sum, path) => sum + PACKED[coding](readFileSync(path)).length, 0);
      return bytes > limit ? [`${files.join(' + ')}: ${bytes} bytes in ${coding}, and may be ${limit}`] : [];
    });
  });
}
