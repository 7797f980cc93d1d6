/** A model as bytes and back: a short header, then the weights as 32-bit floats, little-endian. */
import { HEAD_NAMES, type Model } from './model.ts';
import type { Softmax } from './softmax.ts';

const MAGIC = 0x53504d31; // "SPM1"
const HEADER = 4 + HEAD_NAMES.length * 8;

export function packModel(model: Model): Uint8Array<ArrayBuffer> {
  const sizes = HEAD_NAMES.map((head) => model[head].weights.length + model[head].classes);
  const bytes = new ArrayBuffer(HEADER + sizes.reduce((sum, one) => sum + one, 0) * 4);
  const view = new DataView(bytes);
  view.setUint32(0, MAGIC, true);
  let at = 4;
  for (const head of HEAD_NAMES) {
    view.setUint32(at, model[head].classes, true);
    view.setUint32(at + 4, model[head].bits, true);
    at += 8;
  }
  for (const head of HEAD_NAMES) {
    const { weights, bias } = model[head];
    new Float32Array(bytes, at, weights.length).set(weights);
    at += weights.byteLength;
    new Float32Array(bytes, at, bias.length).set(bias);
    at += bias.byteLength;
  }
  return new Uint8Array(bytes);
}

/** @returns undefined when the bytes are no whole model */
export function unpackModel(given: Uint8Array): Model | undefined {
  // A large file comes in a buffer of its own: 8 MB need not be copied.
  const alone = given.byteOffset === 0 && given.byteLength === given.buffer.byteLength;
  const bytes = (alone ? given.buffer : new Uint8Array(given).buffer) as ArrayBuffer;
  const view = new DataView(bytes);
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC) return undefined;
  const shapes = HEAD_NAMES.map((_, n) => ({
    classes: view.getUint32(4 + n * 8, true),
    bits: view.getUint32(8 + n * 8, true),
  }));
  const floats = shapes.reduce((sum, { classes, bits }) => sum + classes * 2 ** bits + classes, 0);
  if (bytes.byteLength !== HEADER + floats * 4) return undefined;
  let at = HEADER;
  const heads = shapes.map(({ classes, bits }, n): [string, Softmax] => {
    const weights = new Float32Array(bytes, at, classes * 2 ** bits);
    at += weights.byteLength;
    const bias = new Float32Array(bytes, at, classes);
    at += bias.byteLength;
    return [HEAD_NAMES[n] as string, { classes, bits, weights, bias }];
  });
  return Object.fromEntries(heads) as unknown as Model;
}
