/**
 * Stands in for src/turn.ts in the planted server (and in no other): the real turn, with faults that carry the
 * person's words in their message, and with leaks that the test must find.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Library } from '../../../src/library.ts';
import * as real from '../../../src/turn.ts';
import type { Fault, Plant, PlantOrder } from './plant.ts';

const { TURN_DEADLINE_MS } = real;
const LATER_MS = 300;
/** A few words alone are not packed, only wrapped. */
const FILLING = ' and then he said'.repeat(100);

let planted: Plant | null = null;
let leaked = '';
const kept: unknown[] = [];
Object.assign(globalThis, { kept });

process.on('message', (order: Partial<PlantOrder>) => {
  if (order.plant === undefined) return;
  planted = order.plant;
  leaked = '';
  for (const one of kept.splice(0)) clearTimeout(one as NodeJS.Timeout);
  process.send?.(order.id);
});

/** The words to leak in a reply, where this is what is planted; null otherwise. */
export const leakedWords = (plant: Plant): string | null => (planted === plant ? leaked : null);

const LEAKS: Readonly<Partial<Record<Plant, (words: string, conversation: string) => void>>> = {
  'a console line': (words) => console.log('heard', { words }),
  'an error on stderr': (words) => console.error(new TypeError(`cannot read ${words.toUpperCase()}`)),
  'a file in the data folder': (words) => appendFileSync('talks.csv', `"${encodeURIComponent(words)}"\n`),
  'a packed temp file': (words) => writeFileSync(join(tmpdir(), 'cache.bin'), gzipSync(words + FILLING)),
  'a file in the home folder': (words) =>
    writeFileSync(join(homedir(), '.history'), Buffer.from(words, 'utf16le')),
  'a global array': (words) => kept.push({ words }),
  'a buffer': (words) => kept.push(new TextEncoder().encode(words)),
  'a timer that waits': (words) => kept.push(setTimeout(() => console.log(words), 3_600_000)),
  'a hashed id': (_words, id) =>
    console.log(`talk ${createHash('sha256').update(id).digest('hex').slice(0, 16)}`),
};

function leak(words: string, conversation: string): void {
  if (planted === 'another talk') leaked = words;
  if (planted) LEAKS[planted]?.(words, conversation);
}

/** The assessor, with a trap in its vocabulary: the words of the message are in the error that it throws. */
function withTrap({ content, assessor }: Library): Library {
  const { lexicon } = assessor;
  const known = new (class extends Set<string> {
    override has(word: string): boolean {
      if (word.startsWith('faultinassess' satisfies Fault)) throw new RangeError(`no such word: ${word}`);
      return super.has(word);
    }
  })(lexicon.vocabulary.known);
  return {
    content,
    assessor: { ...assessor, lexicon: { ...lexicon, vocabulary: { ...lexicon.vocabulary, known } } },
  };
}

export function createTurn(parts: real.TurnParts): real.Turn {
  /** Conversation -> the words that its store calls fail with. */
  const failing = new Map<string, string>();
  const failed = (conversation: string, place: Fault): void => {
    const words = failing.get(conversation);
    if (!words?.includes(place)) return;
    failing.delete(conversation);
    throw new Error(`${place} for ${conversation}: ${words}`);
  };
  const { sessions } = parts;
  const library = withTrap(parts.library());
  const turn = real.createTurn({
    ...parts,
    library: () => library,
    sessions: {
      load: async (conversation) => {
        if (failing.get(conversation)?.includes('faultlate')) await pause(TURN_DEADLINE_MS + LATER_MS);
        failed(conversation, 'faultinload');
        failed(conversation, 'faultlate');
        return sessions.load(conversation);
      },
      save: async (conversation, value, eTag) => {
        failed(conversation, 'faultinsave');
        return sessions.save(conversation, value, eTag);
      },
      wipe: (conversation) => sessions.wipe(conversation),
    },
  });
  return async (input) => {
    const { text = '', conversation } = input;
    const has = (fault: Fault) => text.includes(fault);
    if (text !== '') leak(text, conversation);
    if (has('faultinload') || has('faultinsave') || has('faultlate')) failing.set(conversation, text);
    if (has('faultinturn')) throw new Error(`cannot answer ${JSON.stringify(input)}`);
    if (has('faultrejected')) Promise.reject(new Error(`not caught: ${text}`));
    if (has('faultuncaught'))
      setImmediate(() => {
        throw new Error(`not caught: ${text}`);
      });
    return turn(input);
  };
}
