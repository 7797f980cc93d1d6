/** What pages and news do without, in words. */

const NAMES: Readonly<Record<string, string>> = {
  blockquote: 'a quotation',
  br: 'a line broken by hand',
  code: 'a block of code (a line that begins with four spaces)',
  codespan: 'code',
  del: 'struck-out words',
  em: 'slanted words',
  hr: 'a line across',
  html: 'HTML',
  image: 'a picture',
  table: 'a table',
};

/** @returns how staff would call it */
export const nameOf = ({ type }: { readonly type: string }): string => NAMES[type] ?? type;
