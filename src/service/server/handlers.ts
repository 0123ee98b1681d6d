import { performance } from 'node:perf_hooks';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { readCpu } from './cpu';
import { describeServer } from './describe';
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
        uptimeSeconds: Math.floor(process.uptime()),
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
      describeServer(context, { proc: PROC, dev: '/dev', pid: process.pid })
  };
}
