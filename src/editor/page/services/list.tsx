/** @jsxImportSource react */
/** All services as residents see them now: number, hours, how well it is sourced, when it was rung. */
import { Badge, Button, Link, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ServiceLine } from '../../api.ts';
import { today } from '../kit/days.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Search } from '../kit/search.tsx';
import type { ViewProps } from '../work.ts';
import { areaInWords, type Entry, hoursInWords, onlyWebsite, SOURCED } from './registry.ts';
import { UrgentActions, whenRung } from './urgent-actions.tsx';

const useStyles = makeStyles({
  number: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  line: {
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'center',
    '@media (max-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type Which = 'all' | 'due' | 'hidden';

function Row({ line, entry, ...props }: ViewProps & { line: ServiceLine; entry: Entry | undefined }) {
  const lay = useLayOut();
  const styles = useStyles();
  const day = today();
  return (
    <li className={`${lay.card} ${styles.line}`}>
      <div className={lay.tight}>
        <div className={lay.row}>
          <h2 className={lay.heading}>
            <Link href={`#services/${line.id}`}>{line.name}</Link>
          </h2>
          {line.emergency && <Badge color="danger">Emergency</Badge>}
          {line.hidden && <Badge color="warning">Hidden</Badge>}
          {line.due < day && (
            <Badge color="warning" appearance="tint">
              Due for ringing
            </Badge>
          )}
          <Badge color="informative" appearance="tint">
            {SOURCED[line.confidence]}
          </Badge>
        </div>
        <div className={styles.number}>
          {line.phone ?? entry?.text?.to ?? (entry?.web ? 'Website' : 'No number')}
        </div>
        <div className={lay.quiet}>
          {entry && `${hoursInWords(entry.hours)}. ${areaInWords(entry.area)}. `}
          {whenRung(line, day)}
        </div>
      </div>
      <div className={lay.tight}>
        <UrgentActions {...props} line={line} website={entry !== undefined && onlyWebsite(entry)} />
      </div>
    </li>
  );
}

interface ListProps extends ViewProps {
  readonly entries: readonly Entry[];
  readonly onNew: () => void;
}

export function ServiceList({ entries, onNew, ...props }: ListProps) {
  const lay = useLayOut();
  const [wanted, setWanted] = useState('');
  const [which, setWhich] = useState<Which>('all');
  const day = today();
  const fits = (line: ServiceLine) =>
    `${line.name} ${line.id} ${line.phone ?? ''}`.toLowerCase().includes(wanted.toLowerCase()) &&
    (which === 'all' || (which === 'due' ? line.due < day : line.hidden !== null));
  const lines = props.overview.services.filter(fits);
  return (
    <>
      <div className={lay.row}>
        <Search label="Find a service" value={wanted} onSearch={setWanted} />
        <Select
          aria-label="Which services"
          value={which}
          onChange={(_, { value }) => setWhich(value as Which)}
        >
          <option value="all">All services</option>
          <option value="due">Due for ringing</option>
          <option value="hidden">Hidden</option>
        </Select>
        <Button icon={<AddRegular />} onClick={onNew}>
          New service
        </Button>
      </div>
      <div role="status" className={lay.quiet}>
        {lines.length === 1 ? '1 service' : `${lines.length} services`}
      </div>
      <ul className={lay.list}>
        {lines.map((line) => (
          <Row key={line.id} {...props} line={line} entry={entries.find(({ id }) => id === line.id)} />
        ))}
      </ul>
    </>
  );
}
