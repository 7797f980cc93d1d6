/** @jsxImportSource react */
/** The map to be read: each step, where it leads, what is wrong with it. */
import { Link } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import type { Panel } from '../../../map/graph.ts';
import type { Marked } from '../../api.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { addressOf, listOf, nameOf } from './places.ts';

interface MapListProps {
  readonly panel: Panel;
  readonly problems: Readonly<Record<string, readonly Marked[]>>;
}

export function MapList({ panel, problems }: MapListProps) {
  const lay = useLayOut();
  return (
    <section aria-label="The map as a list">
      <ul className={lay.list}>
        {listOf(panel, problems).map(({ box, ways, problems: wrong }) => (
          <li key={box.id} className={lay.card}>
            <Link href={addressOf(box)}>{nameOf(box)}</Link>
            <div className={lay.quiet}>{box.lines.slice(1).join(' ')}</div>
            {wrong.map((one) => (
              <div key={one} className={lay.row}>
                <ErrorCircleRegular aria-hidden />
                <span>{one}</span>
              </div>
            ))}
            {ways.length > 0 && (
              <div>
                Leads to:{' '}
                {ways.map(({ label, to, name }, n) => (
                  <span key={`${to} ${label}`}>
                    {n > 0 && ', '}
                    <Link href={to}>{name}</Link>
                    {label && label !== '…' && ` (“${label}”)`}
                  </span>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
