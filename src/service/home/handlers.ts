import { realpath } from 'node:fs/promises';
import {
  LeapError,
  type HomeCount,
  type HomeLimits,
  type HomeUsage
} from '../../contract';
import { Cache } from '../cache';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { createClearHandlers } from './clear/handlers';
import { realDeletionFiles } from './deletion/files';
import { Gate } from './scan/node/gate';
import { describeDirectory } from './directory';
import type { IFinishedScan } from './finished-scan';
import { gaugesOf } from './gauges';
import { describeHistory } from './history/describe';
import { KeptHistory } from './history/kept-history';
import { historyPlace } from './history/place';
import { KeptScan } from './kept-scan';
import { describeLargest } from './largest';
import { limitsOf } from './limits';
import { namesRead } from './live-files';
import { Owners } from './owners';
import { decodeName } from './scan/tree/names';
import { scanFile } from './scan/scan-file';
import { Scanner } from './scan/scanner';
import { HomeScans } from './scans';
import { isKept, isWritable, roomOnDisk } from './standing';

/**
 * The routes of `home`.
 *
 * @param scanner - What counts the home.
 */
export function createHomeHandlers(
  context: IServiceContext,
  scanner: Pick<Scanner, 'scan'> = new Scanner(scanFile())
): SubjectHandlers<'home'> {
  const { homeDirectory, scanOperationsPerSecond } = context.config;
  const home = new Home(context, scanner);
  const gate = new Gate(scanOperationsPerSecond);
  const polite = { gate, mostNames: namesRead(scanOperationsPerSecond) };
  return {
    ...createClearHandlers(context, realDeletionFiles, gate, () =>
      home.scans.beginAnew()
    ),
    'home/summary': () => home.summary(),
    'home/usage': async function* ({ maxAgeSeconds, keepHistory }, signal) {
      const { limits, history } = await home.standing();
      if (keepHistory === false) {
        await history.forget();
      }
      home.keepsHistory = keepHistory ?? home.keepsHistory;
      for await (const usage of home.scans.follow(maxAgeSeconds, signal)) {
        yield await home.usage(usage, limits);
      }
    },
    'home/history': async () => {
      const { history } = await home.standing();
      const last = await home.scans.last();
      return describeHistory(context, await history.read(), last);
    },
    'home/largest': async () =>
      describeLargest(context, await home.scans.last()),
    'home/directory': async ({ path }, signal) => {
      const root = await findHome(homeDirectory);
      const last = await home.scans.last();
      return describeDirectory(root, last, path, signal, polite);
    }
  };
}

/** What does not change while the service runs, asked of the system once. */
interface IStanding {
  readonly isKept: boolean;
  readonly limits: HomeLimits;
  readonly history: KeptHistory;
}

/** The home with its scans and what is kept of them. */
class Home {
  constructor(
    private readonly _context: IServiceContext,
    scanner: Pick<Scanner, 'scan'>
  ) {
    const { config, now } = _context;
    const { homeDirectory, scanConcurrency, scanOperationsPerSecond } = config;
    this._cache = new Cache(config.cacheDirectory);
    const kept = new KeptScan(this._cache, homeDirectory);
    this.scans = new HomeScans({
      scan: (signal, haste) =>
        scanner.scan(
          {
            homeDirectory,
            haste,
            concurrency: scanConcurrency,
            operationsPerSecond: scanOperationsPerSecond,
            dataBytes: config.largeDataBytes,
            cacheDirectory: config.cacheDirectory
          },
          signal
        ),
      kept: {
        read: () => kept.read(),
        write: async scan => {
          await kept.write(scan);
          await this._onFinished(scan);
        }
      },
      now
    });
  }

  readonly scans: HomeScans;
  /** A user's own choice. */
  keepsHistory = true;

  async summary() {
    const { homeDirectory } = this._context.config;
    const { limits, isKept: kept } = await this.standing();
    const last = await this.scans.last();
    if (last) {
      this._tell(last, limits);
    }
    return {
      homeDirectory,
      limits,
      last: last && (await this.usage(last.usage, limits)),
      scanning: this.scans.isScanning,
      kept,
      writable: await isWritable(homeDirectory)
    };
  }

  /** Numbers of a count, with what else there is to say of them now. */
  async usage(counted: HomeCount, limits: HomeLimits): Promise<HomeUsage> {
    const { homeDirectory } = this._context.config;
    return {
      ...counted,
      unreadable: await this._owners.named(homeDirectory, counted.unreadable),
      limits,
      ...(await roomOnDisk(homeDirectory))
    };
  }

  standing(): Promise<IStanding> {
    this._standing ??= this._find();
    return this._standing;
  }

  private async _find(): Promise<IStanding> {
    const { config } = this._context;
    const kept = await isKept(this._context);
    const place = historyPlace(config, this._cache, kept);
    return {
      isKept: kept,
      limits: limitsOf(config, kept),
      history: new KeptHistory(place, config.homeDirectory)
    };
  }

  private async _onFinished(scan: IFinishedScan): Promise<void> {
    const { limits, history } = await this.standing();
    this._tell(scan, limits);
    if (this.keepsHistory) {
      await history.add(scan.usage);
    }
  }

  private _tell({ usage }: IFinishedScan, limits: HomeLimits): void {
    this._context.onGauges?.(gaugesOf(usage, limits));
  }

  private readonly _cache: Cache;
  private readonly _owners = new Owners();
  private _standing: Promise<IStanding> | undefined;
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
