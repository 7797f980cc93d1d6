/** @jsxImportSource react */
/** The page: head, menu, bars, the open draft, and the view that the address names. */
import { FluentProvider, Spinner } from '@fluentui/react-components';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { DraftBar } from '../drafts/bar.tsx';
import { Conflict } from '../drafts/conflict.tsx';
import { type Host, type Trouble, webHost } from '../host.ts';
import { type HttpApi, SAID_BY_LINE } from '../http-api.ts';
import { messageOf } from '../kit/doing.ts';
import { useNarrow } from '../kit/small.ts';
import type { Room } from '../room.ts';
import { goTo, MENU, menuOf, useRoute } from '../routes.ts';
import type { ViewProps } from '../work.ts';
import { Barred } from './barred.tsx';
import { Boundary } from './boundary.tsx';
import { useEntry } from './entry.ts';
import { Header } from './header.tsx';
import { useForesight, useGuard, useLine, useSaveKey } from './keeping.ts';
import { LineBar, Messages, OffBar, type Told } from './messages.tsx';
import { Navigation, NavigationButton } from './navigation.tsx';
import { usePulse } from './pulse.ts';
import { useFrame, useWhole } from './styles.ts';
import { type Themed, useTheme } from './theme.ts';
import { View } from './views.tsx';

interface ShellProps {
  readonly host: Host;
  readonly api: HttpApi;
  readonly room: Room;
}

/** Milliseconds: what was told this lately was told about where one is going. */
const FRESH = 1_000;

/** Messages of views; a new one of the same words replaces the old, and good news stays behind when one goes on. */
function useTold(at: string): {
  told: readonly Told[];
  tell: ViewProps['tell'];
  dismiss: (id: number) => void;
} {
  const [told, setTold] = useState<readonly Told[]>([]);
  const next = useRef(0);
  const tell = useCallback<ViewProps['tell']>((kind, text) => {
    if (SAID_BY_LINE.includes(text)) return;
    const id = ++next.current;
    setTold((all) =>
      [
        ...all.filter((one) => one.text !== text && one.kind !== 'done'),
        { id, kind, text, at: performance.now() },
      ].slice(-3),
    );
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when somebody goes on
  useEffect(() => {
    setTold((all) =>
      all.filter(({ kind, at: since }) => kind !== 'done' || performance.now() - since < FRESH),
    );
  }, [at]);
  const dismiss = useCallback((id: number) => setTold((all) => all.filter((one) => one.id !== id)), []);
  return { told, tell, dismiss };
}

/** The page's title follows the view; its top, and a screen reader's place, whatever is opened. */
function useArrival(view: string, at: string): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${MENU.find(([id]) => id === menuOf(view))?.[1] ?? 'Editor'} – Signpost editor`;
  }, [view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when somebody goes on
  useEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [at]);
  return main;
}

/** Everything that goes on as long as the page is open, whatever view stands in it. */
function useGoingOn(shell: ShellProps, tell: ViewProps['tell'], at: string) {
  const { api, room, host } = shell;
  const now = useSyncExternalStore(room.subscribe, room.now);
  const failed = useCallback((error: unknown) => tell('error', messageOf(error)), [tell]);
  const refresh = useCallback(() => room.refresh(), [room]);
  const save = useCallback(() => void room.save().catch(failed), [room, failed]);
  const { leave } = host;
  const signOut = leave && (() => void room.close().then(api.signOut).then(leave).catch(failed));
  const { trouble, again, signIn } = useEntry(shell, failed);
  const line = useLine(api, again);
  const { overview, work } = now;
  useSaveKey(save);
  useGuard(room);
  useForesight(overview !== null);
  usePulse(room, tell, overview !== null, at);
  const arrived = overview ? true : trouble ? false : undefined;
  useEffect(() => {
    if (arrived !== undefined) host.arrived(arrived);
  }, [arrived, host]);
  const props = useMemo<ViewProps | null>(
    () => overview && { api: room.api, overview, work, begin: room.begin, refresh, go: goTo, tell },
    [room, overview, work, refresh, tell],
  );
  return { now, props, line, save, again, signIn, signOut, trouble };
}

function Inside(shell: ShellProps & { readonly themed: Themed }) {
  const { host, room, themed } = shell;
  const styles = useFrame();
  const route = useRoute();
  const at = `${route.view}/${route.rest.join('/')}`;
  const { told, tell, dismiss } = useTold(at);
  const { now, props, line, save, again, signIn, signOut, trouble } = useGoingOn(shell, tell, at);
  const main = useArrival(route.view, at);
  const narrow = useNarrow();
  const bar = <LineBar line={line} wayBack={host.wayBack} onSignIn={signIn} onAgain={again} />;
  if (!props && trouble) return <Barred trouble={trouble} onAgain={signIn} />;
  if (!props)
    return (
      <main className={styles.main}>{line === 'well' ? <Spinner label="Opening the editor" /> : bar}</main>
    );
  const { overview, work } = props;
  const menu = { view: route.view, overview };
  return (
    <>
      <Header
        {...{ overview, themed }}
        ownTheme={host.ownTheme}
        view={props}
        onSkip={() => main.current?.focus()}
        onSignOut={signOut}
        onLink={host.link}
        menu={narrow && <NavigationButton {...menu} />}
      />
      <div className={styles.body}>
        {!narrow && <Navigation {...menu} />}
        <main className={styles.main} ref={main} tabIndex={-1}>
          <OffBar {...props} />
          {now.theirs && work && <Conflict theirs={now.theirs} work={work} room={room} props={props} />}
          <Boundary at={at}>
            <View route={route} props={props} room={room} />
          </Boundary>
          <div className={styles.dock}>
            {bar}
            <Messages told={told} onDismiss={dismiss} />
            {work && <DraftBar now={now} room={room} props={props} onSave={save} />}
          </div>
        </main>
      </div>
    </>
  );
}

/** The whole of the window, in a theme. */
function Whole({ themed, children }: { readonly themed: Themed; readonly children: ReactNode }) {
  useWhole();
  const styles = useFrame();
  return (
    <FluentProvider theme={themed.theme}>
      {/* Not on the provider: what is drawn over the page (lists, menus) takes its class, and would cover all of it. */}
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  );
}

export function Shell(props: ShellProps) {
  const themed = useTheme(props.host);
  return (
    <Whole themed={themed}>
      <Inside {...props} themed={themed} />
    </Whole>
  );
}

/** There is no place that the editor could live in. */
export function Shut({ trouble }: { readonly trouble: Trouble }) {
  const [place] = useState(webHost);
  return (
    <Whole themed={useTheme(place)}>
      <Barred trouble={trouble} onAgain={() => location.reload()} />
    </Whole>
  );
}
