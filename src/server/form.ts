/** Reads a posted form: bounded in bytes, and whatever it holds is read as well as it can be, for somebody may need help. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../channels/door.ts';
import { BODY_LIMIT, readBytes } from './body.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
/** A letter that is not plain ASCII comes as three signs for each of its bytes. */
const CODED = 3;

/** Broken UTF-8 and broken codes become replacement signs: the words around them are still read. */
async function readFields(request: IncomingMessage): Promise<URLSearchParams> {
  const limit = CODED * BODY_LIMIT;
  if (Number(request.headers['content-length']) > limit) throw new Refusal('too-big');
  const { bytes, whole } = await readBytes(request, limit);
  if (!whole) throw new Refusal('too-big');
  let codes = 0;
  for (let at = bytes.indexOf('%'); at >= 0; at = bytes.indexOf('%', at + 1)) codes++;
  if (bytes.length - codes * (CODED - 1) > BODY_LIMIT) throw new Refusal('too-big');
  return new URLSearchParams(bytes.toString('utf8'));
}

/**
 * @returns the fields
 * @throws Refusal for a wrong type, or over 64 KB of words
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const { 'content-type': type = '', 'content-encoding': coding = 'identity' } = request.headers;
  if (!FORM_TYPE.test(type.trim()) || coding !== 'identity') throw new Refusal('bad-type');
  return readFields(request);
}

/**
 * A form's fields that came as a beacon, under whatever type.
 * @throws Refusal for over 64 KB
 */
export const readFormBeacon = readFields;
