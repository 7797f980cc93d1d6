/** The server's addresses as methods (api.ts lists them). Every failure becomes ApiFailed; status 0: no answer. */
import type { ApiError, Overview } from '../api.ts';
import type { Host, Proof } from './host.ts';
import { type Api, ApiFailed } from './work.ts';

/** Whether the server answers, and knows us. */
export type Line = 'well' | 'gone' | 'signed-out';

export interface HttpApi extends Api {
  line(): Line;
  onLine(told: () => void): () => void;
}

/** Longer than this the server is as good as gone. */
const PATIENCE = 20_000;

const GONE = 'The server does not answer. Your words are safe on this page. We will keep trying.';
const SIGNED_OUT = 'You have been signed out. Your words are safe on this page. Sign in again to go on.';

/** What the bar of the line says already, in words of its own. */
export const SAID_BY_LINE: readonly string[] = [GONE, SIGNED_OUT];

/** Something between us answered, not our server: its words are not shown. */
const unclear = (status: number): ApiError['error'] => ({
  code: 'unclear',
  message: status >= 500 ? GONE : 'The server did not accept this. Nothing you typed is lost.',
});

async function errorOf(answer: Response): Promise<ApiFailed> {
  const said = (await answer.json().catch(() => null)) as ApiError | null;
  const known = typeof said?.error?.message === 'string' ? said.error : unclear(answer.status);
  const message = answer.status === 401 ? SIGNED_OUT : known.message;
  return new ApiFailed(answer.status, { ...known, message });
}

class Wire {
  #line: Line = 'well';
  readonly #told = new Set<() => void>();
  readonly #host: Host;
  csrf = '';

  constructor(host: Host) {
    this.#host = host;
  }

  line = (): Line => this.#line;

  onLine = (told: () => void): (() => void) => {
    this.#told.add(told);
    return () => this.#told.delete(told);
  };

  #is(line: Line): void {
    if (line === this.#line) return;
    this.#line = line;
    for (const tell of this.#told) tell();
  }

  async #proof(): Promise<Proof> {
    try {
      return await this.#host.headers();
    } catch (error) {
      this.#is('signed-out');
      throw error;
    }
  }

  /** Where the server believes a proof no more, another is tried once. */
  async #answer(method: string, path: string, body: unknown): Promise<Response> {
    const proof = await this.#proof();
    const answer = await this.#send(method, path, body, proof);
    if (answer.status !== 401 || !(await this.#host.renew(proof))) return answer;
    return this.#send(method, path, body, await this.#proof());
  }

  async #send(method: string, path: string, body: unknown, proof: Proof): Promise<Response> {
    try {
      return await fetch(`/editor/api${path}`, {
        method,
        credentials: this.#host.credentials,
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          ...proof,
          ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
          ...(method !== 'GET' && this.csrf ? { 'X-Signpost': this.csrf } : {}),
        },
        body: method === 'GET' ? null : JSON.stringify(body ?? {}),
      });
    } catch {
      this.#is('gone');
      throw new ApiFailed(0, { code: 'gone', message: GONE });
    }
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.#answer(method, path, body);
    const ours = answer.headers.get('content-type')?.includes('json') ?? false;
    this.#is(answer.status === 401 ? 'signed-out' : answer.status >= 500 || !ours ? 'gone' : 'well');
    if (!answer.ok) throw await errorOf(answer);
    if (!ours) throw new ApiFailed(0, { code: 'gone', message: GONE });
    return (await answer.json()) as T;
  }
}

const query = (values: Record<string, string>): string => `?${new URLSearchParams(values)}`;

export function httpApi(host: Host): HttpApi {
  const wire = new Wire(host);
  const get = <T>(path: string): Promise<T> => wire.call<T>('GET', path);
  const post = <T>(path: string, body?: unknown): Promise<T> => wire.call<T>('POST', path, body);
  const done = (path: string, body?: unknown): Promise<void> => post(path, body).then(() => undefined);
  const draft = (id: string): string => `/drafts/${encodeURIComponent(id)}`;
  return {
    line: wire.line,
    onLine: wire.onLine,
    async desk() {
      const overview = await get<Overview>('/desk');
      wire.csrf = overview.me.csrf;
      return overview;
    },
    pulse: () => get('/pulse'),
    search: (words) => get(`/search${query({ words })}`),
    file: (version, path) => get(`/file${query({ version, path })}`),
    draft: (id) => get(draft(id)),
    save: (id, body) => wire.call('PUT', draft(id), body),
    ask: (id, revision) => post(`${draft(id)}/ask`, { revision }),
    approve: (id, revision) => post(`${draft(id)}/approve`, { revision }),
    publish: (id, revision) => post(`${draft(id)}/publish`, { revision }),
    sendBack: (id, body) => post(`${draft(id)}/send-back`, body),
    drop: (id, revision) => done(`${draft(id)}/drop`, { revision }),
    check: (body) => post('/check', body),
    wouldSay: (body) => post('/would-say', body),
    preview: (body) => post('/preview', body),
    map: (body) => post('/map', body),
    diff: (body) => post('/diff', body),
    diffBetween: (from, to) => get(`/diff${query({ from, to })}`),
    keepPhrase: (body) => done('/phrases', body),
    dropPhrase: (body) => done('/phrases/drop', body),
    hide: (body) => done('/services/hide', body),
    askBack: (service) => done('/services/ask-back', { service }),
    show: (service) => done('/services/show', { service }),
    rung: (service) => done('/services/rung', { service }),
    off: (why) => done('/off', { why }),
    on: (why) => done('/on', { why }),
    rollBack: (body) => post('/roll-back', body),
    approveText: (body) => done('/texts/approve', body),
    takeBackText: (path) => done('/texts/take-back', { path }),
    trail: () => get('/trail'),
    signOut: () => done('/sign-out'),
  };
}
