import { availableParallelism } from 'node:os';

/** More threads than this crowd a shared machine for little gain. */
const MOST_THREADS = 4;

/** What libuv starts with when nobody sets UV_THREADPOOL_SIZE, and the most that ever paid. */
const DEFAULT_POOL = 4;
const MOST_IN_FLIGHT = 64;

/** For each call that the pool makes, as many wait in its queue: a thread that is done finds the next one without going to sleep. */
const MOST_WAITING = 5;

/**
 * How many threads to keep at work while calls return at once: two on a small machine, half the processors of a larger one.
 */
export function threadsAtWork(
  concurrency: number | null,
  processors = availableParallelism()
): number {
  const wanted = Math.min(MOST_THREADS, Math.max(2, processors >> 1));
  return Math.max(1, Math.min(wanted, concurrency ?? wanted));
}

/** Threads that Node's pool has or will have. */
export function poolSize(): number {
  return Number(process.env['UV_THREADPOOL_SIZE']) || DEFAULT_POOL;
}

/** Calls that the pool makes at once. */
export function poolThreads(size = poolSize()): number {
  return Math.min(MOST_IN_FLIGHT, size || DEFAULT_POOL);
}

/** Calls that are under way or wait for a thread of the pool. */
export function mostCallsInFlight(
  concurrency: number | null,
  threads = poolThreads()
): number {
  const all = threads * (1 + MOST_WAITING);
  return Math.max(1, Math.min(all, concurrency ?? all));
}
