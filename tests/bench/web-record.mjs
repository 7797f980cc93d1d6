/** What was measured where, and the tables of deploy/measured.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const GB = 1024 ** 3;

function commit() {
  try {
    const read = (path) => readFileSync(join(ROOT, '.git', path), 'utf8').trim();
    const head = read('HEAD');
    return (head.startsWith('ref: ') ? read(head.slice(5)) : head).slice(0, 10);
  } catch {
    return 'unknown';
  }
}

/** Stands under every table: figures are worth little without it. */
export function measuredOn(started) {
  const [{ model }] = cpus();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  return (
    `${model}, ${cpus().length} cores, ${(totalmem() / GB).toFixed(0)} GB, load ${loadavg()[0].toFixed(1)}; ` +
    `Node ${process.version}; commit ${commit()}; ${new Date().toISOString().slice(0, 10)}; ${seconds} s`
  );
}

/** @param {string[]} head the columns. @param {string[][]} rows a cell for each. @returns a Markdown table */
export function markdown(head, rows) {
  const widths = head.map((name, n) => Math.max(name.length, 3, ...rows.map((row) => row[n].length)));
  const line = (cells) => `| ${cells.map((cell, n) => cell.padEnd(widths[n])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** @param {string[]} parts in Markdown */
export function writeMeasured(parts) {
  writeFileSync(join(ROOT, 'deploy', 'measured.md'), `${parts.join('\n\n')}\n`);
}
