import { join } from 'node:path';
import { HomeUsage, type HomeUsageQuery } from '../../../src/contract';
import type { Config } from '../../../src/service/config';
import { createHomeHandlers } from '../../../src/service/home/handlers';
import { Scanner } from '../../../src/service/home/scan/scanner';
import { scanBundle } from '../service/leap-bundle';
import { leapConfig } from '../service/leap-config';
import { never } from '../service/never';
import { TreeBase } from './scan/tree-base';

type HomeHandlers = ReturnType<typeof createHomeHandlers>;

/**
 * A small home on a real disk, and the routes that count it in a process of its own.
 */
export class CountedHome {
  readonly tree = TreeBase.make();

  constructor() {
    this.tree.file('small/file', 1000);
    this.tree.file('large/inner/file', 200_000);
    this.tree.file('large/beside', 50_000);
    this.tree.file('alone', 70_000);
  }

  /** The routes as after a start of the service. */
  handlers(
    config: Partial<Config> = {},
    // None stays when its count is over, so that each test has its own.
    scanner: Pick<Scanner, 'scan'> = new Scanner(scanBundle(), 0)
  ): HomeHandlers {
    return createHomeHandlers(
      {
        config: leapConfig({
          homeDirectory: this.tree.home,
          cacheDirectory: join(this.tree.path, 'cache'),
          ...config
        }),
        env: {},
        now: () => new Date()
      },
      scanner
    );
  }

  remove(): void {
    this.tree.remove();
  }
}

/** What a count says last; all that it says is what the contract has. */
export async function scanned(
  routes: HomeHandlers,
  signal = never,
  query: HomeUsageQuery = {}
): Promise<HomeUsage> {
  let found: HomeUsage | undefined;
  for await (const usage of routes['home/usage'](query, signal)) {
    found = HomeUsage.parse(usage);
  }
  if (found === undefined) {
    throw new Error('The count told nothing.');
  }
  return found;
}

/** A home for each test, gone after it, with the program that counts it. */
export function eachCountedHome(use: (home: CountedHome) => void): void {
  let home: CountedHome;

  beforeAll(() => {
    scanBundle();
  });

  beforeEach(() => {
    home = new CountedHome();
    use(home);
  });

  afterEach(() => {
    home.remove();
  });
}
