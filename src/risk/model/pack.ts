/** A model as bytes and back: a short header; for each table its scales, bias and weights; its classes. Little-endian. */
import { readClasses } from './classes.ts';
import type { Model } from './model.ts';
import type { Softmax } from './softmax.ts';

const MAGIC = 0x53504d34; // "SPM4"
const TABLES = ['level', 'rest'] as const;
/** Where the header says how many bytes the classes take, as text. */
const CLASSES_AT = 4 + TABLES.length * 8;
const HEADER = CLASSES_AT + 4;

/** Bytes of a table: floats first, all of them at whole multiples of four. */
const sizeOf = (classes: number, bits: number): number => classes * 8 + classes * 2 ** bits;

export function packModel(model: Model): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(model.classes.text);
  const tables = TABLES.reduce((sum, head) => sum + sizeOf(model[head].classes, model[head].bits), 0);
  const bytes = new ArrayBuffer(HEADER + tables + text.length);
  const view = new DataView(bytes);
  view.setUint32(0, MAGIC, true);
  for (const [n, head] of TABLES.entries()) {
    view.setUint32(4 + n * 8, model[head].classes, true);
    view.setUint32(8 + n * 8, model[head].bits, true);
  }
  view.setUint32(CLASSES_AT, text.length, true);
  let at = HEADER;
  for (const head of TABLES) {
    const { classes, scale, bias, weights } = model[head];
    new Float32Array(bytes, at, classes).set(scale);
    new Float32Array(bytes, at + classes * 4, classes).set(bias);
    new Int8Array(bytes, at + classes * 8, weights.length).set(weights);
    at += classes * 8 + weights.length;
  }
  new Uint8Array(bytes, at).set(text);
  return new Uint8Array(bytes);
}

/** @returns undefined when the bytes are no whole model */
export function unpackModel(given: Uint8Array): Model | undefined {
  // A large file comes in a buffer of its own: its megabytes need not be copied.
  const alone = given.byteOffset === 0 && given.byteLength === given.buffer.byteLength;
  const bytes = (alone ? given.buffer : new Uint8Array(given).buffer) as ArrayBuffer;
  if (bytes.byteLength < HEADER) return undefined;
  const view = new DataView(bytes);
  if (view.getUint32(0, true) !== MAGIC) return undefined;
  const shapes = TABLES.map((_, n) => ({
    classes: view.getUint32(4 + n * 8, true),
    bits: view.getUint32(8 + n * 8, true),
  }));
  const total = shapes.reduce(
    (sum, { classes, bits }) => sum + sizeOf(classes, bits),
    HEADER + view.getUint32(CLASSES_AT, true),
  );
  if (bytes.byteLength !== total) return undefined;
  let at = HEADER;
  const heads = shapes.map(({ classes, bits }, n): [string, Softmax] => {
    const scale = new Float32Array(bytes, at, classes);
    const bias = new Float32Array(bytes, at + classes * 4, classes);
    const weights = new Int8Array(bytes, at + classes * 8, classes * 2 ** bits);
    at += sizeOf(classes, bits);
    return [TABLES[n] as string, { classes, bits, weights, scale, bias }];
  });
  const classes = readClasses(new TextDecoder().decode(new Uint8Array(bytes, at)));
  return { ...Object.fromEntries(heads), classes } as Model;
}
