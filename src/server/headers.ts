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

/** frame-ancestors is 'none' until the embedding sites are configured. */
const policy = (base: string, style: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${style}`,
    "img-src 'self'",
    // Older browsers do not count our own WebSocket as 'self'.
    `connect-src 'self' ${base.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const build = (base: string, style: string): readonly string[] => [
  'Content-Security-Policy',
  policy(base, style),
  'Strict-Transport-Security',
  'max-age=63072000; includeSubDomains; preload',
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'no-referrer',
  'Cross-Origin-Opener-Policy',
  'same-origin',
  'Cross-Origin-Resource-Policy',
  'same-origin',
  'Cross-Origin-Embedder-Policy',
  'require-corp',
  'Permissions-Policy',
  PERMISSIONS.map((name) => `${name}=()`).join(', '),
  'Cache-Control',
  'no-store',
  'Vary',
  'Accept-Encoding, Origin',
];

const built = new Map<string, readonly string[]>();
/** Hosts come from outside: without PUBLIC_URL anybody can name a thousand. */
const BUILT_LIMIT = 16;

/**
 * @param base our own origin
 * @param styleHash the hash of the styles inside a page, as `'sha256-…'`
 * @returns name, value, name, value: the flat form that Node writes without copying
 */
export function securityHeaders(base: string, styleHash?: string): readonly string[] {
  const style = styleHash ? ` ${styleHash}` : '';
  const key = base + style;
  let headers = built.get(key);
  if (!headers) {
    headers = build(base, style);
    if (built.size >= BUILT_LIMIT) built.clear();
    built.set(key, headers);
  }
  return headers;
}

/** Pages that search engines may list are the ones that are neither the chat nor a program's address. */
export const isPrivate = (path: string) =>
  /^\/(?:v3|api|chat|app|health|metrics|editor)(?:[/?]|$)/.test(path);
