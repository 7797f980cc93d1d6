/** The real service, set up for Entra and Teams, with a local issuer; and what its people are given as tokens. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { AXE } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { startEntra } from '../editor/entra.ts';
import { TEAMS, TENANT, tokensOf } from '../editor/hostile.ts';
import { makeService, type Service } from '../journeys/service.ts';

/** Chromium keeps public pages from this machine's own addresses, where the test's service is; a real one is elsewhere. */
const NEAR = ['--disable-features=LocalNetworkAccessChecks'];

/** Object ids of three members of staff. */
const OIDS = {
  Editor: 'aaaaaaaa-bbbb-cccc-dddd-000000000001',
  Approver: 'aaaaaaaa-bbbb-cccc-dddd-000000000002',
  Nobody: 'aaaaaaaa-bbbb-cccc-dddd-000000000003',
} as const;

export interface Tab {
  readonly service: Service;
  readonly browser: Browser;
  /** The editor's address. */
  editor(): string;
  /** A token as Teams gets it, of real time. */
  token(role: keyof typeof OIDS, claims?: object): string;
  /** A browser of somebody's own. */
  context(): Promise<BrowserContext>;
  stop(): Promise<void>;
}

export async function startTab(): Promise<Tab> {
  const entra = await startEntra();
  const { clientId, issuer } = entra.config;
  const env: Record<string, string> = {
    ENTRA_TENANT: TENANT,
    ENTRA_CLIENT_ID: clientId,
    ENTRA_CLIENT_SECRET: 'tab8Q~secret-of-forty-letters-zzzzzzzzzz',
    ENTRA_CLIENTS: TEAMS,
    ENTRA_AUTHORITY: issuer,
    TEAMS_APP_ID: '44444444-2222-3333-4444-555555555555',
  };
  const [service, browser] = await Promise.all([makeService(env), launchBrowser(NEAR)]);
  env.EDITOR_URL = service.origin;
  await service.start();
  return {
    service,
    browser,
    editor: () => `${service.origin}/editor`,
    token(role, claims = {}) {
      const now = Math.floor(Date.now() / 1_000);
      return tokensOf(issuer).says({
        azp: TEAMS,
        oid: OIDS[role],
        roles: role === 'Nobody' ? [] : [role],
        iat: now - 60,
        nbf: now - 60,
        exp: now + 3_600,
        ...claims,
      });
    },
    async context() {
      const viewport = { width: 1280, height: 900 };
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
      context.setDefaultTimeout(15_000);
      await context.addInitScript(AXE);
      return context;
    },
    async stop() {
      await browser.close();
      await service.remove();
      entra.close();
    },
  };
}

/** For one test file: there when its tests run, gone after them. */
export function tabServed(): Tab {
  const made = {} as Tab;
  beforeAll(async () => void Object.assign(made, await startTab()), 120_000);
  afterAll(() => made.stop?.());
  return made;
}

/** A browser of its own for each test of a file. */
export function visitEach(here: Tab): { readonly context: BrowserContext } {
  const visit = {} as { context: BrowserContext };
  beforeEach(async () => {
    visit.context = await here.context();
  });
  afterEach(() => visit.context.close());
  return visit;
}
