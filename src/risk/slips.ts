/** Slips in a line of content/risk, told in plain words: what would be read as something else, or never be found. */

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/**
 * @param line a line, or one choice of it
 * @returns what is wrong with its brackets, or undefined
 */
export function bracketSlip(line: string): string | undefined {
  const open: { readonly bracket: string; readonly at: number }[] = [];
  const unclosed = (end: number): string | undefined => {
    const last = open.at(-1);
    return last && `"${line.slice(last.at, end)}" has no closing "${CLOSING[last.bracket]}"`;
  };
  for (let at = 0; at < line.length; at++) {
    const one = line.charAt(at);
    if (CLOSING[one]) {
      if (one === '(' && open.some(({ bracket }) => bracket === '('))
        return 'a "(" stands inside another "(": close the first, or make a concept of the inner one';
      open.push({ bracket: one, at });
    } else if (one === ')' || one === '}' || one === ']') {
      const last = open.at(-1);
      if (!last) return `the line has a "${one}" that nothing opens`;
      if (CLOSING[last.bracket] !== one) return unclosed(at);
      open.pop();
    }
  }
  return unclosed(line.length);
}

/** @returns why a piece is none of the language */
export function pieceSlip(piece: string): string {
  if (piece.startsWith('{'))
    return `"${piece}" is no name of a concept: write it as in the list of concepts, such as {who-parent}`;
  if (piece === '[anywhere]')
    return '[anywhere] stands only first in a line of "Unless one of these is there too", before other words';
  if (piece.startsWith('...') || piece.endsWith('...'))
    return `"${piece}": write three dots with a space on both sides, or three dots and a number from 1 to 12`;
  if (piece.includes('|'))
    return `choices such as "${piece}" stand in round brackets: (${piece.replace(/^\|+|\|+$/g, '')})`;
  if (piece.includes('*')) return `"${piece}": a "*" stands only at the end of a word of two letters or more`;
  if (piece.includes('?')) return `"${piece}": a "?" stands only right after round brackets, such as (so)?`;
  if (/['\u2018\u2019]/.test(piece)) return `"${piece}": write it without apostrophes, such as "do not"`;
  if (piece !== piece.toLowerCase()) return `"${piece}": write it in small letters`;
  return `"${piece}" cannot be read: write words, {concept}, (this|that), [number], [10-15], [start], [end] or ...`;
}
