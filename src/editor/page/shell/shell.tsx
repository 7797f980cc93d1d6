/** @jsxImportSource react */
/** The page: head, menu, bars, the open draft, and the view that the address names. */
import { FluentProvider, Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Conflict } from '../drafts/conflict.tsx';
import { DraftBar } from '../drafts/bar.tsx';
import type { Host } from '../host.ts';
import type { HttpApi } from '../http-api.ts';
import { messageOf } from '../kit/doing.ts';
import type { Room } from '../room.ts';
import { goTo, MENU, menuOf, useRoute } from '../routes.ts';
import type { ViewProps } from '../work.ts';
import { Boundary } from './boundary.tsx';
import { Header } from './header.tsx';
import { useGuard, useLine, useSaveKey } from './keeping.ts';
import { LineBar, Messages, OffBar, type Told } from './messages.tsx';
import { Navigation } from './navigation.tsx';
import { useFrame, useWhole } from './styles.ts';
import { useTheme } from './theme.ts';
import { View } from './views.tsx';

interface ShellProps {
  readonly host: Host;
  readonly api: HttpApi;
  readonly room: Room;
}

/** Milliseconds: what was told this lately was told about where one is going. */
const FRESH = 1_000;

/** Messages of views; a new one of the same words replaces the old, and good news stays behind when one goes on. */
function useTold(at: string): { told: readonly Told[]; tell: ViewProps['tell']; dismiss: (id: number) => void } {
  const [told, setTold] = useState<readonly Told[]>([]);
  const next = useRef(0);
  const tell = useCallback<ViewProps['tell']>((kind, text) => {
    const id = ++next.current;
    setTold((all) => [...all.filter((one) => one.text !== text && one.kind !== 'done'), { id, kind, text, at: performance.now() }].slice(-3));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when somebody goes on
  useEffect(() => {
    setTold((all) => all.filter(({ kind, at: since }) => kind !== 'done' || performance.now() - since < FRESH));
  }, [at]);
  const dismiss = useCallback((id: number) => setTold((all) => all.filter((one) => one.id !== id)), []);
  return { told, tell, dismiss };
}

/** The page's title follows the view, and a screen reader's place with it. */
function useArrival(view: string): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${MENU.find(([id]) => id === menuOf(view))?.[1] ?? 'Editor'} – Signpost editor`;
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [view]);
  return main;
}

function Inside({ host, api, room, themed }: ShellProps & { readonly themed: ReturnType<typeof useTheme> }) {
  const styles = useFrame();
  const route = useRoute();
  const now = useSyncExternalStore(room.subscribe, room.now);
  const { told, tell, dismiss } = useTold(`${route.view}/${route.rest.join('/')}`);
  const refresh = useCallback(() => room.refresh(), [room]);
  const line = useLine(api, refresh);
  const main = useArrival(route.view);
  const save = useCallback(() => {
    room.save().catch((error: unknown) => tell('error', messageOf(error)));
  }, [room, tell]);
  useSaveKey(save);
  useGuard(room);
  useEffect(() => {
    refresh().catch(() => undefined);
  }, [refresh]);
  const { overview, work } = now;
  const props = useMemo<ViewProps | null>(
    () => overview && { api: room.api, overview, work, begin: room.begin, refresh, go: goTo, tell },
    [room, overview, work, refresh, tell],
  );
  const bar = <LineBar line={line} onSignIn={() => host.signIn()} onAgain={() => void refresh().catch(() => undefined)} />;
  useEffect(() => {
    if (!overview && line === 'signed-out') host.enter();
  }, [overview, line, host]);
  if (!props || !overview) return <main className={styles.main}>{line === 'well' ? <Spinner label="Opening the editor" /> : bar}</main>;
  return (
    <>
      <Header
        overview={overview}
        themed={themed}
        ownTheme={host.ownTheme}
        onSkip={() => main.current?.focus()}
        view={props}
        onSignOut={() => void room.close().then(() => api.signOut()).then(() => host.leave()).catch((error: unknown) => tell('error', messageOf(error)))}
      />
      <div className={styles.body}>
        <Navigation view={route.view} overview={overview} />
        <main className={styles.main} ref={main} tabIndex={-1}>
          <OffBar {...props} />
          {now.theirs && work && <Conflict theirs={now.theirs} work={work} room={room} props={props} />}
          <Boundary at={`${route.view}/${route.rest.join('/')}`}>
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

export function Shell(props: ShellProps) {
  useWhole();
  const styles = useFrame();
  const themed = useTheme(props.host);
  return (
    <FluentProvider theme={themed.theme} className={styles.page}>
      <Inside {...props} themed={themed} />
    </FluentProvider>
  );
}
