/** What the bot answers, as lines that can be compared. */
import { readActivity } from '../../../widget/activity.ts';
import type { Would } from '../../api.ts';

export interface Line {
  readonly kind: 'says' | 'card' | 'link' | 'button';
  readonly text: string;
}

export const KIND_NAMES: Readonly<Record<Line['kind'], string>> = {
  says: 'Says',
  card: 'Card',
  link: 'Link',
  button: 'Button',
};

export function linesOf({ activities }: Would): Line[] {
  return activities.map(readActivity).flatMap((one): Line[] => {
    if (!one) return [];
    const { message, buttons } = one;
    return [
      ...(message.text ? [{ kind: 'says' as const, text: message.text }] : []),
      ...message.cards.flatMap(({ parts }) =>
        parts.flatMap(({ texts, actions }): Line[] => [
          ...texts.map((text) => ({ kind: 'card' as const, text })),
          ...actions.map(({ label }) => ({ kind: 'link' as const, text: label })),
        ]),
      ),
      ...buttons.map(({ label }) => ({ kind: 'button' as const, text: label })),
    ];
  });
}

/** What tells two lines apart. */
export const keyOf = ({ kind, text }: Line): string => `${kind} ${text}`;
