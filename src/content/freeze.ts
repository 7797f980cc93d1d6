/** Freezes a value all the way down, Maps and Sets included (their changing methods throw). */

function refuse(): never {
  throw new TypeError('content is immutable');
}

export function freeze<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  if (value instanceof Map || value instanceof Set) {
    for (const [, inner] of value.entries()) freeze(inner);
    for (const method of ['set', 'add', 'delete', 'clear']) {
      if (method in value) Object.defineProperty(value, method, { value: refuse });
    }
  } else {
    for (const inner of Object.values(value)) freeze(inner);
  }
  return Object.freeze(value);
}
