import { availableParallelism } from 'node:os';

/** More threads than this crowd a shared machine for little gain. */
const MOST_THREADS = 4;

/** What libuv starts with when nobody sets UV_THREADPOOL_SIZE, and the most that ever paid. */
const DEFAULT_POOL = 4;
const MOST_IN_FLIGHT = 64;

/**
 * How many threads to put beside the first: two walk on a small machine, half the processors on a larger one.
 */
export function threadsBeside(
  concurrency: number | null,
  processors = availableParallelism()
): number {
  const wanted = Math.min(MOST_THREADS, Math.max(2, processors >> 1));
  return Math.max(0, Math.min(wanted, concurrency ?? wanted) - 1);
}

/** More than the thread pool holds only wait in its queue. */
export function mostCallsInFlight(
  concurrency: number | null,
  poolSize = Number(process.env['UV_THREADPOOL_SIZE'] ?? DEFAULT_POOL)
): number {
  const most = Math.min(MOST_IN_FLIGHT, poolSize || DEFAULT_POOL);
  return Math.max(1, Math.min(most, concurrency ?? most));
}
