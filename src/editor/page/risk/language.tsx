/** @jsxImportSource react */
/** How a line of a pattern is written, in plain words (the rules themselves: src/risk/pattern.ts). */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
    gap: tokens.spacingVerticalS,
    margin: 0,
  },
  code: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  means: { margin: 0 },
});

const WAYS: readonly (readonly [string, string])[] = [
  ['word', 'This word. Small letters, no apostrophes.'],
  ['wait*', 'Any word that begins like this: wait, waiting, waits.'],
  ['{concept}', 'Any phrase of that concept.'],
  ['(his car|the van)', 'One of these phrases.'],
  ['(really|so)?', 'One of these, or nothing.'],
  ['...', 'Up to three other words in between. Write ...6 for up to six.'],
  ['[number]', 'Any number, such as 14, 6pm or 13yo.'],
  ['[10-15]', 'A number from 10 to 15.'],
  ['[start]  [end]', 'Nothing stands before, or after.'],
  ['[anywhere]', 'First in a line of "unless": looked for in the whole message, not only near by.'],
];

export function LanguageHelp() {
  const styles = useStyles();
  return (
    <Accordion collapsible>
      <AccordionItem value="how">
        <AccordionHeader>How to write a line</AccordionHeader>
        <AccordionPanel>
          <dl className={styles.list}>
            {WAYS.map(([code, means]) => (
              <div key={code}>
                <dt className={styles.code}>{code}</dt>
                <dd className={styles.means}>{means}</dd>
              </div>
            ))}
          </dl>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
