/**
 * What the SDK's connector client posts with. Its own has no time limit, waits as long as an answer bids it, follows the
 * answer elsewhere and reads all of it: so one message could be held, with its talk, for hours.
 */
import { request as plain } from 'node:http';
import { request as overTls } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder-core';

type Options = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<Options['httpClient']>;
type Request = Parameters<HttpClient['sendRequest']>[0];

const TRY_MS = 4_000;
const AGAIN_MS = 500;
/** An answer is an id; what is longer is not read to its end. */
const ANSWER_LIMIT = 64 * 1024;
const MAY_PASS = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Not by fetch: that keeps the addresses of the last 250 calls, with the ids in them, as timings that nobody asks for.
 * @returns the status; undefined when there was no answer, but no time was lost
 */
function tryOnce({ url, method, headers, body }: Request): Promise<number | undefined> {
  const request = url.startsWith('https:') ? overTls : plain;
  const signal = AbortSignal.timeout(TRY_MS);
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method, headers: headers.toJson({ preserveCase: true }), signal },
      (answer) => {
        let size = 0;
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > ANSWER_LIMIT) answer.destroy();
        });
        answer.on('error', () => {});
        answer.once('close', () => resolve(answer.statusCode));
      },
    );
    call.on('error', () => {
      if (signal.aborted) reject(new Error('no answer in time'));
      else resolve(undefined);
    });
    call.end(String(body));
  });
}

/**
 * @param renewed a new token of the bot's, for when the one it sent is refused; undefined: there is no other
 * @returns a client that tries a second time where that may help, and is done within seconds
 */
export function createPost(renewed: (() => Promise<string>) | undefined): HttpClient {
  return {
    async sendRequest(request) {
      let status = await tryOnce(request);
      if (status === 401 && renewed) {
        request.headers.set('authorization', `Bearer ${await renewed()}`);
        status = await tryOnce(request);
      } else if (status === undefined || MAY_PASS.has(status)) {
        await sleep(AGAIN_MS);
        status = await tryOnce(request);
      }
      // An error that the SDK does not know: it would try again whatever else it is told.
      if (status === undefined || status < 200 || status > 299) throw new Error('not delivered');
      return { request, status: 200, headers: request.headers, bodyAsText: '{}' };
    },
  };
}
