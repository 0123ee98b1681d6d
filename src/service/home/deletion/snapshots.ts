import { setTimeout as sleep } from 'node:timers/promises';

/** Often enough to look alive, rarely enough to cost nothing. */
const EVERY_MS = 200;

/** Work under way. */
export interface IUnderWay<T> {
  readonly result: Promise<T>;
  /** How far it is. */
  readonly soFar: () => T;
}

/**
 * How far some work is, now and then, and its result at the end. The work is stopped when nobody listens any more, and
 * has ended when this ends.
 */
export async function* snapshots<T>(
  begin: (signal: AbortSignal) => IUnderWay<T>,
  signal: AbortSignal
): AsyncGenerator<T, void> {
  const stop = new AbortController();
  const { result, soFar } = begin(AbortSignal.any([signal, stop.signal]));
  const settled = result.then(
    () => true,
    () => true
  );
  try {
    for (;;) {
      const clock = new AbortController();
      const tick = sleep(EVERY_MS, false, { signal: clock.signal });
      const isDone = await Promise.race([settled, tick.catch(() => false)]);
      clock.abort();
      if (isDone) {
        yield await result;
        return;
      }
      yield soFar();
    }
  } finally {
    stop.abort();
    await settled;
  }
}
