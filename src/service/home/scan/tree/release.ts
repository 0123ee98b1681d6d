/** Smaller ones may share their memory with others, as Node's own buffers do. */
const LARGE_BYTES = 1 << 20;

/**
 * Give the memory of arrays that nobody needs any more back now, not when garbage is collected: with half a million directories a
 * column is megabytes, and a collection comes only after several. What grows is left alone: the columns of a walk go on.
 */
export function release(...arrays: readonly ArrayBufferView[]): void {
  for (const { buffer } of arrays) {
    const isWhole = buffer instanceof ArrayBuffer && !buffer.resizable;
    if (isWhole && buffer.byteLength > LARGE_BYTES) {
      buffer.transfer(0);
    }
  }
}

/**
 * Collect garbage now, where the process was started so that it may.
 */
export function tidy(): void {
  globalThis.gc?.();
}
