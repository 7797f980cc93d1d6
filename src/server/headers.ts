/** The security headers, the same on every answer of the server, errors and raw answers included. */

const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/** What is different about an answer. */
export interface Look {
  /** The hash of the styles inside it, as `'sha256-…'`. */
  readonly styleHash?: string;
  /** May be shown in a frame, by pages of these origins; none of them: by nobody, as all others. */
  readonly frame?: readonly string[];
  /** A script for the pages of others. */
  readonly shared?: boolean;
  /** What the scripts of any site may read: a feed. */
  readonly open?: boolean;
  /** For a program, not for a person: what is only about pages is left out, a kilobyte less with each message. */
  readonly data?: boolean;
}

const policy = (base: string, { styleHash, frame = [] }: Look) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleHash ? ` ${styleHash}` : ''}`,
    "img-src 'self'",
    // Older browsers do not count our own WebSocket as 'self'.
    `connect-src 'self' ${base.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frame.join(' ') || "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** On every answer: name, value, name, value. */
export const ALWAYS = [
  'Strict-Transport-Security',
  'max-age=63072000; includeSubDomains; preload',
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'no-referrer',
  'Cache-Control',
  'no-store',
  'Vary',
  'Accept-Encoding, Origin',
] as const;

const DATA: readonly string[] = [
  'Content-Security-Policy',
  "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy',
  'same-origin',
  ...ALWAYS,
];

const build = (base: string, look: Look): readonly string[] => [
  'Content-Security-Policy',
  policy(base, look),
  'Cross-Origin-Opener-Policy',
  'same-origin',
  'Cross-Origin-Resource-Policy',
  // A page that lets only willing resources in holds our frame and our script too.
  look.shared || look.frame?.length ? 'cross-origin' : 'same-origin',
  'Cross-Origin-Embedder-Policy',
  'require-corp',
  'Permissions-Policy',
  PERMISSIONS.map((name) => `${name}=()`).join(', '),
  ...ALWAYS,
];

const built = new Map<string, readonly string[]>();
/** Hosts come from outside: without PUBLIC_URL anybody can name a thousand. */
const BUILT_LIMIT = 16;

/**
 * @param base our own origin
 * @param look what is different about this answer
 * @returns name, value, name, value: the flat form that Node writes without copying
 */
export function securityHeaders(base: string, look: Look = {}): readonly string[] {
  if (look.data) return DATA;
  const key = [base, look.styleHash, look.shared, ...(look.frame ?? [])].join(' ');
  let headers = built.get(key);
  if (!headers) {
    headers = build(base, look);
    if (built.size >= BUILT_LIMIT) built.clear();
    built.set(key, headers);
  }
  return headers;
}

/** Pages that search engines may list are the ones that are neither the chat nor a program's address. */
export const isPrivate = (path: string) =>
  /^\/(?:(?:v3|api|chat(?:-words)?|places\.json|app|embed|health|metrics|editor)(?:[/?]|$)|report-it\/)/.test(
    path,
  );
