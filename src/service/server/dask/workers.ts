import * as z from 'zod/mini';
import type { DaskCluster } from '../../../contract';
import type { DaskGateway } from './gateway';

/** A scheduler that computes answers late; the list of clusters does not wait for it. */
const TIMEOUT_MS = 3000;

const amount = z._default(z.number().check(z.minimum(0)), 0);

const Scheduler = z.object({
  workers: z.record(
    z.string(),
    z.object({
      nthreads: amount,
      memory_limit: z.nullish(z.number()),
      metrics: z.optional(z.object({ memory: amount }))
    })
  )
});

/**
 * How many workers a cluster has, and what they use of their memory. Null when its scheduler does not say.
 */
export async function readWorkers(
  gateway: DaskGateway,
  cluster: string,
  signal: AbortSignal
): Promise<DaskCluster['workers']> {
  const body = await gateway
    .scheduler(cluster, signal, { timeoutMs: TIMEOUT_MS })
    // It is one number beside a list that stays useful; the dashboard says what is wrong with a scheduler.
    .catch(() => null);
  const parsed = Scheduler.safeParse(body);
  if (!parsed.success) {
    return null;
  }
  const workers = Object.values(parsed.data.workers);
  return {
    count: workers.length,
    cores: sum(workers.map(({ nthreads }) => nthreads)),
    usedBytes: sum(workers.map(({ metrics }) => metrics?.memory ?? 0)),
    limitBytes: sum(workers.map(({ memory_limit }) => memory_limit ?? 0))
  };
}

function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0));
}
