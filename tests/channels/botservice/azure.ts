/** As much of Azure as the bot meets: who signs the calls, who gives the bot its token, and where it answers to. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { BotConfig } from '../../../src/config.ts';

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
  readonly settings: BotConfig;
  /** Everything that the bot said. */
  readonly delivered: Delivered[];
  /** The forms that it asked for its token with. */
  readonly asked: URLSearchParams[];
  /** So many of the bot's next messages are answered with this status. */
  failing(status: number, times: number, headers?: Readonly<Record<string, string>>): void;
  /** What the bot sends is taken, and then this decides when it is answered, or answers it; undefined: at once. */
  answering(when: ((sent: Delivered, response: ServerResponse) => Promise<void>) | undefined): void;
  /** The keys cannot be had any more. */
  hideKeys(): void;
  /** What says where the keys are can be had once more, and then no longer. */
  hideMetadata(): void;
  /** From now on another key signs, which is published beside the old one. */
  rotate(): Promise<void>;
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

const give = (response: ServerResponse, status: number, body: object, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

export async function startAzure(endorsements?: readonly string[]): Promise<Azure> {
  let pair = await generateKeyPair('RS256');
  let kid = KID;
  const stranger = await generateKeyPair('RS256');
  const published = async () => ({
    ...(await exportJWK(pair.publicKey)),
    kid,
    use: 'sig',
    ...(endorsements && { endorsements }),
  });
  const all = [await published()];
  const delivered: Delivered[] = [];
  const asked: URLSearchParams[] = [];
  let failures = { status: 200, times: 0, headers: {} };
  let when: ((sent: Delivered, response: ServerResponse) => Promise<void>) | undefined;
  let keys = true;
  let metadata = Number.POSITIVE_INFINITY;
  let url = '';
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = await readAll(request);
    if (path === '/metadata') {
      const there = metadata-- > 0;
      give(response, there ? 200 : 500, there ? { issuer: ISSUER, jwks_uri: `${url}/keys` } : {});
    } else if (path === '/keys') give(response, keys ? 200 : 500, keys ? { keys: all } : {});
    else if (path.endsWith('/oauth2/v2.0/token')) {
      asked.push(new URLSearchParams(body));
      give(response, 200, { token_type: 'Bearer', access_token: OWN_TOKEN, expires_in: 3600 });
    } else if (path.startsWith('/identity')) {
      asked.push(new URL(path, url).searchParams);
      const until = Math.floor(Date.now() / 1000) + 3600;
      give(response, 200, { token_type: 'Bearer', access_token: IDENTITY_TOKEN, expires_on: String(until) });
    } else {
      const sent = { path, authorization: request.headers.authorization, body: JSON.parse(body) };
      delivered.push(sent);
      const { status, headers } = failures.times-- > 0 ? failures : { status: 200, headers: {} };
      await when?.(sent, response);
      if (!response.headersSent) give(response, status, { id: String(delivered.length) }, headers);
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
    failing: (status, times, headers = {}) => {
      failures = { status, times, headers };
    },
    answering: (how) => {
      when = how;
    },
    hideKeys: () => {
      keys = false;
    },
    hideMetadata: () => {
      metadata = 1;
    },
    rotate: async () => {
      pair = await generateKeyPair('RS256');
      kid = `${kid}-and-after`;
      all.push(await published());
    },
    sign: (claims = {}, header = {}, other) => {
      const now = Math.floor(Date.now() / 1000);
      const right = { iss: ISSUER, aud: APP, serviceurl: url, nbf: now - 60, exp: now + 3600 };
      return new SignJWT({ ...right, ...claims } as JWTPayload)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
        .sign(other ? stranger.privateKey : pair.privateKey);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
