/** @jsxImportSource react */
/** The head of the page: its name, what is live, switching the bot off, the theme, signing out. */
import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkThemeRegular, LinkRegular, PowerRegular, SignOutRegular } from '@fluentui/react-icons';
import { useState } from 'react';
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

function ThemeMenu({ chosen, choose }: Themed) {
  return (
    <Menu
      checkedValues={{ theme: [chosen ?? 'own'] }}
      onCheckedValueChange={(_, { checkedItems: [item] }) =>
        choose(item === 'light' || item === 'dark' || item === 'contrast' ? item : null)
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<DarkThemeRegular />}>
          Theme
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
function LiveSince({ live, history: [before] }: Overview) {
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
      <Button appearance="subtle" icon={<PowerRegular />} onClick={() => setAsking(true)}>
        Switch the bot off
      </Button>
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
}

export function Header({ overview, themed, ownTheme, view, onSkip, onSignOut, onLink }: HeaderProps) {
  const styles = useFrame();
  return (
    <header className={styles.head}>
      <Button className={styles.skip} onClick={onSkip}>
        Skip to the view
      </Button>
      <span className={styles.name}>
        Signpost editor
        <LiveSince {...overview} />
      </span>
      {!overview.off && <SwitchOff {...view} />}
      {onLink && (
        <Button appearance="subtle" icon={<LinkRegular />} onClick={onLink}>
          Link to this view
        </Button>
      )}
      {ownTheme && <ThemeMenu {...themed} />}
      {onSignOut && (
        <Button appearance="subtle" icon={<SignOutRegular />} onClick={onSignOut}>
          Sign out
        </Button>
      )}
    </header>
  );
}
