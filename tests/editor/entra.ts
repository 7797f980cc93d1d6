/** As much of Entra as proves bearer tokens: what it publishes about itself, and its keys. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EntraConfig } from '../../src/config.ts';
import { NOW, publicKeys, TEAMS, TENANT, US } from './hostile.ts';
import { type Place, type Rig, type RigOptions, rig } from './rig.ts';

export interface Entra {
  readonly config: EntraConfig;
  /** How often its keys were fetched. */
  fetched(): number;
  close(): void;
}

export async function startEntra(): Promise<Entra> {
  const keys = await publicKeys();
  let fetched = 0;
  let origin = '';
  const issuer = () => `${origin}/${TENANT}/v2.0`;
  const server = createServer((request, response) => {
    const isKeys = request.url?.endsWith('/keys') ?? false;
    if (isKeys) fetched += 1;
    const about = {
      issuer: issuer(),
      jwks_uri: `${origin}/${TENANT}/keys`,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      response_types_supported: ['code'],
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? { keys } : about));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    config: { tenant: TENANT, clientId: US, clientSecret: 'secret', clients: [US, TEAMS], issuer: issuer() },
    fetched: () => fetched,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A rig to which staff bring tokens of this Entra, at the time for which these are made. */
export async function rigOf(entra: Entra, place: Place, options: RigOptions = {}): Promise<Rig> {
  const made = await rig(place, {
    ...options,
    config: { entra: entra.config, publicUrl: 'http://127.0.0.1' },
  });
  made.at = NOW;
  return made;
}
