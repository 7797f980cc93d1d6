/** @jsxImportSource react */
/** For whom a page is: one tick for each. */
import { Checkbox, Field } from '@fluentui/react-components';
import type { Marked } from '../../api.ts';
import { useLayOut } from './lay-out.ts';
import { AUDIENCE_NAMES, AUDIENCES } from './names.ts';
import { fieldState } from './problems.tsx';

interface AudienceProps {
  readonly chosen: readonly string[];
  readonly problems: readonly Marked[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function AudienceField({ chosen, problems, onChange }: AudienceProps) {
  return (
    <Field label="For" required {...fieldState(problems)}>
      <div className={useLayOut().row} role="group" aria-label="For">
        {AUDIENCES.map((one) => (
          <Checkbox
            key={one}
            label={AUDIENCE_NAMES[one]}
            checked={chosen.includes(one)}
            onChange={(_, { checked }) =>
              onChange(AUDIENCES.filter((other) => (other === one ? checked === true : chosen.includes(other))))
            }
          />
        ))}
      </div>
    </Field>
  );
}
