/** How a value is written as YAML, in the manner of what already stands in the file. */
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parse,
  type Scalar,
  visit,
} from 'yaml';

/** A value goes on one line, or on lines of its own. */
export type Written = { readonly inline: string } | { readonly lines: readonly string[] };

export interface Place {
  /** Within [ ] or { }: everything stays on the line. */
  readonly flow: boolean;
  /** The spaces before lines of its own. */
  readonly indent: string;
  /** What stands there, or beside it; undefined: nothing alike. */
  readonly model: Node | undefined;
  readonly document: Document;
}

/** Words that other readers of YAML take for true and false. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off)$/i;
/** Up to here a list of words goes on one line where nothing alike stands in the file. */
const SHORT = 60;

const reads = (text: string, value: unknown): boolean => {
  try {
    return JSON.stringify(parse(text)) === JSON.stringify(value);
  } catch {
    return false;
  }
};

function plainWorks(value: string, flow: boolean): boolean {
  if (value === '' || value !== value.trim() || /[\n\r\t]/.test(value)) return false;
  if (/^[\p{L}][\p{L}\p{N} .!?'’…/()*-]*$/u.test(value) && !/^(?:true|false|null)$/i.test(value)) return true;
  return flow
    ? reads(`[${value}]`, [value]) && reads(`{ k: ${value} }`, { k: value })
    : reads(`- ${value}`, [value]) && reads(`k: ${value}`, { k: value });
}

const needsQuotes = (value: string, flow: boolean): boolean =>
  AMBIGUOUS.test(value) || !plainWorks(value, flow);

function quoted(value: string, single: boolean): string {
  const plainEnough = !/[\p{Cc}\u2028\u2029\ufeff]/u.test(value);
  return single && plainEnough ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

/** Whether the file prefers ' to ". */
function prefersSingle(document: Document): boolean {
  let single = 0;
  let double = 0;
  visit(document, {
    Scalar: (_, { type }) => {
      if (type === 'QUOTE_SINGLE') single++;
      else if (type === 'QUOTE_DOUBLE') double++;
    },
  });
  return single > double;
}

/** A text keeps the quotes that its model has without need; else it has none unless it needs them. */
function textOf(value: string, { flow, model, document }: Place): string {
  const type = isScalar(model) ? (model as Scalar).type : undefined;
  const inQuotes = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
  const byHabit =
    inQuotes &&
    typeof (model as Scalar).value === 'string' &&
    !needsQuotes((model as Scalar<string>).value, flow);
  if (!byHabit && !needsQuotes(value, flow)) return value;
  return quoted(value, inQuotes ? type === 'QUOTE_SINGLE' : prefersSingle(document));
}

/** The value of a pair of this name anywhere in the file, of the same kind: shows how such a thing is written. */
function alike(document: Document, key: string, value: unknown): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Pair: (_, pair) => {
      const fits = Array.isArray(value) ? isSeq(pair.value) : isMap(pair.value);
      if (!fits || !isScalar(pair.key) || pair.key.value !== key) return undefined;
      if ((pair.value as { items: unknown[] }).items.length === 0) return undefined;
      found = pair.value as Node;
      return visit.BREAK;
    },
  });
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const filled = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, one]) => one !== undefined);

const inner = (place: Place, model: Node | undefined, flow: boolean): Place => ({ ...place, flow, model });

/** The model for what stands under `key`: the same key of the model, else of anything in the file. */
function modelAt(place: Place, key: string, value: unknown): Node | undefined {
  const own = isMap(place.model) ? (place.model.get(key, true) as Node | undefined) : undefined;
  if (own) return own;
  return typeof value === 'object' && value !== null ? alike(place.document, key, value) : undefined;
}

const modelOfItems = ({ model }: Place): Node | undefined =>
  isSeq(model) ? (model.items[0] as Node | undefined) : undefined;

/** On one line, whatever it is. */
export function inline(value: unknown, place: Place): string {
  if (typeof value === 'string') return textOf(value, place);
  if (Array.isArray(value))
    return `[${value.map((one) => inline(one, inner(place, modelOfItems(place), true))).join(', ')}]`;
  if (!isObject(value)) return String(value);
  const pairs = filled(value).map(
    ([key, one]) => `${keyText(key, true)}: ${inline(one, inner(place, modelAt(place, key, one), true))}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

export const keyText = (key: string, flow: boolean): string =>
  plainWorks(key, flow) ? key : JSON.stringify(key);

const simple = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Array.isArray(value) && value.every((one) => !isObject(one)));

/** Whether a collection goes on one line: as its model does; else when it is empty, or short and simple. */
function onOneLine(value: object, place: Place, inList: boolean): boolean {
  const empty = Array.isArray(value) ? value.length === 0 : filled(value).length === 0;
  if (place.flow || empty) return true;
  const { model } = place;
  if (isCollection(model) && model.items.length > 0 && isSeq(model) === Array.isArray(value))
    return model.flow === true;
  if (Array.isArray(value)) return value.every(simple) && inline(value, place).length <= SHORT;
  return inList && Object.values(value).every(simple);
}

/** @param inList whether it is an item of a list */
export function written(value: unknown, place: Place, inList = false): Written {
  if (typeof value !== 'object' || value === null || onOneLine(value, place, inList))
    return { inline: inline(value, place) };
  const below = { ...place, indent: `${place.indent}  ` };
  if (Array.isArray(value))
    return {
      lines: value.flatMap((one) =>
        itemLines(written(one, { ...below, model: modelOfItems(place) }, true), place.indent),
      ),
    };
  return {
    lines: filled(value).flatMap(([key, one]) =>
      pairLines(key, written(one, { ...below, model: modelAt(place, key, one) }), place.indent),
    ),
  };
}

/** `- …` */
export function itemLines(item: Written, indent: string): string[] {
  if ('inline' in item) return [`${indent}- ${item.inline}`];
  const [first = '', ...rest] = item.lines;
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/** `key: …` */
export function pairLines(key: string, value: Written, indent: string): string[] {
  const name = `${indent}${keyText(key, false)}:`;
  return 'inline' in value ? [`${name} ${value.inline}`] : [name, ...value.lines];
}
