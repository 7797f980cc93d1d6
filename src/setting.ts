/** What may stand in one setting; and how several are read at once, each that is wrong with what is wrong with it. */
import { z } from 'zod';
import { type FaultOf, idFault, originFault, secretFault } from './faults.ts';
import { isLoopback } from './loopback.ts';

const checked = (faultOf: FaultOf) =>
  z.string().transform((text, context) => {
    const message = faultOf(text);
    if (message === undefined) return text;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

export const id = checked(idFault);
export const origin = checked(originFault);
export const clientSecret = checked(secretFault);

/** A number, that `says` describes. */
export const number = (fits: (value: number) => boolean, says: string) =>
  checked((text) => (text.trim() === text && fits(Number(text)) ? undefined : says)).transform(Number);

export const port = number(
  (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
  'write a whole number from 0 to 65535',
);

/** One of these words. */
export const oneOf = <const Names extends readonly [string, ...string[]]>(...names: Names) =>
  z.enum(names, { error: `write ${names.join(' or ')}` });

/** No shorter than that. */
export const key = (letters: number) =>
  z.string().min(letters, `give ${letters} letters or more (openssl rand -base64 32)`);

export const NOT_OPEN = 'write an address that begins with https://';

/** Completed letter by letter. http is for tests on one machine. */
export const address = checked((text) =>
  /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? undefined : NOT_OPEN,
);

/** Several of one kind, separated by commas. */
export const listOf = (faultOf: FaultOf) => {
  const listed = (text: string): string[] =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  return checked((text) => {
    const found = listed(text);
    if (found.some((one) => /[;\s]/.test(one))) return 'separate them by commas';
    const fault = found.map(faultOf).find((one) => one !== undefined);
    return fault && found.length > 1 ? `one of them is wrong: ${fault}` : fault;
  }).transform(listed);
};

/** The environment, without what is empty. */
export type Given = Readonly<Record<string, string>>;

export interface Read<Shape extends z.ZodRawShape> {
  /** As if nobody had set what is wrong. */
  readonly known: z.output<z.ZodObject<Shape>>;
  /** Setting -> what is wrong with it. */
  readonly faults: ReadonlyMap<string, string>;
}

/** Reads the settings of one part. */
export function readShape<Shape extends z.ZodRawShape>(shape: Shape, given: Given): Read<Shape> {
  const schema = z.object(shape);
  const found = schema.safeParse(given);
  if (found.success) return { known: found.data, faults: new Map() };
  const faults = new Map(found.error.issues.map(({ path, message }) => [String(path[0]), message]));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !faults.has(name)));
  return { known: schema.parse(rest), faults };
}

/** As they are printed. */
export const linesOf = (faults: ReadonlyMap<string, string>): string[] =>
  [...faults].map(([name, says]) => `${name}: ${says}`);

/** Whether an address may not be asked: nothing secret goes over an open line, but on this machine, in a test. */
export function isOpen(text: string, production: boolean): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'http:' && (production || !isLoopback(hostname));
}
