/** A whole document around a body, and answers packed as they are sent: plain, gzip and Brotli. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Sheet, Theme } from './styles.ts';

export interface SitePage {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  /** 200 unless given. */
  readonly status?: number;
  /** What the policy must allow for the styles inside, as 'sha256-…' with its quotes; pages only. */
  readonly styleHash?: string;
  /** Origins whose pages may show it in a frame. */
  readonly frame?: readonly string[];
  /** A script that the pages of others may load. */
  readonly shared?: boolean;
  /** What the scripts of any site may read. */
  readonly open?: boolean;
  /** A talk can begin in it without scripts. */
  readonly begins?: boolean;
}

/** A feed before it is packed: not for people, but for the programs of anybody. */
export interface DrawnFeed {
  readonly type: string;
  readonly html: string;
}

/** A document before it is packed. */
export interface Drawn {
  readonly html: string;
  readonly sheet: Sheet;
  readonly status?: number;
  readonly frame?: readonly string[];
  /** A talk can begin in it without scripts, and its answer stands where it stood. */
  readonly begins?: boolean;
}

const asHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Out of the block that zlib writes into: the rest of that is memory as it was found, with what somebody sent in it. */
const exactly = (bytes: Buffer): Buffer => Buffer.from(bytes);

/** @returns a fixed answer, packed */
export function packed(type: string, text: string | Buffer, status?: number): SitePage {
  const body = Buffer.from(text);
  const small = { gzip: exactly(gzipSync(body, { level: 9 })), br: exactly(brotliCompressSync(body)) };
  return { type, body, ...small, ...(status && { status }) };
}

/** @returns a document or a feed, packed */
export function packedPage(drawn: Drawn | DrawnFeed): SitePage {
  if ('type' in drawn) return { ...packed(drawn.type, drawn.html), shared: true, open: true };
  const { html, sheet, status, frame, begins } = drawn;
  return {
    ...packed('text/html; charset=utf-8', html, status),
    styleHash: sheet.hash,
    ...(frame && { frame }),
    ...(begins && { begins }),
  };
}

export interface DocumentParts {
  /** Discreet: it stands in the browser's history. */
  readonly title: string;
  /** BCP-47; British English unless given. */
  readonly lang?: string;
  readonly body: string;
  readonly sheet: Sheet;
  /** More for the head: scripts and data. */
  readonly head?: string;
  readonly status?: number;
  /** Instead of what the phone is set to. */
  readonly theme?: Theme;
}

/** @returns the whole document; its styles travel inside it, so that the first response already shows help */
export function document(parts: DocumentParts): Drawn {
  const { title, lang = 'en-GB', body, sheet, head = '', status, theme } = parts;
  const html = `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${asHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="nosnippet, noarchive"><meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="${theme ?? 'light dark'}"><link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${sheet.css}</style>${head}</head><body>${body}</body></html>`;
  return { html, sheet, ...(status && { status }) };
}

/** The way out and the cover: on every page, before any other script. */
export const EXIT_SCRIPT = '<script src="/page.js" type="module"></script>';

/** Data for a script of ours. No `<` may stand in a data block: it could end it. */
export const dataBlock = (data: object): string =>
  `<script type="application/json" id="signpost">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
