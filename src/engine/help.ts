/** The last word when all else failed: the urgent card that fits the words, or the fixed help reply. */
import { type Content, urgentStep } from '../content/model.ts';
import type { Risk } from './input.ts';
import type { Reply } from './reply.ts';

export function helpOnly(content: Content, risk: Risk): readonly Reply[] {
  const at = risk.variant === null ? undefined : urgentStep(risk.variant);
  return at && content.steps.has(at) ? [{ kind: 'step', at, show: 'all' }] : [{ kind: 'help' }];
}
