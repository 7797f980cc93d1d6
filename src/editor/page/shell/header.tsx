/** @jsxImportSource react */
/** The head of the page: its name, what is live, switching the bot off, the theme, signing out. */
import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkThemeRegular, LinkRegular, PowerRegular, SignOutRegular } from '@fluentui/react-icons';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { Overview } from '../../api.ts';
import { momentInWords } from '../kit/days.ts';
import { useDoing } from '../kit/doing.ts';
import { Reason } from '../kit/reason.tsx';
import type { ViewProps } from '../work.ts';
import { useFrame } from './styles.ts';
import type { Themed } from './theme.ts';

const THEME_NAMES = [
  ['own', 'As on this device'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
] as const;

interface ActProps {
  readonly icon: ReactElement;
  readonly name: string;
  readonly onClick: () => void;
}

/** A button of the head; on a phone its icon alone. */
const Act = ({ icon, name, onClick }: ActProps) => (
  <Button appearance="subtle" className={useFrame().act} icon={icon} title={name} onClick={onClick}>
    <span>{name}</span>
  </Button>
);

function ThemeMenu({ chosen, choose }: Themed) {
  return (
    <Menu
      checkedValues={{ theme: [chosen ?? 'own'] }}
      onCheckedValueChange={(_, { checkedItems: [item] }) =>
        choose(item === 'light' || item === 'dark' || item === 'contrast' ? item : null)
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={useFrame().act} icon={<DarkThemeRegular />} title="Theme">
          <span>Theme</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {THEME_NAMES.map(([id, name]) => (
            <MenuItemRadio key={id} name="theme" value={id}>
              {name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Since when residents see these words; its name for who has to tell it to somebody. */
export function LiveSince({ live, history: [before] }: Overview) {
  const since = before ? `Live since ${momentInWords(before.until)}` : 'Live: the words as shipped';
  return (
    <span className={useFrame().version} title={live}>
      {since}
    </span>
  );
}

export function SwitchOff({ api, refresh, tell }: Pick<ViewProps, 'api' | 'refresh' | 'tell'>) {
  const [asking, setAsking] = useState(false);
  const doing = useDoing({ tell });
  return (
    <>
      <Act icon={<PowerRegular />} name="Switch the bot off" onClick={() => setAsking(true)} />
      {asking && (
        <Reason
          title="Switch the bot off for everybody?"
          action="Switch the bot off now"
          busy={doing.busy}
          onClose={() => setAsking(false)}
          onDo={async (why) => {
            const done = () => api.off(why).then(refresh);
            if (await doing.run(done, 'The bot is switched off. Residents see the numbers instead.'))
              setAsking(false);
          }}
        >
          <p>
            Residents will see a page with the numbers to ring instead of the chat, at once and everywhere.
            Talks that are going on are led there too. One person is enough; it stands in the audit trail.
          </p>
        </Reason>
      )}
    </>
  );
}

interface HeaderProps {
  readonly overview: Overview;
  readonly themed: Themed;
  readonly ownTheme: boolean;
  readonly view: Pick<ViewProps, 'api' | 'refresh' | 'tell'>;
  /** To the view, past the menu. */
  readonly onSkip: () => void;
  /** null: here nobody does. */
  readonly onSignOut: (() => void) | null;
  readonly onLink: (() => void) | null;
  /** Where there is no room for it beside the view; it tells since when words are live, too. */
  readonly menu: ReactNode;
}

export function Header(props: HeaderProps) {
  const { overview, themed, ownTheme, view, onSkip, onSignOut, onLink, menu } = props;
  const styles = useFrame();
  return (
    <header className={styles.head}>
      <Button className={styles.skip} onClick={onSkip}>
        Skip to the view
      </Button>
      {menu}
      <span className={styles.name}>
        Signpost editor
        {!menu && <LiveSince {...overview} />}
      </span>
      {!overview.off && <SwitchOff {...view} />}
      {onLink && <Act icon={<LinkRegular />} name="Link to this view" onClick={onLink} />}
      {ownTheme && <ThemeMenu {...themed} />}
      {onSignOut && <Act icon={<SignOutRegular />} name="Sign out" onClick={onSignOut} />}
    </header>
  );
}
