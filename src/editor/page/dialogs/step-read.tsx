/** @jsxImportSource react */
/** A step as residents read it: shown while its form is shut. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { useLayOut } from '../kit/lay-out.ts';
import { useNames } from './here.ts';
import { knownWords } from './known.tsx';
import type { ButtonFile, StepFile } from './model.ts';
import { type Names, nameIn } from './names.ts';

const useStyles = makeStyles({
  bubble: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    justifySelf: 'start',
    maxWidth: '40rem',
  },
  buttons: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  button: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
});

/** A dialog's or step's name, as short as can be. */
const targetName = (target: string, { steps, dialogs }: Names): string => {
  if (steps.some(({ id }) => id === target)) return target;
  const [dialog = '', step] = target.split('/');
  return `${nameIn(dialogs, dialog)}${step ? `, ${step}` : ''}`;
};

function wayWords(button: ButtonFile, names: Names): string {
  if (button.return) return 'back to before';
  const people = button['hand-off']?.map((id) => nameIn(names.services, id)).join(', ');
  return people ?? (button.go ? targetName(button.go, names) : 'nowhere yet');
}

export const StepRead = memo(function StepRead({ step }: { readonly step: StepFile }) {
  const names = useNames();
  const own = useStyles();
  const styles = useLayOut();
  const people = step['hand-off']?.map((id) => nameIn(names.services, id));
  return (
    <div className={styles.tight}>
      {[...(step.say ?? []), ...(step.ask === undefined ? [] : [step.ask])].map((text) => (
        <p key={text} className={own.bubble}>
          {text}
        </p>
      ))}
      {people && <span className={styles.quiet}>Shows: {people.join(', ')}</span>}
      {step.offer && (
        <ul className={own.buttons}>
          {step.offer.map((button) => (
            <li key={`${button.label} ${button.go}`} className={own.button}>
              {button.label} <span className={styles.quiet}>→ {wayWords(button, names)}</span>
            </li>
          ))}
        </ul>
      )}
      {step.branch?.map((one) => (
        <span key={JSON.stringify(one)} className={styles.quiet}>
          {one.when ? `When ${knownWords(one.when)}` : 'Everybody else'} → {targetName(one.go ?? '', names)}
        </span>
      ))}
      {step.go && <span className={styles.quiet}>Goes on to {targetName(step.go, names)}</span>}
      {step.return && <span className={styles.quiet}>Goes back to what was talked about before</span>}
    </div>
  );
});
