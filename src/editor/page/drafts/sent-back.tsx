/** @jsxImportSource react */
/** "Not like this": what somebody wants to be different before they agree. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Draft } from '../../api.ts';
import { roleInWords } from '../kit/names.ts';

const useStyles = makeStyles({
  note: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorStatusWarningBorderActive}`,
    overflowWrap: 'anywhere',
  },
});

/** As "Sent back by an approver: too long for a child". */
export const sentBackInWords = ({ role, why }: NonNullable<Draft['note']>): string =>
  `Sent back by ${roleInWords(role)}: ${why}`;

export function SentBack({ note }: { readonly note: Draft['note'] }) {
  const styles = useStyles();
  return note && <p className={styles.note}>{sentBackInWords(note)}</p>;
}
