/**
 * An upload: a picture that we will not look at, and beside it an activity that may carry words for help. Only the
 * activity is read, and only from the first 64 KB, where every known client puts it; the rest is let through unread.
 */
import type { IncomingMessage } from 'node:http';
import { BODY_LIMIT, parseJson, readBytes } from './body.ts';

const ACTIVITY = 'application/vnd.microsoft.activity';
const BOUNDARY = /^multipart\/form-data\s*;.*?boundary="?([\w'()+,./:=?-]{1,70})"?/i;
const HEADERS_END = Buffer.from('\r\n\r\n');

/** The bytes of the activity's part; undefined when it is not (yet) there whole. */
function activityPart(body: Buffer, boundary: string): Buffer | undefined {
  const type = body.indexOf(ACTIVITY);
  const start = type < 0 ? -1 : body.indexOf(HEADERS_END, type);
  const end = start < 0 ? -1 : body.indexOf(`\r\n--${boundary}`, start);
  return end < 0 ? undefined : body.subarray(start + HEADERS_END.length, end);
}

/** @returns the uploaded activity, or undefined: whatever is wrong with an upload, the answer to it is the same and kind */
export async function readUpload(request: IncomingMessage): Promise<unknown> {
  try {
    const boundary = BOUNDARY.exec(request.headers['content-type'] ?? '')?.[1];
    let seen = Buffer.alloc(0);
    const enough = (chunk: Buffer) => {
      seen = Buffer.concat([seen, chunk]);
      return boundary === undefined || activityPart(seen, boundary) !== undefined;
    };
    await readBytes(request, BODY_LIMIT, enough);
    const part = boundary === undefined ? undefined : activityPart(seen.subarray(0, BODY_LIMIT), boundary);
    return part === undefined ? undefined : parseJson(part);
  } catch {
    return undefined;
  }
}
