/** Whether a score of 0.7 means a risk in seven of ten. */

/** A score of 0 to 1, and whether there was a risk. */
export interface Scored {
  readonly score: number;
  readonly risky: boolean;
}

export interface Bin {
  /** Scores from here to below `to`; the last bin holds 1 too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean score, and the share with risk; NaN in an empty bin. */
  readonly mean: number;
  readonly share: number;
}

const BINS = 10;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ten bins of the same width over 0 to 1. */
export function calibrationBins(scored: readonly Scored[]): Bin[] {
  return Array.from({ length: BINS }, (_, n) => {
    const own = scored.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === n);
    return {
      from: n / BINS,
      to: (n + 1) / BINS,
      count: own.length,
      mean: mean(own.map(({ score }) => score)),
      share: mean(own.map(({ risky }) => (risky ? 1 : 0))),
    };
  });
}

/** Expected calibration error (Naeini et al. 2015): how far mean score and share lie apart, weighed by count. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  const full = bins.filter(({ count }) => count > 0);
  return full.reduce((sum, bin) => sum + (bin.count / all) * Math.abs(bin.mean - bin.share), 0);
}
