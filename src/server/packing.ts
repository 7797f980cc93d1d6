/** How an answer is packed for the wire: Brotli, else gzip, else plain, by what the caller takes. */
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';

type Coding = 'br' | 'gzip';

export interface Packed {
  readonly body: Buffer;
  readonly coding?: Coding;
}

const named = (coding: Coding): RegExp =>
  new RegExp(`(?:^|,)\\s*${coding}\\s*(?:,|$|;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$)))`);
const TAKEN = { br: named('br'), gzip: named('gzip') } as const;

/** Whether an Accept-Encoding header takes this coding. */
export const takes = (accepted: string, coding: Coding): boolean => TAKEN[coding].test(accepted);

/** A page made for one answer is not worth the milliseconds of the best packing. */
const QUICK = 4;

/**
 * Packs what is sent once. A page of the form holds a token beside the person's own words. Packing can give away a
 * secret only to somebody who puts their own words beside it, over and over, and sees the lengths; a post that comes
 * from another site is answered in a new talk, so that no foreign words ever stand beside somebody's token.
 */
export function packOnce(text: string, accepted: string): Packed {
  const body = Buffer.from(text);
  if (takes(accepted, 'br')) {
    const params = { [zlib.BROTLI_PARAM_QUALITY]: QUICK, [zlib.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { body: brotliCompressSync(body, { params }), coding: 'br' };
  }
  if (takes(accepted, 'gzip')) return { body: gzipSync(body, { level: QUICK }), coding: 'gzip' };
  return { body };
}
