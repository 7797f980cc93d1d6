/** An address as a QR code: a path of an SVG, drawn here, so that no picture is fetched. */
import { correction, generate } from 'lean-qr';

/** Light modules around a code that scanners need (ISO/IEC 18004). */
const QUIET = 4;

export interface Code {
  /** Modules on a side, with the quiet edge. */
  readonly size: number;
  /** The dark modules: one stroke for each run in a row, a module high. */
  readonly path: string;
}

/** @returns the code of a text; a seventh of it may be torn or dirty and it still reads */
export function qrCode(text: string): Code {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) {
      const from = x;
      while (code.get(x, y)) x++;
      if (x > from) path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h-${x - from}z`;
    }
  return { size: code.size + 2 * QUIET, path };
}
