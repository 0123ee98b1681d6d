import { realpath } from 'node:fs/promises';
import { LeapError } from '../../contract';
import { Cache } from '../cache';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { createClearHandlers } from './clear/handlers';
import { describeDirectory } from './directory';
import { describeLargest } from './largest';
import { describeHistory } from './history/describe';
import { KeptHistory } from './history/kept-history';
import { KeptScan } from './kept-scan';
import { limitsOf } from './limits';
import { decodeName } from './scan/names';
import { startScan } from './scan/start-scan';
import { HomeScans } from './scans';

/**
 * The routes of `home`.
 *
 * @param entry - The bundled script, which is also the scan's process.
 */
export function createHomeHandlers(
  context: IServiceContext,
  entry = __filename
): SubjectHandlers<'home'> {
  const { config, now } = context;
  const { homeDirectory, scanConcurrency, scanOperationsPerSecond } = config;
  const limits = limitsOf(config);
  const cache = new Cache(config.cacheDirectory);
  const kept = new KeptScan(cache, homeDirectory);
  const history = new KeptHistory(cache, homeDirectory);
  const scans = new HomeScans({
    scan: signal =>
      startScan(
        entry,
        {
          homeDirectory,
          concurrency: scanConcurrency,
          operationsPerSecond: scanOperationsPerSecond
        },
        signal
      ),
    kept: {
      read: () => kept.read(),
      write: async scan => {
        await kept.write(scan);
        await history.add(scan.usage);
      }
    },
    now
  });
  return {
    ...createClearHandlers(context),
    'home/summary': async () => {
      const last = await scans.last();
      return {
        homeDirectory,
        limits,
        last: last && { ...last.usage, limits },
        scanning: scans.isScanning
      };
    },
    'home/usage': async function* ({ maxAgeSeconds }, signal) {
      for await (const usage of scans.follow(maxAgeSeconds, signal)) {
        yield { ...usage, limits };
      }
    },
    'home/history': async () =>
      describeHistory(context, await history.read(), await scans.last()),
    'home/largest': async () => describeLargest(context, await scans.last()),
    'home/directory': async ({ path }, signal) => {
      const home = await findHome(homeDirectory);
      return describeDirectory(home, await scans.last(), path, signal);
    }
  };
}

/** The home may be reached through a symbolic link; below it none is followed. */
async function findHome(directory: string): Promise<string> {
  try {
    return decodeName(await realpath(directory, 'buffer'));
  } catch (reason) {
    throw new LeapError('not-found', 'The home directory is not there.', {
      cause: reason
    });
  }
}
