/** Every message that got the wrong side of risk, with its text: only for somebody who asks for it. */
import type { Judged } from './rates.ts';
import { decimal, section } from './table.ts';

const KINDS = ['urgent missed', 'risk missed', 'safe to urgent', 'safe flagged'] as const;
export type Miss = (typeof KINDS)[number];

/** Which miss it is, the graver where two fit. A concern found urgent is none: it gets more help than it needs. */
export function missOf({ message, found }: Judged): Miss | undefined {
  if (message.level === 'urgent') return found.level === 'urgent' ? undefined : 'urgent missed';
  if (message.level === 'concern') return found.level === 'none' ? 'risk missed' : undefined;
  if (found.level === 'none') return undefined;
  return found.level === 'urgent' ? 'safe to urgent' : 'safe flagged';
}

function show({ message, found }: Judged): string {
  const { voice, line, level, topic, speaker, about, variant, style, hard } = message;
  const labels = [level, topic, variant, speaker, about, style, hard ? 'hard' : undefined];
  const reasons = found.reasons.map(({ rule, words }) => `${rule} (${words.join(' | ')})`);
  return [
    `${voice}:${line}  ${labels.filter((label) => label !== undefined).join(' ')}`,
    `  found ${found.level}, score ${decimal(found.score, 3)}, topic ${found.topic}`,
    `  ${JSON.stringify(message.text)}`,
    `  reasons: ${reasons.length > 0 ? reasons.join('; ') : 'none'}`,
  ].join('\n');
}

/** The misses, kind by kind. */
export function missesSection(judged: readonly Judged[]): string {
  const blocks = KINDS.flatMap((kind) => {
    const own = judged.filter((one) => missOf(one) === kind);
    return [`-- ${kind}: ${own.length} --`, ...own.map(show)];
  });
  return section('Misses', ...blocks);
}
