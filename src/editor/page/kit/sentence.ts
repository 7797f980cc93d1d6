/** Words of somebody as a sentence: closed with a full stop where who wrote them has not closed them. */
export const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);
