import * as z from 'zod/mini';
import { count, instant } from './scalars';

const clusterName = z.string().check(z.regex(/^[\w.-]{1,128}$/));

/**
 * A Dask cluster of this user.
 */
export type DaskCluster = z.infer<typeof DaskCluster>;
export const DaskCluster = z.object({
  name: clusterName,
  status: z.enum(['starting', 'running', 'stopping']),
  startedAt: z.nullable(instant),
  /** An http(s) address, or a path on the host that the browser already talks to; null: there is none now. */
  dashboard: z.nullable(z.string()),
  /** Null: its scheduler does not say. */
  workers: z.nullable(
    z.object({
      count,
      cores: count,
      usedBytes: count,
      limitBytes: count
    })
  )
});

/**
 * The Dask clusters of this user; `isOffered` is false where the hub has no Dask Gateway.
 */
export type DaskClusters = z.infer<typeof DaskClusters>;
export const DaskClusters = z.object({
  isOffered: z.boolean(),
  clusters: z.array(DaskCluster),
  /** Python that starts a cluster with this server's image. */
  code: z.string()
});

/**
 * Which cluster to stop.
 */
export const ClusterStopQuery = z.strictObject({ name: clusterName });

/**
 * The gateway stops it.
 */
export const ClusterChange = z.object({ status: z.literal('stopping') });
