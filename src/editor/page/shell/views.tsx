/** @jsxImportSource react */
/** Which view stands at which address; each is fetched when it is first opened. */
import { Spinner } from '@fluentui/react-components';
import { type ComponentType, lazy, Suspense } from 'react';
import type { Room } from '../room.ts';
import type { Route } from '../routes.ts';
import type { ViewProps } from '../work.ts';

/** A view of our own: besides what every view gets, the parts of its address and the room. */
export interface OwnProps extends ViewProps {
  readonly rest: readonly string[];
  readonly room: Room;
}

const LOADS: Readonly<Record<string, () => Promise<{ default: ComponentType<OwnProps> }>>> = {
  reminders: () => import('../views/reminders.tsx'),
  services: () => import('../views/services.tsx'),
  risk: () => import('../views/risk.tsx'),
  pages: () => import('../views/pages.tsx'),
  news: () => import('../views/news.tsx'),
  other: () => import('../views/other.tsx'),
  map: () => import('../views/map.tsx'),
  preview: () => import('../views/preview.tsx'),
  would: () => import('../views/would.tsx'),
  trail: () => import('../views/trail.tsx'),
  dialogs: () => import('../dialogs/list.tsx'),
  dialog: () => import('../dialogs/editor.tsx'),
  translations: () => import('../translations/list.tsx'),
  translate: () => import('../translations/side-by-side.tsx'),
  drafts: () => import('../drafts/list.tsx'),
  draft: () => import('../drafts/agree.tsx'),
  history: () => import('../history/history.tsx'),
};

const VIEWS = Object.fromEntries(Object.entries(LOADS).map(([name, load]) => [name, lazy(load)]));

/** Brings the other views while nobody waits: they are there when the server is not. */
export async function fetchViews(): Promise<void> {
  for (const load of Object.values(LOADS)) await load().catch(() => undefined);
}

export function View({
  route,
  props,
  room,
}: {
  readonly route: Route;
  readonly props: ViewProps;
  readonly room: Room;
}) {
  const Chosen = Object.hasOwn(VIEWS, route.view) ? VIEWS[route.view] : undefined;
  if (!Chosen) return <p>There is no such view. Choose one from the menu.</p>;
  return (
    <Suspense fallback={<Spinner label="One moment" />}>
      <Chosen {...props} rest={route.rest} room={room} />
    </Suspense>
  );
}
