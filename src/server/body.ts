/** Reads a request's JSON: bounded in bytes and depth, strict about its type, and with no key that could poison an object. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../channels/door.ts';

export const BODY_LIMIT = 64 * 1024;
/** A message of Teams has up to 28 KB of words, and has them twice. */
const ACTIVITY_LIMIT = 256 * 1024;
export const DEPTH_LIMIT = 32;
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const POISON = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The body's bytes, up to a limit. What comes after the limit is let through unread: a socket cut in the middle
 * of a request would take the answer with it. The server's own request timeout ends it.
 */
export function readBytes(
  request: IncomingMessage,
  limit: number,
  enough: (bytes: Buffer) => boolean = () => false,
): Promise<{ bytes: Buffer; whole: boolean }> {
  return new Promise((resolve, reject) => {
    // Whoever hung up while waiting sends nothing more, not even an end.
    if (request.destroyed) throw new Refusal('bad-shape');
    const chunks: Buffer[] = [];
    let size = 0;
    const done = (whole: boolean) => {
      request.off('data', take);
      request.resume();
      resolve({ bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks), whole });
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      if (size > limit || enough(chunk)) done(false);
    };
    request.on('data', take);
    request.once('end', () => done(true));
    // Broken off: nobody is there to hear of it, but the call must end.
    request.once('close', () => {
      if (!request.readableEnded) reject(new Refusal('bad-shape'));
    });
    request.once('error', () => {});
  });
}

function checkTree(value: unknown, depth: number): void {
  if (value === null || typeof value !== 'object') return;
  if (depth >= DEPTH_LIMIT) throw new Refusal('too-deep');
  if (Array.isArray(value)) {
    for (const item of value) checkTree(item, depth + 1);
    return;
  }
  for (const key of Object.keys(value)) {
    if (POISON.has(key)) throw new Refusal('too-deep');
    checkTree((value as Record<string, unknown>)[key], depth + 1);
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new Refusal('bad-json');
  }
}

/** @throws Refusal when the bytes are no JSON, too deep, or have a key that is not allowed */
export function parseJson(bytes: Buffer): unknown {
  const value = parse(bytes);
  checkTree(value, 0);
  return value;
}

function checkType({ headers }: IncomingMessage): void {
  const { 'content-type': type = '', 'content-encoding': coding = 'identity' } = headers;
  if (!JSON_TYPE.test(type.trim()) || coding !== 'identity') throw new Refusal('bad-type');
}

/** @throws Refusal for a wrong type, more bytes than `limit`, or JSON that is not fit */
export async function readJson(request: IncomingMessage, limit = BODY_LIMIT): Promise<unknown> {
  checkType(request);
  return parseJson(await readWhole(request, limit));
}

/**
 * What the Bot Service posts. It is signed, and only few fields of it are read, each by its name: an app of somebody
 * else's that puts depth or odd keys into the others keeps nobody from an answer.
 * @throws Refusal for a wrong type, too many bytes, or no JSON
 */
export async function readActivity(request: IncomingMessage): Promise<unknown> {
  checkType(request);
  return parse(await readWhole(request, ACTIVITY_LIMIT));
}

/**
 * JSON that came as a beacon: a page that is being left can send nothing but plain text.
 * @throws Refusal for too many bytes, or JSON that is not fit
 */
export async function readBeacon(request: IncomingMessage): Promise<unknown> {
  return parseJson(await readWhole(request, BODY_LIMIT));
}

async function readWhole(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length']) > limit) throw new Refusal('too-big');
  const { bytes, whole } = await readBytes(request, limit);
  if (!whole) throw new Refusal('too-big');
  return bytes;
}
