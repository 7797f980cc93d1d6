/** As much of Azure as the bot meets: who signs the calls, who gives the bot its token, and where it answers to. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { BotSettings } from '../../../src/channels/botservice/settings.ts';

export const APP = '11111111-2222-4333-8444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const ISSUER = 'https://api.botframework.example';
export const KID = 'key-of-today';
export const SECRET = 'a secret of the tests';
/** What the bot's own calls carry: with its secret, and with its managed identity. */
export const OWN_TOKEN = 'header.of-the-bot.token';
export const IDENTITY_TOKEN = 'header.of-the-identity.token';

// biome-ignore lint/suspicious/noExplicitAny: what is sent is read loosely, as Teams would
export type Sent = any;

export interface Delivered {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Sent;
}

export interface Azure {
  readonly url: string;
  readonly settings: BotSettings;
  /** Everything that the bot said. */
  readonly delivered: Delivered[];
  /** The forms that it asked for its token with. */
  readonly asked: URLSearchParams[];
  /** So many of the bot's next messages are answered with this status. */
  failing(status: number, times: number): void;
  /** The keys cannot be had any more. */
  hideKeys(): void;
  /** A token for a call; `claims` are put over the right ones, undefined takes one away. */
  sign(
    claims?: { readonly [K in keyof JWTPayload]: unknown },
    header?: Record<string, unknown>,
    other?: 'stranger',
  ): Promise<string>;
  close(): void;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const give = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

export async function startAzure(endorsements?: readonly string[]): Promise<Azure> {
  const pair = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const jwk = {
    ...(await exportJWK(pair.publicKey)),
    kid: KID,
    use: 'sig',
    ...(endorsements && { endorsements }),
  };
  const delivered: Delivered[] = [];
  const asked: URLSearchParams[] = [];
  let failures = { status: 200, times: 0 };
  let keys = true;
  let url = '';
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = await readAll(request);
    if (path === '/metadata') give(response, 200, { issuer: ISSUER, jwks_uri: `${url}/keys` });
    else if (path === '/keys') give(response, keys ? 200 : 500, keys ? { keys: [jwk] } : {});
    else if (path.endsWith('/oauth2/v2.0/token')) {
      asked.push(new URLSearchParams(body));
      give(response, 200, { token_type: 'Bearer', access_token: OWN_TOKEN, expires_in: 3600 });
    } else if (path.startsWith('/identity')) {
      asked.push(new URL(path, url).searchParams);
      const until = Math.floor(Date.now() / 1000) + 3600;
      give(response, 200, { token_type: 'Bearer', access_token: IDENTITY_TOKEN, expires_on: String(until) });
    } else {
      delivered.push({ path, authorization: request.headers.authorization, body: JSON.parse(body) });
      const fails = failures.times-- > 0;
      give(response, fails ? failures.status : 200, { id: String(delivered.length) });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    settings: {
      appId: APP,
      tenant: TENANT,
      appType: 'SingleTenant',
      secret: SECRET,
      loginUrl: `${url}/${TENANT}`,
      scope: 'https://api.botframework.example',
      metadataUrl: `${url}/metadata`,
      issuer: ISSUER,
    },
    delivered,
    asked,
    failing: (status, times) => {
      failures = { status, times };
    },
    hideKeys: () => {
      keys = false;
    },
    sign: (claims = {}, header = {}, other) => {
      const now = Math.floor(Date.now() / 1000);
      const right = { iss: ISSUER, aud: APP, serviceurl: url, nbf: now - 60, exp: now + 3600 };
      return new SignJWT({ ...right, ...claims } as JWTPayload)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KID, ...header })
        .sign(other ? stranger.privateKey : pair.privateKey);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
