import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { leapBundle } from '../../../support/service/leap-bundle';
import { leapConfig } from '../../../support/service/leap-config';
import { TreeBase } from '../../../support/home/scan/tree-base';
import { du } from '../../../support/home/scan/walked';

/** The whole size takes minutes to make: `./dev test --long`. */
const isLong = process.env['LEAP_LONG_TESTS'] !== undefined;
const ENTRIES = isLong ? 1_000_000 : 10_000;
const GROUPS = isLong ? 500 : 10;
const DIRECTORIES = isLong ? 1000 : 100;
const FILES = 10;

/** What a count may take at any size. */
const MOST_BYTES = 200_000_000;

jest.setTimeout(isLong ? 3_600_000 : 60_000);

interface ICounted {
  readonly usedBytes: number;
  readonly files: number;
  readonly directories: number;
  readonly complete: boolean;
}

/** So many groups in the home, in each so many directories of so many empty files. */
function plant(home: string, ...numbers: [number, number, number]): void {
  const script = join(process.cwd(), 'test/support/home/scan/plant_files.py');
  execFileSync('python3', [script, home, ...numbers.map(String)]);
}

/** What `leap du` says of a directory, and the most memory it took. */
function count(directory: string): ICounted & { readonly peakBytes: number } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--require',
      join(process.cwd(), 'test/support/home/scan/tell-peak-memory.cjs'),
      leapBundle(),
      'du',
      '--depth',
      '0',
      '--json',
      directory
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, LEAP_CONFIG: JSON.stringify(leapConfig()) }
    }
  );
  const [, peak] = /peak (\d+)/.exec(stderr) ?? [];
  return { ...(JSON.parse(stdout) as ICounted), peakBytes: Number(peak) };
}

describe('a very large home', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it(`B34 counts ${ENTRIES} entries in one directory`, () => {
    plant(tree.home, 1, 1, ENTRIES);

    const counted = count(tree.home);

    expect(counted).toMatchObject({
      usedBytes: du(tree.home),
      files: ENTRIES,
      complete: true
    });
    expect(counted.peakBytes).toBeLessThan(MOST_BYTES);
  });

  it(`B35 counts ${GROUPS * DIRECTORIES * FILES} files in ${GROUPS * DIRECTORIES} directories`, () => {
    plant(tree.home, GROUPS, DIRECTORIES, FILES);

    const counted = count(tree.home);

    expect(counted).toMatchObject({
      usedBytes: du(tree.home),
      files: GROUPS * DIRECTORIES * FILES,
      complete: true
    });
    expect(counted.peakBytes).toBeLessThan(MOST_BYTES);
  });
});
