import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { leapBundle } from '../../../support/leap-bundle';
import { leapConfig } from '../../../support/leap-config';
import { TreeBase } from '../../../support/tree-base';
import { du } from '../../../support/walked';

/** The whole size takes minutes to make: `./dev test --long`. */
const isLong = process.env['LEAP_LONG_TESTS'] !== undefined;
const ENTRIES = isLong ? 1_000_000 : 10_000;
const DIRECTORIES = isLong ? 500_000 : 1000;
const FILES_PER_DIRECTORY = 10;

/** What a count may take at any size. */
const MOST_BYTES = 200_000_000;

jest.setTimeout(isLong ? 3_600_000 : 60_000);

interface ICounted {
  readonly usedBytes: number;
  readonly files: number;
  readonly directories: number;
  readonly complete: boolean;
}

/** What `leap du` says of a directory, and the most memory it took. */
function count(directory: string): ICounted & { readonly peakBytes: number } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--require',
      join(process.cwd(), 'test', 'support', 'tell-peak-memory.cjs'),
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
    tree.directory('wide');
    for (let at = 0; at < ENTRIES; at += 1) {
      fs.writeFileSync(tree.at(`wide/entry-${at}`), '');
    }

    const counted = count(tree.home);

    expect(counted).toMatchObject({
      usedBytes: du(tree.home),
      files: ENTRIES,
      complete: true
    });
    expect(counted.peakBytes).toBeLessThan(MOST_BYTES);
  });

  it(`B35 counts ${DIRECTORIES * FILES_PER_DIRECTORY} files in ${DIRECTORIES} directories`, () => {
    for (let at = 0; at < DIRECTORIES; at += 1) {
      const directory = tree.directory(`group-${at % 997}/directory-${at}`);
      for (let file = 0; file < FILES_PER_DIRECTORY; file += 1) {
        fs.writeFileSync(join(directory, `file-${file}.py`), '');
      }
    }

    const counted = count(tree.home);

    expect(counted).toMatchObject({
      usedBytes: du(tree.home),
      files: DIRECTORIES * FILES_PER_DIRECTORY,
      complete: true
    });
    expect(counted.peakBytes).toBeLessThan(MOST_BYTES);
  });
});
