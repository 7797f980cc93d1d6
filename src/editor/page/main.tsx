/** @jsxImportSource react */
/** Starts the editor's page. Styles made in the browser carry the nonce that the server wrote into the page. */
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { webHost } from './host.ts';
import { httpApi } from './http-api.ts';
import { Room } from './room.ts';
import { Shell } from './shell/shell.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});
const place = document.querySelector('#root');
const host = webHost();
const api = httpApi(host);

if (place)
  createRoot(place).render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      <Shell host={host} api={api} room={new Room(api)} />
    </RendererProvider>,
  );
