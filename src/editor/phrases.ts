/** Sentences that must be judged so before anything is published. */
import type { z } from 'zod';
import type { BODIES } from './api.ts';
import { StaffRefusal } from './refusals.ts';
import { type Call, deed, storeOf, type Tools } from './route.ts';

const MOST = 2_000;

/** Keeps a sentence; one that is kept already is judged anew. The sentence itself is not in the audit trail. */
export async function keepPhrase(
  tools: Tools,
  call: Call<z.output<(typeof BODIES)['phrase']>>,
): Promise<object> {
  const { text, level, topic } = call.body;
  await storeOf(tools).change(
    (desk) => {
      const others = desk.phrases.filter((one) => one.text !== text);
      if (others.length >= MOST) throw new StaffRefusal('too-many-phrases');
      desk.phrases = [...others, { text, level, topic, by: call.staff.person }];
    },
    () => deed(call, 'phrase', { level, topic }),
  );
  return {};
}

export async function dropPhrase(
  tools: Tools,
  call: Call<z.output<(typeof BODIES)['phraseGone']>>,
): Promise<object> {
  const { text, why } = call.body;
  await storeOf(tools).change(
    (desk) => {
      const others = desk.phrases.filter((one) => one.text !== text);
      if (others.length === desk.phrases.length) throw new StaffRefusal('no-such-phrase');
      desk.phrases = others;
    },
    () => deed(call, 'phrase-gone', { why }),
  );
  return {};
}
