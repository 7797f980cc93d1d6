/** The frame of the page: a head, the menu at its side (above it where there is no room), the view. */
import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';

/** Without the margin that browsers leave around everything. */
export const useWhole = makeStaticStyles({
  body: { margin: 0 },
  // A long choice makes no field wider than the screen.
  'div.fui-Field > *': { minWidth: '0' },
  'select.fui-Select__select': { minWidth: '0' },
  // As high as its words, where the browser can; else rows.
  textarea: { fieldSizing: 'content' } as object,
  // What has the focus is never behind the dock or the head.
  html: { scrollPaddingBottom: '14rem', scrollPaddingTop: 'min(9rem, 30vh)' },
});

export const useFrame = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    display: 'flex',
    flexDirection: 'column',
  },
  skip: {
    position: 'absolute',
    left: '-9999px',
    ':focus': {
      left: tokens.spacingHorizontalM,
      top: tokens.spacingVerticalS,
      zIndex: 10,
      padding: tokens.spacingHorizontalS,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  /** In view wherever one has scrolled to: the bot can be switched off from everywhere. */
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    // Little room, or much zoom.
    '@media (max-height: 480px)': { position: 'static' },
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, marginRight: 'auto' },
  version: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, display: 'block' },
  body: {
    display: 'grid',
    gridTemplateColumns: '13rem minmax(0, 1fr)',
    flexGrow: 1,
    '@media (max-width: 56rem)': { gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' },
  },
  menu: {
    padding: tokens.spacingHorizontalM,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 56rem)': {
      borderRight: 'none',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    },
  },
  menuButton: { display: 'none', '@media (max-width: 56rem)': { display: 'inline-flex' } },
  shut: { '@media (max-width: 56rem)': { display: 'none' } },
  links: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXXS },
  link: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset ${tokens.strokeWidthThicker} 0 0 ${tokens.colorBrandStroke1}`,
  },
  main: {
    padding: tokens.spacingHorizontalXL,
    minWidth: 0,
    maxWidth: '90rem',
    display: 'grid',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    ':focus': { outline: 'none' },
    '@media (max-width: 56rem)': { padding: tokens.spacingHorizontalM },
  },
  bars: { display: 'grid', gap: tokens.spacingVerticalXS },
  /** At the foot of the window: it comes and goes without moving what somebody is about to press. */
  dock: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    maxHeight: '45vh',
    overflowY: 'auto',
    paddingBottom: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground2,
    // Little room, or much zoom: it stands below the view instead.
    '@media (max-height: 30rem), (max-width: 30rem)': { position: 'static', maxHeight: 'none' },
  },
});
