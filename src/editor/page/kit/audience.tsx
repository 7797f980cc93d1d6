/** @jsxImportSource react */
/** For whom a page is: one tick for each. */
import { Checkbox } from '@fluentui/react-components';
import type { Marked } from '../../api.ts';
import { AUDIENCE_NAMES, AUDIENCES } from './names.ts';
import { Ticks } from './ticks.tsx';

interface AudienceProps {
  readonly chosen: readonly string[];
  readonly problems: readonly Marked[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function AudienceField({ chosen, problems, onChange }: AudienceProps) {
  return (
    <Ticks label="For whom? At least one" problems={problems}>
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
    </Ticks>
  );
}
