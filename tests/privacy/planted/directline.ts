/** Stands in for the Direct Line door in the planted server: the real one, with leaks into what is sent to clients. */

import * as real from '../../../src/channels/directline/directline.ts';
import type { Answer, Call } from '../../../src/channels/door.ts';
import { leakedWords } from './turn.ts';

/** Repeats what was sent, where the real door refuses it in words of its own. */
async function repeating(answer: (call: Call) => Promise<Answer>, call: Call): Promise<Answer> {
  try {
    return await answer(call);
  } catch (error) {
    if (leakedWords('an error reply') === null) throw error;
    return {
      status: 400,
      body: { error: { code: 'bad-shape', message: `cannot read ${JSON.stringify(call.body)}` } },
    };
  }
}

export function createDirectLine(deps: real.DirectLineDeps): real.DirectLine {
  const door = real.createDirectLine(deps);
  const endpoints = door.endpoints.map((endpoint) => ({
    ...endpoint,
    answer: async (call: Call): Promise<Answer> => {
      const { status, body } = await repeating(endpoint.answer, call);
      const words = leakedWords('another talk');
      return { status, body: words ? { ...body, last: words } : body };
    },
  }));
  return { ...door, endpoints };
}
