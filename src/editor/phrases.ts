/** Sentences that must be judged so before anything is published. */
import { createHash } from 'node:crypto';
import { MOST_PHRASES } from '../store/desk.ts';
import type { Sent } from './api.ts';
import { StaffRefusal } from './refusals.ts';
import { type Call, deed, storeOf, type Tools } from './route.ts';

/** Tells in the audit trail whether two deeds were of the same sentence; the sentence itself is not in it. */
const marked = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

type Phrase = { readonly level: string; readonly topic: string | null };

/** Another judgement of a kept sentence lets through what it was kept to stop: who may drop it may change it. */
function checkMay(call: Call, known: Phrase | undefined, { level, topic }: Phrase): void {
  const same = !known || (known.level === level && known.topic === topic);
  if (!same && !call.staff.roles.some((role) => role !== 'editor')) throw new StaffRefusal('not-your-role');
}

/** Keeps a sentence; one that is kept already is judged anew, by those who may. */
export async function keepPhrase(tools: Tools, call: Call<Sent<'phrase'>>): Promise<object> {
  const { text, level, topic } = call.body;
  await storeOf(tools).change(
    (desk) => {
      const others = desk.phrases.filter((one) => one.text !== text);
      const known = desk.phrases.find((one) => one.text === text);
      checkMay(call, known, { level, topic });
      if (others.length >= MOST_PHRASES) throw new StaffRefusal('too-many-phrases');
      desk.phrases = [...others, { text, level, topic, by: call.staff.person }];
      return { before: known?.level ?? null, 'topic-before': known?.topic ?? null };
    },
    (before) => deed(call, 'phrase', { level, topic, ...before, sentence: marked(text) }),
  );
  return {};
}

export async function dropPhrase(tools: Tools, call: Call<Sent<'phraseGone'>>): Promise<object> {
  const { text, why } = call.body;
  await storeOf(tools).change(
    (desk) => {
      const others = desk.phrases.filter((one) => one.text !== text);
      const known = desk.phrases.find((one) => one.text === text);
      if (!known) throw new StaffRefusal('no-such-phrase');
      desk.phrases = others;
      return known.level;
    },
    (before) => deed(call, 'phrase-gone', { why, before, sentence: marked(text) }),
  );
  return {};
}
