/** What the staff side is asked and what it answers, whatever serves it. */

/**
 * What a call waits with, and so what it can never keep waiting: the page's own files, its pages, signing in, fetching the
 * key of a bearer token, what staff do, and what takes something away from residents or only looks at how things stand.
 */
export type Lane = 'assets' | 'pages' | 'sign-in' | 'tokens' | 'work' | 'urgent';

/** One HTTP call; its body is read only by who wants it. */
export interface StaffRequest {
  readonly method: string;
  /** From /editor on, without a query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The origin that staff see, such as https://signpost.example.gov.uk. */
  readonly base: string;
  /** A header, by its name in small letters. */
  header(name: string): string | undefined;
  /**
   * @param lane where its work will wait
   * @param who the person that it comes from: only so many of theirs are read at once
   * @throws StaffRefusal for a wrong type, too many bytes, or JSON that is not fit
   */
  json(lane: Lane, who: string): Promise<unknown>;
  /**
   * Does some work when it is its turn.
   * @param who the person that it is for, '' where that is not known yet
   * @throws StaffRefusal('busy') when its turn does not come
   */
  turn<T>(lane: Lane, who: string, work: () => Promise<T>): Promise<T>;
}

/** A file of the editor's page. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip?: Buffer;
  readonly br?: Buffer;
}

export interface StaffAnswer {
  readonly status: number;
  readonly json?: object;
  readonly html?: string;
  /** What the styles of the page must carry. */
  readonly nonce?: string;
  readonly asset?: Asset;
  /** Teams may show it in a frame; nobody else may, and nothing else. */
  readonly framed?: boolean;
  /** May be kept for ever: its name changes with it. */
  readonly immutable?: boolean;
  /** Where the browser goes next. */
  readonly to?: string;
  /** Whole Set-Cookie values. */
  readonly cookies?: readonly string[];
  /** Of an address that does not take the method: those it takes. */
  readonly allow?: string;
}

/** The value of a cookie; the first, where there are two of a name. */
export function cookieOf(request: Pick<StaffRequest, 'header'>, name: string): string | undefined {
  for (const pair of (request.header('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Scripts cannot read it, and it goes to the staff side alone. */
export function cookie(
  name: string,
  value: string,
  { base, site, seconds }: { base: string; site: 'Strict' | 'Lax'; seconds?: number },
): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  const secure = base.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/editor; HttpOnly; SameSite=${site}${age}${secure}`;
}
