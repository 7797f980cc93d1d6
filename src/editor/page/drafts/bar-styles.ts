/** How the open draft's bar is laid out: two rows on a desk; where there is little room one slim row, all else shut. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { LOW, SLIM } from '../kit/small.ts';

/** A phone held upright: no room for a picture beside the word. */
const TINY = '@media (max-width: 30rem)';

export const useBar = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    // The name stands beside Save, whatever comes between them.
    gridAutoFlow: 'dense',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    columnGap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [SLIM]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderRadius: 0,
      borderRightStyle: 'none',
      borderBottomStyle: 'none',
      borderLeftStyle: 'none',
    },
  },
  /** What is always in view. */
  first: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    [SLIM]: {
      gap: tokens.spacingHorizontalXS,
      '& button': { minWidth: '40px', minHeight: '40px' },
      // What is too long is the list's to say.
      '& > *': { flexShrink: 0 },
      '& > [role="status"]:not(.fui-Badge)': { flexShrink: 1, minWidth: 0 },
    },
  },
  save: {
    [TINY]: { paddingInline: tokens.spacingHorizontalM, '& .fui-Button__icon': { display: 'none' } },
  },
  more: { display: 'none', [SLIM]: { display: 'inline-flex', marginLeft: 'auto' } },
  problems: {
    gridColumn: '1 / -1',
    [SLIM]: { maxHeight: '30vh', overflowY: 'auto' },
    [LOW]: { maxHeight: 'none' },
  },
  rest: { display: 'contents', '& > *': { gridColumn: '1 / -1' } },
  shut: { [SLIM]: { display: 'none' } },
  named: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    [SLIM]: { flexWrap: 'wrap' },
  },
  beside: { gridColumn: '2', [SLIM]: { gridColumn: '1' } },
  title: { flexGrow: 1, minWidth: 'min(100%, 10rem)' },
});
