/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contents, DatasetKind } from '../../../../../src/contract';
import type { IOpened } from '../../../../../src/lab/panels/buckets/code/opened';
import { filesSnippet } from '../../../../../src/lab/panels/buckets/code/files';
import { snippet } from '../../../../../src/lab/panels/buckets/code/snippet';
import { recogniseFolders } from '../../../../../src/service/buckets/listing/recognition';
import { openContents } from '../../../../../src/service/contents/open-contents';
import { findTarget } from '../../../../../src/service/contents/place';
import { describerIn } from '../../../../../src/service/contents/thread/describing';
import { emulatedStore } from '../../../../support/buckets/emulated-store';
import { startEmulator, type Emulator } from '../../../../support/gcs/emulator';
import { loadFolder } from '../../../../support/gcs/folder';
import { hasModules } from '../../../../support/python-code/installed-modules';
import { readingThreads } from '../../../../support/contents/reader-bundle';
import {
  runCells,
  type ICellResult
} from '../../../../support/python-code/run-cells';
import { never } from '../../../../support/service/never';

const BUCKET = 'leap-persistent';

const whenInstalled = hasModules(
  'dask, fastparquet, gcsfs, icechunk, kerchunk, netCDF4, scipy'
)
  ? describe
  : describe.skip;

type Case = readonly [name: string, holds: string];

/** Opened by a library that brings all of GDAL, so the tests' environment does without. */
const RASTERS: readonly Case[] = [
  ['raster.tif', 'da.rio.crs.to_epsg() == 4326 and int(da.sum()) == 15'],
  ['raster#1.tif', 'int(da.sum()) == 15']
];

/** Files that are one data set together: how many are shown, by what they were filtered. */
const TOGETHER: readonly (readonly [
  count: number,
  filter: string,
  holds: string
])[] = [
  [3, '', 'ds.chunks and dict(ds.sizes) == {"time": 3, "y": 2, "x": 3}'],
  [1000, '', 'float(ds.sst.sum()) == 45 and list(ds.time) == [1, 2, 3]'],
  [1000, 'T_[2', 'float(ds.sst.sum()) == 15 and list(ds.time) == [2]'],
  [1000, 'sst*3].NC', 'float(ds.sst.sum()) == 15 and list(ds.time) == [3]']
];

const hasRasters = hasModules('rioxarray');

/** What was opened, and Python that is true when all of it came. */
const CASES: readonly Case[] = [
  ['two.zarr/', 'ds.chunks and float(ds.sst.sum()) == 15'],
  ['three.zarr/', 'float(ds.sst.sum()) == 15'],
  ['odd#[1].zarr/', 'float(ds.sst.sum()) == 15'],
  ['tree.zarr/', 'float(tree["ocean"].sst.sum()) == 15'],
  ['array.zarr/', 'int(array.sum().compute()) == 15'],
  ['array*.zarr/', 'int(array.sum().compute()) == 15'],
  ['four.nc', 'ds.chunks and float(ds.sst.sum()) == 15'],
  ['four::odd.nc', 'float(ds.sst.sum()) == 15'],
  ['three.nc', 'ds.chunks and float(ds.sst.sum()) == 15'],
  ['wrfout_d01', 'float(ds.sst.sum()) == 15'],
  ['five.nc', 'ds.chunks and float(ds.sst.sum()) == 15'],
  ['plain.h5', 'int(ds.sst.sum()) == 15'],
  ['groups.h5', 'int(tree["ocean"].sst.sum()) == 15'],
  ['virtual.json', 'float(ds.sst.sum()) == 15'],
  ['repository/', 'float(ds.sst.sum()) == 0'],
  ['table.csv', 'int(df.sst.sum()) == 15'],
  ['table.csv.gz', 'int(df.sst.sum()) == 15'],
  ['table#.csv.gz', 'int(df.sst.sum()) == 15'],
  ['table?.csv', 'int(df.sst.sum()) == 15'],
  ['table.tsv', 'int(df.sst.sum()) == 15'],
  ['table.parquet', 'int(df.sst.sum()) == 15'],
  ['partitioned/', 'int(df.sst.sum()) == 15 and "year" in df'],
  ['partitioned#/', 'int(df.sst.sum()) == 15 and "year" in df'],
  ['plain.json', 'content["sst"] == 15'],
  ['packed.json.gz', 'content["sst"] == 15'],
  ['numbers.npy', 'int(content.sum()) == 15'],
  ['notes', 'content == b"fifteen"'],
  ['slash/', 'content == b"sixteen"'],
  ['', 'any(each["name"].endswith("/notes") for each in content)'],
  ...(hasRasters ? RASTERS : [])
];

whenInstalled('code of a row, run in a real kernel', () => {
  let folder: string;
  let gcs: Emulator;
  let threads: ReturnType<typeof readingThreads>;
  let code: string[];
  let answers: ICellResult[][];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leap-code-'));
    const script = join(
      process.cwd(),
      'test/support/data-sets/write_openable.py'
    );
    execFileSync(
      'python',
      [script, join(folder, 'data', BUCKET, 'ann'), `gs://${BUCKET}/ann`],
      { stdio: ['ignore', 'ignore', 'inherit'] }
    );
    gcs = await startEmulator();
    await loadFolder(gcs, join(folder, 'data'), new Date());
    // No file can be called so, but an object can.
    gcs.put(BUCKET, 'ann/slash/', 'sixteen');
    threads = readingThreads();
    code = [...(await written()), ...TOGETHER.map(together)];
    answers = await runCells(
      [...CASES, ...TOGETHER].map((each, at) => [
        // No variable of the environment tells icechunk where its bucket is served.
        `import functools, icechunk; icechunk.gcs_storage = functools.partial(icechunk.gcs_storage, config={"google_base_url": "${gcs.url}"})`,
        code[at] ?? '',
        each.at(-1)?.toString() ?? ''
      ]),
      gcs.url,
      folder
    );
  }, 180_000);

  afterAll(async () => {
    threads.dispose();
    await gcs.close();
    await rm(folder, { recursive: true, force: true });
  });

  function together([count, filter]: (typeof TOGETHER)[number]): string {
    const names = Array.from(
      { length: count },
      (_, at) => `sst_[${String(at + 1)}].nc`
    );
    const opened: IOpened = {
      bucket: BUCKET,
      name: 'ann/months/',
      isObject: false,
      dataset: null,
      contents: null,
      isPublic: false,
      payer: null
    };
    return filesSnippet({ opened, names, filter });
  }

  /** As the section does: what kind of row it is, then what is in it, then the code. */
  async function written(): Promise<string[]> {
    const store = emulatedStore(gcs);
    const place = { bucket: BUCKET, prefix: 'ann/', payer: null };
    const folders = CASES.flatMap(([name]) =>
      /.\/$/.test(name) ? [name] : []
    );
    const kinds = await recogniseFolders(store, place, folders, never);
    return Promise.all(
      CASES.map(async ([name]) => {
        const dataset: DatasetKind | null =
          kinds[folders.indexOf(name)] ?? null;
        const opened: IOpened = {
          bucket: BUCKET,
          name: `ann/${name}`,
          isObject: name === 'slash/' || !/(^|\/)$/.test(name),
          dataset,
          contents:
            name === '' || name === 'slash/'
              ? null
              : await contentsOf(store, `ann/${name}`),
          isPublic: false,
          payer: null
        };
        return snippet(opened).replace(/^fs\.ls/m, 'content = fs.ls');
      })
    );
  }

  async function contentsOf(
    store: ReturnType<typeof emulatedStore>,
    name: string
  ): Promise<Contents> {
    const options = {
      store: () => Promise.resolve(store),
      trustedHosts: new Set<string>()
    };
    const openers = {
      openOther: () => Promise.reject(new Error('Metadata alone are read.')),
      describe: describerIn(threads)
    };
    const target = await findTarget({ bucket: BUCKET, name }, options);
    return openContents(target, openers, never);
  }

  it.each(CASES.map(([name], at) => [name, at] as const))(
    'opens “%s”',
    (_, at) => {
      const [, opened, holds] = answers[at] ?? [];
      expect({ code: code[at], error: opened?.error }).toEqual({
        code: code[at],
        error: ''
      });
      expect(holds).toEqual({ text: 'True', error: '' });
    }
  );

  it.each(TOGETHER.map(([count, filter], at) => [count, filter, at] as const))(
    'opens %p files that are filtered by “%s” as one data set',
    (_count, _filter, number) => {
      const at = CASES.length + number;
      const [, opened, holds] = answers[at] ?? [];
      expect({ code: code[at], error: opened?.error }).toEqual({
        code: code[at],
        error: ''
      });
      expect(holds).toEqual({ text: 'True', error: '' });
    }
  );

  if (!hasRasters) {
    it.skip.each(RASTERS)('opens “%s”, where rioxarray is installed', () => {
      throw new Error('Never run.');
    });
  }
});
