import { execFileSync } from 'node:child_process';
import {
  linkSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import { TreeBase } from '../../../support/home/scan/tree-base';
import {
  findLargeData,
  OLD_DAYS,
  type LargeFindings
} from '../../../../src/service/home/scan/data/large-data';
import { survey } from '../../../../src/service/home/scan/tree/ground';
import { LargeFiles } from '../../../../src/service/home/scan/tree/large-files';
import { formatOf } from '../../../../src/service/home/scan/data/signature';
import { totalsOf } from '../../../../src/service/home/scan/walk/totals';
import { Walk } from '../../../../src/service/home/scan/walk/walk';
import { never } from '../../../support/service/never';

const MB = 1_000_000;
const DAY_MS = 86_400_000;

/** Walk, then look for data of 2 MB and more; between the two, something may happen. */
async function search(
  home: string,
  between: () => void = () => undefined,
  nowMs = Date.now()
): Promise<LargeFindings> {
  const walk = new Walk(survey(home), {
    concurrency: null,
    operationsPerSecond: null,
    signal: never,
    progressMs: 100,
    onProgress: () => undefined,
    capacity: 1 << 12
  });
  await walk.run();
  between();
  return findLargeData(walk, totalsOf(walk.tree.columns, walk.linked), {
    dataBytes: 2 * MB,
    nowMs,
    operationsPerSecond: null
  });
}

function paths(found: readonly { path: string }[]): string[] {
  return found.map(({ path }) => path);
}

describe('What is large in a home', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  function data(path: string, beginning: string, bytes = 3 * MB): void {
    tree.file(path, 0);
    const content = Buffer.alloc(bytes, 1);
    content.write(beginning, 'latin1');
    writeFileSync(tree.at(path), content);
  }

  it.each([
    ['\x89HDF\r\n\x1a\n', 'hdf5'],
    ['CDF\x01', 'netcdf'],
    ['CDF\x05', 'netcdf'],
    ['GRIB', 'grib'],
    ['PAR1', 'parquet'],
    ['CDF is a word', null],
    ['\x89PNG\r\n\x1a\n', null],
    ['MATLAB 7.3'.padEnd(512) + '\x89HDF\r\n\x1a\n', 'hdf5'],
    [' '.repeat(4096) + '\x89HDF\r\n\x1a\n', 'hdf5'],
    [' '.repeat(700) + '\x89HDF\r\n\x1a\n', null],
    ['', null]
  ])('tells files that begin with %j as %s', (beginning, format) => {
    expect(formatOf(Buffer.from(beginning, 'latin1'))).toBe(format);
  });

  it('names the largest files first, with what their content says they are', async () => {
    data('runs/model.dat', '\x89HDF\r\n\x1a\n', 5 * MB);
    data('winds.nc', 'not data at all', 4 * MB);
    data('small.nc', 'CDF\x01', 1.5 * MB);
    tree.file('tiny', 4096);

    const { files } = await search(tree.home);

    expect(files.map(({ path, format }) => [path, format])).toEqual([
      ['runs/model.dat', 'hdf5'],
      ['winds.nc', null],
      ['small.nc', null]
    ]);
  });

  it('takes a Zarr store as one thing, whatever stores and large files are in it', async () => {
    tree.file('work/ocean.zarr/.zgroup', 10);
    tree.file('work/ocean.zarr/temp/.zarray', 10);
    tree.file('work/ocean.zarr/temp/0.0', 3 * MB);
    tree.file('work/other/zarr.json', 10);
    tree.file('work/other/c/0', 4 * MB);
    tree.file('tiny.zarr/.zgroup', 10);

    const { files, stores } = await search(tree.home);

    expect(paths(stores)).toEqual(['work/other', 'work/ocean.zarr']);
    expect(files).toEqual([]);
  });

  it('names a file with several names once', async () => {
    data('a/one', 'GRIB');
    tree.directory('b');
    linkSync(tree.at('a/one'), tree.at('b/two'));
    linkSync(tree.at('a/one'), tree.at('a/three'));

    const { files } = await search(tree.home);

    expect(files).toHaveLength(1);
    expect(files[0]?.path.startsWith('a/')).toBe(true);
  });

  it('names outer directories that nothing changed in for half a year', async () => {
    tree.file('old/runs/one', 3 * MB);
    tree.file('new/one', 3 * MB);
    const laterMs = Date.now() + (OLD_DAYS + 1) * DAY_MS;
    const later = new Date(laterMs);
    utimesSync(tree.at('new/one'), later, later);

    const { oldest } = await search(tree.home, undefined, laterMs);

    expect(paths(oldest)).toEqual(['old']);
  });

  it('B26 reads nothing through a symbolic link that took a file’s or a folder’s place', async () => {
    data('folder/file', 'PAR1');
    data('alone', 'PAR1');
    writeFileSync(`${tree.path}/file`, '\x89HDF\r\n\x1a\n', 'latin1');

    const { files } = await search(tree.home, () => {
      renameSync(tree.at('folder'), `${tree.path}/moved`);
      symlinkSync('..', tree.at('folder'));
      renameSync(tree.at('alone'), `${tree.path}/alone`);
      symlinkSync('../file', tree.at('alone'));
    });

    expect(files.map(({ format }) => format)).toEqual([null, null]);
  });

  it('B30 does not wait for a FIFO that took a file’s place', async () => {
    data('pipe', 'PAR1');

    const { files } = await search(tree.home, () => {
      renameSync(tree.at('pipe'), `${tree.path}/moved`);
      execFileSync('mkfifo', [tree.at('pipe')]);
    });

    expect(files.map(({ format }) => format)).toEqual([null]);
  });
});

describe('LargeFiles', () => {
  const stats = (bytes: number): never =>
    ({ mode: 0o100_644, blocks: bytes / 512, nlink: 1, mtimeMs: 0 }) as never;

  it('keeps the largest of many, in two threads as in one', () => {
    const sizes = Array.from({ length: 5000 }, (_, at) => (at + 3) * 512_000);
    const one = new LargeFiles(3);
    const other = new LargeFiles(3);
    for (const [at, size] of sizes.entries()) {
      (at % 2 ? one : other).add(0, `f${String(at)}`, stats(size));
    }
    one.merge(other.files);

    expect(one.files.map(file => file.usedBytes)).toEqual(
      sizes.slice(-3).reverse()
    );
    expect(one.floorBytes).toBe(sizes.at(-3));
  });
});
