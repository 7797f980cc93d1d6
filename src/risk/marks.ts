/**
 * The marks that the browser puts in the place of personal details (src/widget/private.ts), such as [phone]. A word
 * lost could lower the level of a message, so a marked one is read both with its marks and without.
 */
const MARK = /\[(?:phone|email|address|postcode|handle|school|name)\]/g;

/** The message with spaces for its marks: what is left stands where it stood. */
export const unmarked = (message: string): string => message.replace(MARK, (mark) => ' '.repeat(mark.length));
