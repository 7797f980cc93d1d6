/** The frame of the page: a head, the menu at its side (above it where there is no room), the view. */
import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { LOW, NO_SIDE, SLIM } from '../kit/small.ts';

/** Without the margin that browsers leave around everything. */
export const useWhole = makeStaticStyles([
  {
    body: { margin: 0 },
    // A long choice makes no field wider than the screen.
    'div.fui-Field > *': { minWidth: '0' },
    'select.fui-Select__select': { minWidth: '0' },
    // As high as its words, where the browser can; else rows.
    textarea: { fieldSizing: 'content' } as object,
    // What has the focus is never behind the dock or the head.
    html: { scrollPaddingBottom: '14rem', scrollPaddingTop: 'min(9rem, 30vh)' },
  },
  `${SLIM} { html { scroll-padding-top: 4.5rem; scroll-padding-bottom: min(9rem, 30vh); } }`,
  `${LOW} { html { scroll-padding-top: 1rem; scroll-padding-bottom: 1rem; } }`,
]);

/** No room for words beside pictures. */
const PHONE = '@media (max-width: 40rem)';

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
    '@media (max-height: 30rem)': { position: 'relative' },
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    [PHONE]: {
      gap: tokens.spacingHorizontalXXS,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    },
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    marginRight: 'auto',
    minWidth: 0,
    [PHONE]: { fontSize: tokens.fontSizeBase300, paddingLeft: tokens.spacingHorizontalS },
  },
  /** A picture alone where there is no room for its words; they are read out all the same. */
  act: {
    whiteSpace: 'nowrap',
    [PHONE]: {
      minWidth: '40px',
      minHeight: '40px',
      padding: 0,
      '& .fui-Button__icon': { margin: 0 },
      '& > :not(.fui-Button__icon)': {
        position: 'absolute',
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      },
    },
  },
  version: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    display: 'block',
    [NO_SIDE]: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0` },
  },
  body: {
    display: 'grid',
    gridTemplateColumns: '13rem minmax(0, 1fr)',
    flexGrow: 1,
    [NO_SIDE]: { gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' },
  },
  menu: {
    padding: tokens.spacingHorizontalM,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  menuButton: {
    whiteSpace: 'nowrap',
    [PHONE]: { minHeight: '40px', minWidth: 'auto', paddingInline: tokens.spacingHorizontalXS },
  },
  /** Over the view, under the head, which may be anywhere on the page. */
  under: {
    position: 'absolute',
    top: '100%',
    left: 0,
    boxSizing: 'border-box',
    width: 'min(100%, 20rem)',
    maxHeight: 'calc(100vh - 100%)',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
  },
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
    [NO_SIDE]: { padding: tokens.spacingHorizontalM },
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
    // From edge to edge: the padding of the view is none of its own.
    [SLIM]: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`, paddingBottom: 0 },
    [LOW]: { position: 'static', maxHeight: 'none' },
  },
});
