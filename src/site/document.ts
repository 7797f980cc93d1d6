/** A whole document around a body, and answers packed as they are sent: plain, gzip and Brotli. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Sheet } from './styles.ts';

export interface SitePage {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  /** 200 unless given. */
  readonly status?: number;
  /** What the policy must allow for the styles inside, as 'sha256-…' with its quotes; pages only. */
  readonly styleHash?: string;
}

/** A document before it is packed. */
export interface Drawn {
  readonly html: string;
  readonly sheet: Sheet;
  readonly status?: number;
}

const asHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @returns a fixed answer, packed */
export function packed(type: string, text: string | Buffer, status?: number): SitePage {
  const body = Buffer.from(text);
  const small = { gzip: gzipSync(body, { level: 9 }), br: brotliCompressSync(body) };
  return { type, body, ...small, ...(status && { status }) };
}

/** @returns a document, packed */
export const packedPage = ({ html, sheet, status }: Drawn): SitePage => ({
  ...packed('text/html; charset=utf-8', html, status),
  styleHash: sheet.hash,
});

export interface DocumentParts {
  /** Discreet: it stands in the browser's history. */
  readonly title: string;
  readonly body: string;
  readonly sheet: Sheet;
  /** More for the head: scripts and data. */
  readonly head?: string;
  readonly status?: number;
}

/** @returns the whole document; its styles travel inside it, so that the first response already shows help */
export function document({ title, body, sheet, head = '', status }: DocumentParts): Drawn {
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${asHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark"><link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${sheet.css}</style>${head}</head><body>${body}</body></html>`;
  return { html, sheet, ...(status && { status }) };
}

/** Data for a script of ours. No `<` may stand in a data block: it could end it. */
export const dataBlock = (data: object): string =>
  `<script type="application/json" id="signpost">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
