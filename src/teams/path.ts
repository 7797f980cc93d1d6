/** A path of SVG as outlines: straight lines between points. Knows the commands that our drawings use. */

export type Point = readonly [x: number, y: number];
/** Closed: the last point leads to the first. */
export type Outline = readonly Point[];

/** Pieces that a bend is cut into: at our sizes each is shorter than a pixel. */
const PIECES = 16;
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, A: 7, Z: 0 };

interface Step {
  /** In capitals. */
  readonly command: string;
  /** Where counted from the last point, not from the corner. */
  readonly relative: boolean;
  readonly numbers: readonly number[];
}

function* steps(path: string): Generator<Step> {
  for (const [, letter = '', rest = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const command = letter.toUpperCase();
    const takes = TAKES[command];
    const numbers = (rest.match(/-?(?:\d*\.\d+|\d+)/g) ?? []).map(Number);
    if (takes === undefined || numbers.length % (takes || 1) !== 0 || numbers.length < takes)
      throw new Error(`a path may not say "${letter}${rest}"`);
    const relative = letter !== command;
    if (takes === 0) yield { command, relative, numbers: [] };
    for (let at = 0; takes > 0 && at < numbers.length; at += takes)
      yield { command, relative, numbers: numbers.slice(at, at + takes) };
  }
}

function* bend([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): Generator<Point> {
  for (let n = 1; n <= PIECES; n++) {
    const t = n / PIECES;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    yield [a * ax + b * bx + c * cx, a * ay + b * by + c * cy];
  }
}

/** Half a circle: all that our drawings have of arcs. */
function* half([ax, ay]: Point, [bx, by]: Point, clockwise: boolean): Generator<Point> {
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  const [dx, dy] = [ax - mx, ay - my];
  for (let n = 1; n <= PIECES; n++) {
    const turn = ((clockwise ? 1 : -1) * Math.PI * n) / PIECES;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    yield [mx + dx * c - dy * s, my + dx * s + dy * c];
  }
}

/** @throws Error on a command that is not known here */
export function outlinesOf(path: string): Outline[] {
  const outlines: Point[][] = [];
  let here: Point = [0, 0];
  for (const { command, relative, numbers } of steps(path)) {
    const [ox, oy] = relative ? here : [0, 0];
    const point = (at: number): Point => [(numbers.at(at) ?? 0) + ox, (numbers.at(at + 1) ?? 0) + oy];
    if (command === 'Z') {
      here = outlines.at(-1)?.[0] ?? here;
      continue;
    }
    if (command === 'M') outlines.push([]);
    const outline = outlines.at(-1) ?? [];
    if (command === 'H') outline.push([(numbers[0] ?? 0) + ox, here[1]]);
    else if (command === 'V') outline.push([here[0], (numbers[0] ?? 0) + oy]);
    else if (command === 'Q') outline.push(...bend(here, point(0), point(2)));
    else if (command === 'A') outline.push(...half(here, point(5), numbers[4] === 1));
    else outline.push(point(0));
    here = outline.at(-1) ?? here;
  }
  return outlines;
}
