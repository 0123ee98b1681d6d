import * as z from 'zod/mini';
import {
  LeapError,
  type DaskCluster,
  type DaskClusters
} from '../../../contract';
import type { IServiceContext } from '../../config';
import { clusterCode } from './code';
import { DaskGateway } from './gateway';
import { readWorkers } from './workers';

/** Nobody works with so many at once. */
const MAX_CLUSTERS = 50;

/** What is read of a cluster. Its certificate and key come along, and are dropped here. */
const Report = z.object({
  name: z.string().check(z.regex(/^[\w.-]{1,128}$/)),
  status: z.enum(['PENDING', 'RUNNING', 'STOPPING']),
  start_time: z.nullish(z.number()),
  dashboard_route: z.nullish(
    z.string().check(z.regex(/^\/[\w./-]*$/), z.maxLength(512))
  )
});

const Reports = z.record(z.string(), z.unknown());
const Options = z.object({
  cluster_options: z.array(z.object({ field: z.string() }))
});

const STATUS = {
  PENDING: 'starting',
  RUNNING: 'running',
  STOPPING: 'stopping'
} as const;

/**
 * The Dask clusters of this user, oldest first.
 *
 * @throws LeapError as `DaskGateway.api` does.
 */
export async function listClusters(
  context: IServiceContext,
  signal: AbortSignal
): Promise<DaskClusters> {
  const gateway = DaskGateway.from(context);
  if (gateway === null) {
    return { isOffered: false, clusters: [], code: '' };
  }
  const [{ body }, isImageChosen] = await Promise.all([
    gateway.api('GET', '/clusters/?status=PENDING,RUNNING,STOPPING', signal),
    hasImageOption(gateway, signal)
  ]);
  const reports = Reports.safeParse(body);
  if (!reports.success) {
    throw new LeapError(
      'bad-upstream',
      'Dask Gateway answered something that is not a list of clusters. Try again in a minute.'
    );
  }
  const known = Object.values(reports.data)
    .map(value => Report.safeParse(value))
    .flatMap(({ data }) => (data ? [data] : []))
    .sort((a, b) => (a.start_time ?? 0) - (b.start_time ?? 0))
    .slice(0, MAX_CLUSTERS);
  return {
    isOffered: true,
    clusters: await Promise.all(
      known.map(report => describe(gateway, report, signal))
    ),
    code: clusterCode(isImageChosen)
  };
}

/**
 * Stop a cluster of this user.
 *
 * @throws LeapError as `DaskGateway.api` does, `not-found` without a gateway.
 */
export async function stopCluster(
  context: IServiceContext,
  name: string,
  signal: AbortSignal
): Promise<{ status: 'stopping' }> {
  const gateway = DaskGateway.from(context);
  if (gateway === null) {
    throw new LeapError('not-found', 'This hub offers no Dask Gateway.');
  }
  await gateway.api('DELETE', `/clusters/${name}`, signal);
  return { status: 'stopping' };
}

async function describe(
  gateway: DaskGateway,
  { name, status, start_time, dashboard_route }: z.infer<typeof Report>,
  signal: AbortSignal
): Promise<DaskCluster> {
  const isRunning = status === 'RUNNING';
  return {
    name,
    status: STATUS[status],
    startedAt: start_time ? new Date(start_time).toISOString() : null,
    dashboard: dashboard_route ? gateway.page(dashboard_route) : null,
    workers: isRunning ? await readWorkers(gateway, name, signal) : null
  };
}

/** Whether a user may say which image workers run; not known counts as no. */
async function hasImageOption(
  gateway: DaskGateway,
  signal: AbortSignal
): Promise<boolean> {
  const { body } = await gateway.api('GET', '/options', signal);
  const parsed = Options.safeParse(body);
  return (
    parsed.success &&
    parsed.data.cluster_options.some(({ field }) => field === 'image')
  );
}
