/** @jsxImportSource react */
/** The menu of views; on a narrow screen behind a button. */
import { Badge, Button, mergeClasses } from '@fluentui/react-components';
import { NavigationRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Overview } from '../../api.ts';
import { MENU, menuOf } from '../routes.ts';
import { toDo } from '../todo/lines.ts';
import { useFrame } from './styles.ts';

function countOf(view: string, overview: Overview): number {
  if (view === 'reminders') return toDo(overview).filter(({ due }) => due).length;
  return view === 'drafts' ? overview.drafts.length : 0;
}

export function Navigation({ view, overview }: { readonly view: string; readonly overview: Overview }) {
  const styles = useFrame();
  const [open, setOpen] = useState(false);
  const here = menuOf(view);
  return (
    <nav className={styles.menu} aria-label="Views">
      <Button
        className={styles.menuButton}
        icon={<NavigationRegular />}
        aria-expanded={open}
        aria-controls="views"
        onClick={() => setOpen(!open)}
      >
        Menu: {MENU.find(([id]) => id === here)?.[1] ?? 'choose'}
      </Button>
      <ul id="views" className={mergeClasses(styles.links, !open && styles.shut)}>
        {MENU.map(([id, name]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className={mergeClasses(styles.link, id === here && styles.here)}
              aria-current={id === here ? 'page' : undefined}
              onClick={() => setOpen(false)}
            >
              {name}
              {countOf(id, overview) > 0 && (
                <Badge appearance="tint" color="informative" size="small">
                  {countOf(id, overview)}
                </Badge>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
