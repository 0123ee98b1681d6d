import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreForm, StoreReach } from '../../../../src/contract';
import { checkReach } from '../../../../src/service/catalog/reach/reach';
import { storeCode } from '../../../../src/service/catalog/code/snippet';
import { readStoreAddress } from '../../../../src/service/web/store-address';
import { dataset, store } from '../../../support/catalog/records';
import { startEmulator, type Emulator } from '../../../support/gcs/emulator';
import { loadFolder } from '../../../support/gcs/folder';
import {
  runCells,
  type ICellResult
} from '../../../support/python-code/run-cells';
import { startS3 } from '../../../support/web/s3-server';
import type { WebServer } from '../../../support/web/web-server';
import { never } from '../../../support/service/never';

const ROOT = process.cwd();
const BUCKET = 'open-samples';

/** What opens data sets is installed for Python 3.11 and newer. */
const has = (module: string): boolean =>
  spawnSync('python', ['-c', `import ${module}`]).status === 0;
const whenInstalled = has('intake_esm, icechunk, s3fs, fastparquet')
  ? describe
  : describe.skip;

interface ICase {
  /** Below the open bucket, or a whole address. */
  readonly at: string;
  readonly from: 'web' | 'gs' | 's3';
  readonly form: StoreForm;
  /** Python that tells a library where the stores are served here, where no variable of the environment can. */
  readonly before?: (servers: { gcs: string; s3: string }) => string;
  /** Python that is true when the code did what it should. */
  readonly holds: string;
}

const LAZY = 'ds.chunks and ';

const CASES: readonly ICase[] = [
  {
    at: 'altimetry/sea-level-daily.zarr',
    from: 'web',
    form: 'zarr2',
    holds: `${LAZY}{"adt", "sla", "ugos", "vgos"} <= set(ds) and bool(abs(ds.sla[0].mean()) < 1)`
  },
  {
    at: 'altimetry/sea-level-daily.zarr',
    from: 'gs',
    form: 'zarr2',
    holds: `${LAZY}ds.sla.attrs["units"] == "m" and ds.time.dtype.kind == "M"`
  },
  {
    at: 'altimetry/sea-level-daily.zarr',
    from: 's3',
    form: 'zarr2',
    holds: `${LAZY}bool(abs(ds.sla[0].mean()) < 1)`
  },
  {
    at: 'sst/sea-ice-monthly.zarr',
    from: 'gs',
    form: 'zarr2-scattered',
    holds: `${LAZY}set(ds) == {"sst", "sic"} and bool(ds.sic.max() <= 1)`
  },
  {
    at: 'sst/sea-ice-monthly.zarr',
    from: 's3',
    form: 'zarr2-scattered',
    holds: `${LAZY}set(ds) == {"sst", "sic"}`
  },
  {
    at: 'sst/sea-ice-monthly.zarr',
    from: 'web',
    form: 'zarr2-scattered',
    holds: 'group["sic"].shape == (24, 90, 180)'
  },
  {
    at: 'sst/sea-ice-monthly.zarr/sic',
    from: 'gs',
    form: 'zarr-array',
    holds: 'array.shape == (24, 90, 180) and bool(array.max().compute() <= 1)'
  },
  {
    at: 'colour/chlorophyll.zarr',
    from: 'web',
    form: 'zarr3',
    holds: `${LAZY}bool(ds.chlor_a.max() > 0)`
  },
  {
    at: 'colour/scattered.zarr',
    from: 'gs',
    form: 'zarr3-scattered',
    holds: `${LAZY}bool(ds.chlor_a.max() > 0)`
  },
  {
    at: 'rain/precipitation-monthly.nc',
    from: 'web',
    form: 'netcdf4',
    holds: `${LAZY}bool(ds.precip[0].max() > 20)`
  },
  {
    at: 'rain/precipitation-monthly.nc',
    from: 'gs',
    form: 'netcdf4',
    holds: `${LAZY}bool(ds.precip[0].max() > 20)`
  },
  {
    at: 'rain/precipitation-monthly.nc',
    from: 's3',
    form: 'netcdf4',
    holds: `${LAZY}bool(ds.precip[0].max() > 20)`
  },
  {
    at: 'atlas/temperature-salinity.nc',
    from: 'web',
    form: 'netcdf3',
    holds: `${LAZY}ds.s_an.attrs["units"] in ("1", b"1") and bool(ds.s_an[0].max() > 30)`
  },
  {
    at: 'rain/precipitation-web.json',
    from: 'web',
    form: 'kerchunk',
    holds: `${LAZY}bool(ds.precip[0].max() > 20)`
  },
  {
    at: 'rain/precipitation-bucket.json',
    from: 'gs',
    form: 'kerchunk',
    holds: `${LAZY}bool(ds.precip[0].max() > 20)`
  },
  {
    at: 'gs://leap-persistent-ro/reanalysis/surface.icechunk',
    from: 'gs',
    form: 'icechunk',
    holds: `${LAZY}bool(ds.t2m[0].max() > 290)`
  },
  {
    at: 'reanalysis/surface.icechunk',
    from: 'gs',
    form: 'icechunk',
    before: ({ gcs }) =>
      `import functools, icechunk; icechunk.gcs_storage = functools.partial(icechunk.gcs_storage, config={"google_base_url": "${gcs}"})`,
    holds: `${LAZY}bool(ds.t2m[0].max() > 290)`
  },
  {
    at: 'reanalysis/surface.icechunk',
    from: 's3',
    form: 'icechunk',
    before: ({ s3 }) =>
      `import functools, icechunk; icechunk.s3_storage = functools.partial(icechunk.s3_storage, region="us-east-1", endpoint_url="${s3}", allow_http=True, force_path_style=True)`,
    holds: `${LAZY}bool(ds.t2m[0].max() > 290)`
  },
  ...(has('icechunk; icechunk.http_storage')
    ? [
        {
          at: 'reanalysis/surface.icechunk',
          from: 'web',
          form: 'icechunk',
          holds: `${LAZY}bool(ds.t2m[0].max() > 290)`
        } as const
      ]
    : []),
  {
    at: 'rain/precipitation-web.parq',
    from: 'web',
    form: 'kerchunk-parquet',
    holds: `${LAZY}bool(ds.precip[0].max() > 20)`
  },
  {
    at: 'rain/precipitation-bucket.parq',
    from: 'gs',
    form: 'kerchunk-parquet',
    holds: `${LAZY}bool(ds.precip[0].max() > 20)`
  },
  {
    at: 'drifters/hourly.parquet',
    from: 'gs',
    form: 'parquet',
    holds: 'len(df) == 12000 and {"buoy", "sst"} <= set(df.columns)'
  },
  {
    at: 'drifters/hourly.parquet/year=2023/month=1/part-0.parquet',
    from: 'web',
    form: 'parquet',
    holds: 'len(df) == 500 and "wave_height" in df.columns'
  },
  {
    at: 'models/catalog.json',
    from: 'web',
    form: 'intake-esm',
    holds:
      'len(collection.df) == 4 and "sst" in collection.search(source_id="MERIDIAN-CM4", experiment_id="ssp245").to_dask(progressbar=False)'
  }
];

whenInstalled('code of the catalog, run in a real kernel', () => {
  let folder: string;
  let gcs: Emulator;
  let s3: WebServer;
  let stores: StoreReach[];
  let answers: ICellResult[][];

  const urlOf = ({ at, from }: ICase): string =>
    at.startsWith('gs://')
      ? at
      : `${{ web: gcs.url, gs: 'gs:/', s3: 's3:/' }[from]}/${BUCKET}/${at}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leap-kernel-'));
    const make =
      'import sys, pathlib, catalog_data; catalog_data.make_catalog(pathlib.Path(sys.argv[1]))';
    execFileSync('python', ['-c', make, folder], {
      cwd: join(ROOT, 'demo'),
      stdio: 'ignore'
    });
    gcs = await startEmulator();
    const more = join(ROOT, 'test/support/data-sets/write_more_stores.py');
    execFileSync('python', [more, folder, gcs.url], { stdio: 'ignore' });
    await loadFolder(gcs, folder, new Date());
    s3 = await startS3({ [BUCKET]: join(folder, BUCKET) });
    stores = await checked();
    answers = await run();
  }, 240_000);

  afterAll(async () => {
    await gcs.close();
    await s3.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** What the stores are found to be. S3 itself cannot be asked from here, so its stores are taken for what they are. */
  async function checked(): Promise<StoreReach[]> {
    const listed = CASES.map((each, id) =>
      store({ id: String(id), url: urlOf(each), name: each.at })
    );
    const found = await checkReach(
      dataset({ stores: listed.filter((_, id) => CASES[id]?.from !== 's3') }),
      {
        access: () =>
          Promise.resolve({
            baseUrl: `${gcs.url}/storage/v1`,
            headers: () => Promise.resolve(null)
          }),
        trustedHosts: new Set([new URL(gcs.url).host]),
        hubBuckets: new Set(['leap-persistent-ro']),
        now: () => new Date(),
        timeLimitMs: 30_000
      },
      never
    );
    const byId = new Map(found.map(each => [each.id, each]));
    return CASES.map((each, id): StoreReach => {
      const address = readStoreAddress(urlOf(each));
      return (
        byId.get(String(id)) ?? {
          id: String(id),
          status: 'anonymous',
          reason: null,
          checkedAt: new Date().toISOString(),
          form: each.form,
          code: address && storeCode(address, each.form, new Set())
        }
      );
    });
  }

  function run(): Promise<ICellResult[][]> {
    const servers = { gcs: gcs.url, s3: `http://${s3.host}` };
    const notebooks = CASES.map(({ holds, before }, index) => [
      before?.(servers) ?? '',
      stores[index]?.code?.snippet ?? '',
      holds
    ]);
    return runCells(notebooks, gcs.url, folder, {
      AWS_ENDPOINT_URL: `http://${s3.host}`,
      AWS_DEFAULT_REGION: 'us-east-1'
    });
  }

  it.each(
    CASES.map((each, index) => [each.form, each.from, each.at, index] as const)
  )('opens %s from %s: %s', (form, _from, _at, index) => {
    expect(stores[index]?.form).toBe(form);
    const [, opened, holds] = answers[index] ?? [];
    expect(opened).toEqual({ text: expect.any(String) as string, error: '' });
    expect(opened?.text).not.toBe('');
    expect(holds).toEqual({ text: 'True', error: '' });
  });
});
