/**
 * Signs of tears, and nothing else: the one message without a word that says how somebody is. Beside words they say
 * little (they laugh as often as they weep), and are left out as any other sign.
 */
const ONLY_TEARS = /^(?:[😭😢😿😥🥺😞😔😓😰😩😫😖😣🙁☹💔💧]|\s|[.!?,]|\ufe0f)*$/u;
const ANY = /\p{Extended_Pictographic}/u;

/** How such a message is read: a word that the lexicon knows (content/risk/patterns-other.yaml). */
export const TEARS = 'onlytears';

/** Linear in the length. */
export const isOnlyTears = (message: string): boolean => ONLY_TEARS.test(message) && ANY.test(message);
