import { performance } from 'node:perf_hooks';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { readCpu } from './cpu';
import { listClusters, stopCluster } from './dask/clusters';
import { describeServer } from './describe';
import { startServer, stopServer } from './hub/change';
import { listServers } from './hub/servers';
import { readMemory } from './memory';

const PROC = '/proc';

/**
 * The routes of `server`.
 */
export function createServerHandlers(
  context: IServiceContext,
  version: string
): SubjectHandlers<'server'> {
  const { env } = context;
  return {
    'server/health': () =>
      Promise.resolve({
        version,
        node: process.version,
        residentBytes: process.memoryUsage.rss()
      }),
    'server/resources': async () => {
      const [memory, cpu] = await Promise.all([
        readMemory(PROC, env),
        readCpu(PROC, env)
      ]);
      return { memory, cpu, clockMs: performance.now() };
    },
    'server/description': () =>
      describeServer(context, { proc: PROC, dev: '/dev', pid: process.pid }),
    'server/hub-servers': (_, signal) => listServers(context, signal),
    'server/start': (query, signal) => startServer(context, query, signal),
    'server/stop': (query, signal) => stopServer(context, query, signal),
    'server/dask-clusters': (_, signal) => listClusters(context, signal),
    'server/cluster-stop': ({ name }, signal) =>
      stopCluster(context, name, signal)
  };
}
