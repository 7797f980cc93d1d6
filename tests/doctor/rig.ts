/** A place to look at: an issuer, a bot's metadata and a running Signpost, all on this machine, each as a test wants it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const TENANT = '11111111-2222-3333-4444-555555555555';
/** What must never be shown. */
export const SECRETS = {
  ENTRA_CLIENT_SECRET: 'aaa8Q~entra-secret-of-forty-letters-xxxx',
  BOT_APP_SECRET: 'bbb8Q~bots-secret-of-forty-letters-yyyyy',
  TOKEN_SECRET: 'token-secret-of-more-than-thirty-two-letters',
  AUDIT_KEY: 'audit-key-of-more-than-thirty-two-letters-zz',
} as const;
const PUBLIC = 'https://signpost.council.gov.uk';

export interface Place {
  /** Everything set, everything right. */
  readonly env: Readonly<Record<string, string>>;
  /** What these tests change: undefined answers with a 503. */
  readonly is: {
    /** Of the tokens that Entra gives. */
    version: string;
    issuer: string | undefined;
    /** How far its clock is from ours. */
    skewMs: number;
    /** Code of Entra for the secret of the application of this id. */
    refuses: Record<string, number>;
    ancestors: string;
    door: number;
  };
  readonly fetch: typeof fetch;
  close(): void;
}

export async function openPlace(folder: string): Promise<Place> {
  let origin = '';
  const tokenAnswer = async (request: IncomingMessage): Promise<[number, object]> => {
    const form = new URLSearchParams(await text(request));
    const refused = is.refuses[form.get('client_id') ?? ''];
    const claims = Buffer.from(JSON.stringify({ ver: is.version })).toString('base64url');
    const whole = form.get('grant_type') === 'client_credentials' && form.get('scope')?.endsWith('/.default');
    if (!whole) return [400, { error: 'invalid_request' }];
    return refused
      ? [401, { error: 'invalid_client', error_codes: [refused] }]
      : [200, { access_token: `x.${claims}.x` }];
  };
  const server = createServer(async (request, response) => {
    const send = (status: number, body: object, headers: Record<string, string> = {}) => {
      const date = new Date(Date.now() + is.skewMs).toUTCString();
      response.writeHead(status, { 'content-type': 'application/json', date, ...headers });
      response.end(JSON.stringify(body));
    };
    const path = request.url ?? '';
    if (path.endsWith('/v2.0/.well-known/openid-configuration')) {
      if (is.issuer === undefined) send(503, {});
      else if (is.issuer === '') send(400, { error: 'invalid_tenant' });
      else send(200, { issuer: is.issuer, token_endpoint: `${origin}/${TENANT}/oauth2/v2.0/token` });
    } else if (path.endsWith('/oauth2/v2.0/token')) send(...(await tokenAnswer(request)));
    else if (path === '/bot/openidconfiguration')
      send(200, { issuer: 'bot', jwks_uri: `${origin}/bot/keys` });
    else if (path === '/editor')
      send(200, {}, { 'content-security-policy': `default-src 'none'; frame-ancestors ${is.ancestors}` });
    else if (path === '/api/messages') send(is.door, {});
    else send(404, {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/${TENANT}/v2.0`;
  const is: Place['is'] = {
    issuer,
    version: '2.0',
    skewMs: 0,
    refuses: {},
    ancestors: 'https://teams.microsoft.com https://*.cloud.microsoft',
    door: 401,
  };
  return {
    is,
    env: {
      ...SECRETS,
      DATA_DIR: folder,
      PUBLIC_URL: PUBLIC,
      ENTRA_TENANT: TENANT,
      ENTRA_CLIENT_ID: '22222222-2222-3333-4444-555555555555',
      ENTRA_AUTHORITY: issuer,
      ENTRA_CLIENTS: '1fec8e78-bce4-4aaf-ab1b-5451cc387264, 5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      TEAMS_APP_ID: '44444444-2222-3333-4444-555555555555',
      BOT_APP_ID: '33333333-2222-3333-4444-555555555555',
      BOT_TENANT: TENANT,
      BOT_LOGIN_URL: origin,
      BOT_METADATA_URL: `${origin}/bot/openidconfiguration`,
    },
    // The public address leads to the same machine, as a proxy would.
    fetch: (url, init) => fetch(String(url).replace(PUBLIC, origin), init),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
