/**
 * Takes personal details out of what was typed before it leaves the browser, and puts marks in their place. A help,
 * not a promise: it knows common forms only. Towns, ages, days and the public help numbers stay, since the answer
 * needs them. It is for the browser alone: without scripts, or before they have run, the words go to the server as
 * they are, which reads them once and keeps none of them.
 */

export type Kind = 'phone' | 'email' | 'address' | 'postcode' | 'handle' | 'school' | 'name';

/** Words that are no part of a name: "my name is not important" and "at my school" stay whole. */
const COMMON =
  '(?!jo|al)[a-z][a-z]?|wh\\w+|th(?:e|is|at|eir|ere)|(?:every|some|out|inside)\\w*|any|\\w+ing|be(?:en|fore)|after|her|(?:an)?other|about|later|ask|and|but|not|never|all|just|only|from|for|back|our|hi[ms]|get|tell|help|please|names?|big|next|high|primary|secondary|special|private|old|new|years?|men';
const WORD = `(?!(?:${COMMON})\\b)[a-z-]+`;
const CAPITAL = "(?!My|The |Our|Free|High |Prim|Special)[A-Z][a-z'’]+";
const END = '(?=\\s*(?:$|[.,!?]|(?:and|n|but|i.?m)\\b))';
const APP = '(?:snap\\w*|insta\\w*|tiktok|discord|roblox|xbox|username)';
const SCHOOL = '(?: (?:C of E|School|Academy|College|Primary|Infant|Junior|Grammar|High))+\\b';
const DIGIT = '[ .()/-]{0,3}\\d';

/** What stands in the first brackets is kept: the words before a detail, or all. The rest becomes the mark. */
const ROWS: readonly (readonly [Kind, string, string?])[] = [
  ['email', '(^|[^\\w.+-])[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w'],
  // Days and the public numbers (0800, 0300 and their like) are passed over whole.
  [
    'phone',
    `(\\b\\d\\d?[./-]\\d\\d?[./-](?:\\d\\d){1,2}\\b|\\b0800 ?1111\\b|\\b0[38]\\d\\d(?:${DIGIT}){6,7}(?!\\d))|(?:\\+\\d\\d|\\b(?:00)?44|\\(?\\b0)(?:${DIGIT}){8,11}(?!\\d)|(?!\\d{0,6}(\\d)\\2{4})\\d{7,}`,
  ],
  [
    'address',
    `(\\d:\\d\\d)|(?:\\bflat ?\\w{1,4},? )?\\b\\d{1,4}[a-d]?,? (?:(?:high|${WORD}) ){1,2}(?:road|rd|st|street|avenue|lane|close|crescent|court|drive|gardens)\\b`,
  ],
  ['postcode', '()\\b[a-z]{1,2}\\d[a-z\\d]? ?\\d(?!st|nd|rd|th|hr)[abd-hjlnp-uw-z]{2}\\b'],
  ['school', `()\\b(?:St\\. )?${CAPITAL}(?: ${CAPITAL}){0,3}${SCHOOL}`, 'g'],
  [
    'school',
    `(\\b(?:to|at|from|outside) )(?:st\\.? [a-z]+.?s\\b(?:${SCHOOL})?|${WORD}(?: ${WORD}){0,2}${SCHOOL})`,
  ],
  [
    'name',
    `(\\b(?:(?:my|his|her) name(?: is|.?s)|(?:i.?m|s?he.?s|is|one|\\w*man|guy|boy|lady?|girl|kid|friend) called|can call me) (?:mrs? |uncle )?)${WORD}(?: ${WORD}${END})?`,
  ],
  [
    'handle',
    `((?:^|\\s)@(?!home|school|ss)|\\b(?:(?:my|his|her) ${APP}(?: is|.?s)|${APP}[:=]|add \\w+ on ${APP}\\W) ?)@?(?:[\\w.]*[\\d_#][\\w.#]*|${WORD}${END})`,
  ],
];
const PATTERNS = ROWS.map(([kind, source, flags = 'gi']) => [kind, RegExp(source, flags)] as const);

/**
 * @param text what was typed
 * @returns the text with a mark for each detail, such as [phone], and each kind that was found once; never throws,
 *   linear in the length
 */
export function mask(text: string): { readonly text: string; readonly found: readonly Kind[] } {
  const found = new Set<Kind>();
  let marked = text;
  for (const [kind, pattern] of PATTERNS)
    marked = marked.replace(pattern, (all: string, kept = '') =>
      kept === all ? all : `${kept}[${found.add(kind) && kind}]`,
    );
  return { text: marked, found: [...found] };
}
