/**
 * Loaded into the server's process before it starts (node --import): on a message from the test it collects garbage
 * and writes down what is still alive. It changes nothing that the server does.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { setImmediate as nextTick } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';

export interface ProbeOrder {
  /** Sent back when it is done. */
  readonly id: number;
  /** Where the heap snapshot goes: objects and strings. */
  readonly heap: string;
  /** Where the bytes of all living buffers go, which a snapshot leaves out. */
  readonly buffers: string;
}

/** V8 keeps a hidden class for a few collections after its last object has gone. */
const COLLECTIONS = 6;

/** Every ArrayBuffer that something still holds. */
function livingBuffers(): Buffer {
  const found: ArrayBuffer[] = [];
  const session = new Session();
  session.connect();
  Object.assign(globalThis, { takeBuffer: (buffer: ArrayBuffer) => found.push(buffer) });
  session.post('Runtime.evaluate', { expression: 'ArrayBuffer.prototype' }, (_error, prototype) => {
    const prototypeObjectId = prototype.result.objectId as string;
    session.post('Runtime.queryObjects', { prototypeObjectId }, (_failed, all) => {
      const objectId = all.objects.objectId as string;
      const functionDeclaration = 'function () { this.forEach(takeBuffer); }';
      session.post('Runtime.callFunctionOn', { objectId, functionDeclaration });
    });
  });
  session.disconnect();
  return Buffer.concat(found.filter((buffer) => !buffer.detached).map((buffer) => Buffer.from(buffer)));
}

process.on('message', async ({ id, heap, buffers }: Partial<ProbeOrder>) => {
  if (heap === undefined || buffers === undefined) return;
  for (let n = 0; n < COLLECTIONS; n++) {
    await nextTick();
    globalThis.gc?.();
  }
  writeFileSync(buffers, livingBuffers());
  writeHeapSnapshot(heap);
  process.send?.(id);
});
