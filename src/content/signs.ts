/** What a text is made of, sign by sign: what may not stand in any, and how a text looks to whoever reads it. */

/** Signs without a shape of their own that emoji and some scripts need between two of theirs. */
const JOINED = '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{M}])[\\u200c\\u200d]';
const CONTROL = '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029]';
const UNSEEN = new RegExp(`${CONTROL}|(?![\\u200c\\u200d])\\p{Cf}|${JOINED}`, 'u');

/** What is looked for, what it is, and how to mend it. */
const HARMFUL: readonly (readonly [RegExp, string, string])[] = [
  [/<[a-z/!?]/i, 'a text begins like code for web pages', 'write plain words; put a space behind "<"'],
  [/&(?:#x?[0-9a-f]+|lt|gt);/i, 'a sign is written as code for web pages', 'type the sign itself'],
  [/(?:java|vb)script\s*:|\bdata:[a-z]+\/[a-z]/i, 'a link that would run code', 'take the link out'],
  [UNSEEN, 'a sign that nobody can see', 'delete the line and type it again'],
];

/** What no text may hold: code for web pages, and signs that nobody sees but that change what is read. */
export const harmIn = (text: string): { what: string; mend: string }[] =>
  HARMFUL.filter(([sign]) => sign.test(text)).map(([, what, mend]) => ({ what, mend }));

/** The plain form of what is seen: digits in circles or in boxes are digits, and what has no shape is gone. */
export const asSeen = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}|\ufe0f|\u20e3/gu, '');
