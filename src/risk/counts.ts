/** Textspeak writes 2 and 4 for "to" and "for"; here they are told from real numbers by the words beside them. */

const BEFORE = new Set(
  (
    'at by til till until half past year yr age aged number room nearly about around only last next every these those level ' +
    'grade stage part row block unit platform turned turning was am im'
  ).split(' '),
);

const AFTER = new Set(
  (
    'phones hours hrs hr hour mins min minutes seconds secs days day weeks wks wk months years yrs yr year yo men women lads ' +
    'girls boys blokes guys kids people ppl other others of more times pics pictures photos vids videos nights nites brothers ' +
    'sisters mates friends cars am pm oclock quid pounds k g rows tablets pills paracetamol bags houses different diff lines ' +
    'percent cans grand or older big and n in days old doors stops weeks teachers adults boyfriends accounts numbers'
  ).split(' '),
);

/** Whether this 2 or 4 counts something, and so is not "to" or "for". */
export function isCount(word: string, before: string | undefined, after: string | undefined): boolean {
  if (word !== '2' && word !== '4') return false;
  if (before !== undefined && (BEFORE.has(before) || /^\d+$/.test(before))) return true;
  return after !== undefined && (AFTER.has(after) || /^\d+$/.test(after));
}
