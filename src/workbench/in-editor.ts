/** How to mend a problem in the words of the editor: who works there sees no files and no names of fields. */

const GLOSSARY = '(under "Other words", in "Hard and harmful words")';

/** What `npm run check` names in brackets, and what the editor calls it; '': it stands there already. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/ \(hand-off\)/g, ''],
  [/ \(dialogs\/[^)]*\)/g, ''],
  [/\(content\/glossary\.yaml[^)]*\)/g, GLOSSARY],
  [/\(content\/places\.yaml[^)]*\)/g, '(under "Other words", in "Places")'],
];

export const inEditor = (mend: string): string =>
  NAMES.reduce((text, [named, called]) => text.replace(named, called), mend);
