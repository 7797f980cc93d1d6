/** Presses that count although the page draws itself anew between down and up. */
import { type MouseEvent, type PointerEvent, useRef } from 'react';

/** Pixels that a hand may slip. */
const SLIP = 12;

const within = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/**
 * For what holds buttons that move: a press that began on one belongs to it. Drawn off the button it still does
 * nothing, as everywhere.
 * @returns the properties of the element that holds them
 */
export function useFirmPress() {
  const from = useRef({ x: 0, y: 0 });
  return {
    onPointerDown: ({ target, button, pointerId, clientX, clientY }: PointerEvent) => {
      from.current = { x: clientX, y: clientY };
      if (button === 0 && target instanceof Element) target.closest('button')?.setPointerCapture(pointerId);
    },
    onClickCapture: (event: MouseEvent) => {
      const { target, detail, clientX, clientY } = event;
      // From the keyboard: nowhere.
      if (detail === 0 || !(target instanceof Element)) return;
      const slipped = Math.hypot(clientX - from.current.x, clientY - from.current.y);
      const button = target.closest('button');
      if (slipped > SLIP && button && !within(button.getBoundingClientRect(), clientX, clientY))
        event.stopPropagation();
    },
  };
}
