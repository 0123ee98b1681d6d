/**
 * Bytes that one thread waits for and another one brings: a state, a length, then the bytes.
 */
const HEAD_BYTES = 8;

const WAITING = 0;
const READY = 1;
const FAILED = 2;

/**
 * Room for so many bytes.
 */
export function roomFor(length: number): SharedArrayBuffer {
  return new SharedArrayBuffer(HEAD_BYTES + length);
}

/**
 * Bring the bytes, or that there are none to be had.
 */
export function bring(into: SharedArrayBuffer, bytes: Uint8Array | null): void {
  const head = new Int32Array(into, 0, 2);
  if (bytes) {
    const room = new Uint8Array(into, HEAD_BYTES);
    room.set(bytes.subarray(0, room.length));
    Atomics.store(head, 1, Math.min(bytes.length, room.length));
  }
  Atomics.store(head, 0, bytes ? READY : FAILED);
  Atomics.notify(head, 0);
}

/**
 * Wait for the bytes; null when there are none to be had, or none came in time.
 */
export function waitFor(
  into: SharedArrayBuffer,
  limitMs: number
): Uint8Array | null {
  const head = new Int32Array(into, 0, 2);
  Atomics.wait(head, 0, WAITING, limitMs);
  return Atomics.load(head, 0) === READY
    ? new Uint8Array(into, HEAD_BYTES, Atomics.load(head, 1))
    : null;
}
