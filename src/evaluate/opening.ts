/** What stands before every figure: what is measured, whether it is untouched, how far two people agree on it. */
import type { Measured } from './part.ts';
import { agreementOf } from './second.ts';
import { decimal, percent, percentWithin, section, textTable } from './table.ts';

function frozenLine({ part, frozen }: Measured): string {
  if (part === 'training') return 'no: the training messages, cross-validated by voice';
  return frozen ? 'yes, the hash equals FROZEN' : 'NO: the hash is not the one in FROZEN';
}

function secondLines({ second, messages }: Measured): string {
  if (second.length === 0) return 'No second person has labelled these messages.';
  const { level, levelKappa, topic } = agreementOf(second);
  const rows = [
    ['level', percentWithin(level), decimal(levelKappa)],
    ['topic', percentWithin(topic), ''],
  ];
  return [
    `A second person labelled ${second.length} of ${messages.length} messages, and agrees on`,
    textTable(['', 'share (95% interval)', 'kappa'], rows),
  ].join('\n');
}

export function openingSection(measured: Measured): string {
  const { messages, part, hash } = measured;
  const voices = new Set(messages.map(({ voice }) => voice)).size;
  const hard = messages.filter((message) => message.hard).length / messages.length;
  return section(
    'What is measured',
    [
      `part: ${part}`,
      `messages: ${messages.length}, of ${voices} voices, ${percent(hard)} of them hard`,
      `hash: ${hash}`,
      `frozen: ${frozenLine(measured)}`,
    ].join('\n'),
    secondLines(measured),
  );
}
