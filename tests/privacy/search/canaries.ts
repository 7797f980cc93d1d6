/**
 * Canaries: strings so unusual that wherever one is found, it was carried there from what a person sent. And every
 * way we can think of that a program may have written one down.
 */
import { createHash, randomInt } from 'node:crypto';

export interface Canary {
  /** What it stands for: "typed name", "user agent". */
  readonly name: string;
  readonly value: string;
}

/** One canary as some program may have written it. */
export interface Trace {
  readonly canary: string;
  readonly as: string;
  readonly bytes: Buffer;
}

const LETTERS = {
  /** No vowels: no English word, no name in a program and no key in a snapshot has sixteen such letters in a row. */
  latin: [...'bcdfghjklmnpqrstvwxz'],
  polish: [...'ąćęłńóśźżbcdfgkwz'],
  hebrew: [...'אבגדהוזחטיכלמנסעפצקרשת'],
  arabic: [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
} as const;

const some = (letters: readonly string[], count: number): string =>
  Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');

/** A word that nobody has ever written. */
export const word = (alphabet: keyof typeof LETTERS = 'latin', length = 18): string =>
  some(LETTERS[alphabet], length);
export const digits = (count: number): string => some([...'0123456789'], count);
/** An address of the loopback net that is nobody's but this canary's. */
export const loopback = (): string =>
  `127.${randomInt(100, 255)}.${randomInt(100, 255)}.${randomInt(100, 255)}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const numbered = (text: string, write: (code: number) => string): string =>
  text.replace(/[^A-Za-z0-9 .@_-]/gu, (sign) => write(sign.codePointAt(0) ?? 0));

/** The same words, written another way. */
function spellings(value: string): Record<string, string> {
  return {
    raw: value,
    'lower case': value.toLowerCase(),
    'upper case': value.toUpperCase(),
    NFKC: value.normalize('NFKC'),
    NFD: value.normalize('NFD'),
    'without accents': value.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase(),
    'letters only': value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    reversed: [...value].reverse().join(''),
    'URL-encoded': encodeURIComponent(value),
    'URL-encoded, small': encodeURIComponent(value).replace(/%../g, (code) => code.toLowerCase()),
    'form-encoded': new URLSearchParams({ '': value }).toString().slice(1),
    'HTML-escaped': value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign),
    'HTML-escaped by number': numbered(value, (code) => `&#${code};`),
    'JSON-escaped': JSON.stringify(value).slice(1, -1),
    'JSON-escaped, ASCII': value.replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
    'UTF-8 read as Latin-1': Buffer.from(value).toString('latin1'),
  };
}

/** Base64 as it looks when something of any length stands before and after. */
function base64(value: Buffer, offset: 0 | 1 | 2): string {
  const text = Buffer.concat([Buffer.alloc(offset), value]).toString('base64');
  return text.slice([0, 2, 3][offset], Math.floor(((offset + value.length) * 8) / 6));
}

/** The same bytes, written another way. */
function codings(value: string): Record<string, string | Buffer> {
  const bytes = Buffer.from(value);
  const hex = bytes.toString('hex');
  const written: Record<string, string | Buffer> = {
    hex,
    'hex, upper case': hex.toUpperCase(),
    'hex, spaced': hex.replace(/..(?!$)/g, '$& '),
    'UTF-16LE': Buffer.from(value, 'utf16le'),
    'UTF-16BE': Buffer.from(value, 'utf16le').swap16(),
  };
  for (const offset of [0, 1, 2] as const) {
    const text = base64(bytes, offset);
    written[`base64 +${offset}`] = text;
    written[`base64url +${offset}`] = text.replaceAll('+', '-').replaceAll('/', '_');
  }
  return written;
}

/** Hashes, cut short: who logs a hash often logs only its beginning. */
function digests(value: string): Record<string, string> {
  const written: Record<string, string> = {};
  for (const name of ['md5', 'sha1', 'sha256', 'sha512']) {
    const digest = createHash(name).update(value).digest();
    written[`${name}, hex`] = digest.toString('hex').slice(0, 12);
    written[`${name}, base64`] = digest.toString('base64').slice(0, 12);
    written[`${name}, base64url`] = digest.toString('base64url').slice(0, 12);
  }
  return written;
}

/** The first and last eight characters, where eight of them are unusual enough. */
function ends(value: string): Record<string, string> {
  if (!/^\p{L}{16,}$/u.test(value)) return {};
  const small = value.toLowerCase();
  return {
    'first 8': value.slice(0, 8),
    'last 8': value.slice(-8),
    'first 8, lower case': small.slice(0, 8),
    'last 8, lower case': small.slice(-8),
  };
}

/** @returns every way in which a canary is looked for, each once */
export function tracesOf({ name, value }: Canary): Trace[] {
  const small = value.toLowerCase();
  const ways: Record<string, string | Buffer> = {
    ...spellings(value),
    ...codings(value),
    ...digests(value),
    ...ends(value),
  };
  if (small !== value) {
    for (const [as, written] of Object.entries({ ...codings(small), ...digests(small) }))
      ways[`${as}, of lower case`] = written;
  }
  const traces = new Map<string, Trace>();
  for (const [as, written] of Object.entries(ways)) {
    const bytes = Buffer.from(written as string);
    const key = bytes.toString('latin1');
    if (bytes.length >= 8 && !traces.has(key)) traces.set(key, { canary: name, as, bytes });
  }
  return [...traces.values()];
}
