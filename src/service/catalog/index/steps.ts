import { setImmediate } from 'node:timers/promises';

/** Others are answered at least that often while something long is made. */
const SLICE_MS = 8;

/**
 * Do all steps of something now.
 */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/**
 * Do all steps of something, and let others have their turn every few milliseconds.
 */
export async function inSlices<T>(steps: Generator<undefined, T>): Promise<T> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
    if (performance.now() >= until) {
      await setImmediate();
      until = performance.now() + SLICE_MS;
    }
  }
}
