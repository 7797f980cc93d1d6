/** @jsxImportSource react */
/** What the shapes and colours of a map mean. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Box } from '../../../map/graph.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { useBoxStyles } from './sheet.tsx';

const WITHIN: readonly (readonly [Box['kind'], string])[] = [
  ['step', 'A step'],
  ['card', 'A step that shows people to ring'],
  ['way-out', 'A way to another dialog'],
];
const WHOLE: readonly (readonly [Box['kind'], string])[] = [
  ['dialog', 'A dialog'],
  ['urgent', 'On the way of somebody in danger'],
];

const useStyles = makeStyles({
  one: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

export function Legend({ whole }: { readonly whole: boolean }) {
  const lay = useLayOut();
  const boxes = useBoxStyles();
  const styles = useStyles();
  return (
    <div className={`${lay.row} ${lay.quiet}`}>
      {(whole ? WHOLE : WITHIN).map(([kind, says]) => (
        <span key={kind} className={styles.one}>
          <svg width="30" height="20" aria-hidden="true">
            <rect
              className={mergeClasses(boxes.box, boxes[kind])}
              x="1"
              y="1"
              width="28"
              height="18"
              rx="5"
            />
          </svg>
          {says}
        </span>
      ))}
      <span>✕ or ! with a number: problems to mend</span>
    </div>
  );
}
