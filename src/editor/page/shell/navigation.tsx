/** @jsxImportSource react */
/** The menu of views; where there is no room beside them, behind a button. */
import { Badge, Button, mergeClasses } from '@fluentui/react-components';
import { NavigationRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Overview } from '../../api.ts';
import { MENU, menuOf } from '../routes.ts';
import { toDo } from '../todo/lines.ts';
import { LiveSince } from './header.tsx';
import { useFrame } from './styles.ts';

function countOf(view: string, overview: Overview): number {
  if (view === 'reminders') return toDo(overview).filter(({ due }) => due).length;
  return view === 'drafts' ? overview.drafts.length : 0;
}

interface LinksProps {
  readonly view: string;
  readonly overview: Overview;
  readonly onGo?: () => void;
}

function Links({ view, overview, onGo }: LinksProps) {
  const styles = useFrame();
  const here = menuOf(view);
  return (
    <ul className={styles.links}>
      {MENU.map(([id, name]) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className={mergeClasses(styles.link, id === here && styles.here)}
            aria-current={id === here ? 'page' : undefined}
            onClick={onGo}
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
  );
}

/** At the side of the view. */
export function Navigation(props: LinksProps) {
  return (
    <nav className={useFrame().menu} aria-label="Views">
      <Links {...props} />
    </nav>
  );
}

/** In the head of the page; Escape, and whatever is done elsewhere, closes it. */
export function NavigationButton(props: LinksProps) {
  const styles = useFrame();
  const [open, setOpen] = useState(false);
  return (
    <nav
      aria-label="Views"
      onKeyDown={({ key, currentTarget }) => {
        if (key !== 'Escape' || !open) return;
        setOpen(false);
        currentTarget.querySelector('button')?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <Button
        appearance="subtle"
        className={styles.menuButton}
        icon={<NavigationRegular />}
        aria-expanded={open}
        aria-controls="views"
        onClick={() => setOpen(!open)}
      >
        Menu
      </Button>
      <div id="views" className={styles.under} hidden={!open}>
        <Links {...props} onGo={() => setOpen(false)} />
        <LiveSince {...props.overview} />
      </div>
    </nav>
  );
}
