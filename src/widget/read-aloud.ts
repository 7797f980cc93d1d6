/** Reads answers aloud with a voice of the device. Other voices would be told every word: they are never used. */
import type { Item } from './transcript.ts';

/** @returns a voice of this device for a BCP-47 language, if there is one */
export const voiceFor = (lang: string): SpeechSynthesisVoice | undefined =>
  window.speechSynthesis
    ?.getVoices()
    .find((voice) => voice.localService && voice.lang.slice(0, 2) === lang.slice(0, 2));

/** Silence at once. */
export const hush = (): void => window.speechSynthesis?.cancel();

/**
 * Says an answer: its words without symbols, its cards, and their numbers digit by digit.
 * @param pageLang BCP-47, where the answer has no language of its own; with no voice for it nothing is said
 */
export function read(item: Item, pageLang: string): void {
  if (item.kind !== 'bot') return;
  const { text, cards, lang } = item.message;
  const voice = voiceFor(lang || pageLang);
  if (!voice) return;
  const lines = cards.flatMap(({ parts }) =>
    parts.map(({ texts, actions }) => [...texts, ...actions.map(({ label }) => label.replace(/\d/g, '$& '))]),
  );
  const words = new SpeechSynthesisUtterance([text.replace(/\p{So}/gu, ''), ...lines.flat()].join('. '));
  words.voice = voice;
  words.lang = voice.lang;
  speechSynthesis.speak(words);
}
