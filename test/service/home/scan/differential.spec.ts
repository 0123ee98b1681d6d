import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RandomTree } from '../../../support/home/scan/random-tree';
import { du, walk } from '../../../support/home/scan/walked';

const TREES = Number(process.env['LEAP_TREES'] ?? 500);
const TREES_A_TEST = 50;

/** Seeds are printed with the failure, so that its tree can be made again. */
const FIRST_SEEDS = Array.from(
  { length: Math.ceil(TREES / TREES_A_TEST) },
  (_, at) => at * TREES_A_TEST
);

describe('a walk equals GNU du to the byte', () => {
  let base: string;

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'leap-trees-'));
  });

  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  it.each(FIRST_SEEDS)(
    'on generated trees from seed %i on',
    async first => {
      for (let seed = first; seed < first + TREES_A_TEST; seed += 1) {
        const directory = join(base, String(seed));
        new RandomTree(directory, seed).make(40);

        const promptly = await walk(directory, 'promptly');
        const patiently = await walk(directory, 'patiently');
        const natively = await walk(directory, 'natively');

        const usedBytes = du(directory);
        expect({ seed, ...promptly.report }).toMatchObject({
          seed,
          usedBytes,
          complete: true
        });
        for (const { report } of [patiently, natively]) {
          expect({ seed, report }).toEqual({ seed, report: promptly.report });
        }
      }
    },
    60_000
  );
});
