/** The one table that the benchmark prints, and what it makes of many rounds. */

export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

const short = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
/** A value with its unit, in three digits. */
export const say = (value, unit) => `${short(value)} ${unit}`;

/** Ratios round by round, so that what the machine did in one round is on both sides. */
export function ratioOf(ours, theirs) {
  const each = ours.map((value, n) => value / theirs[n]);
  return { middle: median(each), low: Math.min(...each), high: Math.max(...each) };
}

export class Table {
  #rows = [];

  /**
   * @param {{ what: string, ours: string, peer?: string, ratio?: { middle: number, low: number, high: number },
   *   bar?: string, met?: boolean }} row `met` only where there is a bar
   */
  add(row) {
    this.#rows.push(row);
  }

  /** The rows whose bar was missed. */
  get missed() {
    return this.#rows.filter(({ met }) => met === false).map(({ what }) => what);
  }

  toString() {
    const cells = this.#rows.map(({ what, ours, peer = '', ratio, bar = '', met }) => [
      what,
      ours,
      peer,
      ratio ? `${short(ratio.middle)} (${short(ratio.low)} to ${short(ratio.high)})` : '',
      bar,
      met === undefined ? '' : met ? 'met' : 'MISSED',
    ]);
    const lines = [['', 'ours', 'peer', 'ratio (min to max)', 'bar', ''], ...cells];
    const widths = lines[0].map((_, n) => Math.max(...lines.map((line) => line[n].length)));
    return lines
      .map((line) =>
        line
          .map((cell, n) => cell.padEnd(widths[n]))
          .join('  ')
          .trimEnd(),
      )
      .join('\n');
  }
}
