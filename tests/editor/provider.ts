/** A real OpenID provider of our own, and a browser that clicks through its pages. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { EntraConfig } from '../../src/config.ts';

export const TENANT = '11111111-2222-3333-4444-555555555555';

/** As we are registered with a provider. */
export const registeredAt = (issuer: string): EntraConfig => ({
  tenant: TENANT,
  clientId: 'us',
  clientSecret: 'secret',
  clients: ['us'],
  issuer,
});

export interface OpenIdProvider {
  readonly issuer: string;
  /** What it says of the person who signs in. */
  claims: Record<string, unknown>;
  /** @returns the address that the browser is sent back to */
  through(to: string): Promise<string>;
  close(): void;
}

/** Clicks through the provider's own development pages, as a browser with its cookies would. */
async function through(to: string, back: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = to;
  let method = 'GET';
  let body: string | undefined;
  for (let n = 0; n < 12; n += 1) {
    if (address.startsWith(back)) return address;
    const answer = await fetch(address, {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body && { body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const next = answer.headers.get('location');
    if (next) {
      [address, method, body] = [new URL(next, address).href, 'GET', undefined];
      continue;
    }
    const html = await answer.text();
    const form = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? '';
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    [address, method, body] = [
      new URL(form, address).href,
      'POST',
      `prompt=${prompt}&login=person&password=x`,
    ];
  }
  throw new Error('the provider never came back');
}

/** @param back where it may send people back to */
export async function startProvider(back: string): Promise<OpenIdProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made: OpenIdProvider = {
    issuer,
    claims: {},
    through: (to) => through(to, back),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'us',
        client_secret: 'secret',
        redirect_uris: [back],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub', 'tid', 'oid', 'roles', 'acct', 'idp', 'idtyp', 'ver'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...made.claims }),
    }),
    pkce: { required: () => true },
  } as never);
  server.on('request', provider.callback());
  return made;
}
