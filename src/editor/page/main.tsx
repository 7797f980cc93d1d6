/** @jsxImportSource react */
/** Starts the editor's page. Styles made in the browser carry the nonce that the server wrote into the page. */
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Host, type Trouble, webHost } from './host.ts';
import { httpApi } from './http-api.ts';
import { Room } from './room.ts';
import { Shell, Shut } from './shell/shell.tsx';
import { NOT_TEAMS } from './teams/troubles.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});
const place = document.querySelector('#root');

const show = (what: ReactNode): void => {
  if (!place) return;
  createRoot(place).render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      {what}
    </RendererProvider>,
  );
};

/** In a frame there is Teams, or nobody. */
function find(): Promise<Host | Trouble> {
  if (window.parent === window) return Promise.resolve(webHost());
  return import('./teams/frame.ts').then(({ enterTeams }) => enterTeams()).catch(() => NOT_TEAMS);
}

const host = await find();
if ('title' in host) show(<Shut trouble={host} />);
else {
  const api = httpApi(host);
  show(<Shell host={host} api={api} room={new Room(api)} />);
}
