/** Whether a day, hours or a web address are what they look like. */

/** Days beyond these are slips of the hand. */
const YEARS = { first: '2000', last: '2100' } as const;

/** @param text as 2026-11-22 */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = text.slice(0, 4);
  const time = Date.parse(`${text}T00:00:00Z`);
  // A 31st of February is taken for a day of March.
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return real && year >= YEARS.first && year <= YEARS.last;
}

const SPAN = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** @param text as 08:45-17:00; what goes on past midnight is the hours of two days */
export function isSpan(text: string): boolean {
  const [, from = '', until = ''] = SPAN.exec(text) ?? [];
  return from < until;
}

/** A host of at least two names in Latin letters, such as www.example.org; none that looks like another, no number. */
const HOST = /^(?:(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?!xn--)[a-z]{2,}$/;

/** @param text https:// and a name, without a port or the name of a user in it */
export function isWebsite(text: string): boolean {
  const written = /^https:\/\/([^/?#\\]+)(?:[/?#][!-~]*)?$/.exec(text)?.[1];
  return written !== undefined && HOST.test(written) && URL.canParse(text) && new URL(text).host === written;
}
