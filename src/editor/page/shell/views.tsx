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

const VIEWS: Readonly<Record<string, ComponentType<OwnProps>>> = {
  reminders: lazy(() => import('../views/reminders.tsx')),
  services: lazy(() => import('../views/services.tsx')),
  risk: lazy(() => import('../views/risk.tsx')),
  pages: lazy(() => import('../views/pages.tsx')),
  news: lazy(() => import('../views/news.tsx')),
  map: lazy(() => import('../views/map.tsx')),
  preview: lazy(() => import('../views/preview.tsx')),
  would: lazy(() => import('../views/would.tsx')),
  trail: lazy(() => import('../views/trail.tsx')),
  dialogs: lazy(() => import('../dialogs/list.tsx')),
  dialog: lazy(() => import('../dialogs/editor.tsx')),
  translations: lazy(() => import('../translations/list.tsx')),
  translate: lazy(() => import('../translations/side-by-side.tsx')),
  drafts: lazy(() => import('../drafts/list.tsx')),
  draft: lazy(() => import('../drafts/agree.tsx')),
  history: lazy(() => import('../history/history.tsx')),
};

export function View({
  route,
  props,
  room,
}: {
  readonly route: Route;
  readonly props: ViewProps;
  readonly room: Room;
}) {
  const Chosen = VIEWS[route.view];
  if (!Chosen) return <p>There is no such view. Choose one from the menu.</p>;
  return (
    <Suspense fallback={<Spinner label="One moment" />}>
      <Chosen {...props} rest={route.rest} room={room} />
    </Suspense>
  );
}
