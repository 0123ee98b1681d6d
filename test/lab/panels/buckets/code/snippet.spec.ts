import fc from 'fast-check';
import { DatasetKind, type Contents } from '../../../../../src/contract';
import type { IOpened } from '../../../../../src/lab/panels/buckets/code/opened';
import { snippet } from '../../../../../src/lab/panels/buckets/code/snippet';
import { ARRAYS } from '../../../../support/contents/answers';
import { hostileName } from '../../../../support/python-code/hostile-name';
import { shapes } from '../../../../support/python-code/program-shapes';

const opened = (rest: Partial<IOpened>): IOpened => ({
  bucket: 'leap-scratch',
  name: 'ann/x.nc',
  isObject: false,
  dataset: null,
  contents: null,
  isPublic: false,
  payer: null,
  ...rest
});
const at = (path: string, dimension = 'x') => ({
  ...ARRAYS.variables[0],
  path,
  dimensions: [dimension],
  isCoordinate: false
});
const version = (kind: 'branch' | 'tag', name: string) => ({
  shown: { kind, name },
  branches: ['main'],
  tags: []
});
const ENDINGS = [
  '.nc',
  '.h5',
  '.tif',
  '.csv',
  '.csv.gz',
  '.tsv',
  '.parquet',
  '.json',
  'refs.json',
  '.npy',
  '.bin',
  '/'
];

describe('snippet', () => {
  it.each([
    ['ann/x.nc', null, 'fs.open("leap-scratch/ann/x.nc"), chunks="auto"'],
    ['ann/x.nc4', null, 'engine="h5netcdf"'],
    ['ann/x.csv', null, 'pd.read_csv("gs://leap-scratch/ann/x.csv")'],
    ['ann/x.csv.gz', null, 'pd.read_csv('],
    ['ann/x.tsv', null, 'sep="\\t"'],
    ['ann/x.parquet', null, 'pd.read_parquet('],
    ['ann/x.tif', null, 'rioxarray.open_rasterio('],
    ['ann/x.json', null, 'json.load(file)'],
    ['ann/sst.kerchunk.json', null, 'engine="kerchunk"'],
    ['ann/references.json', null, 'engine="kerchunk"'],
    ['ann/prefs.json', null, 'json.load'],
    ['ann/x.json.gz', null, 'compression="infer"'],
    ['ann/x.npy', null, 'np.load(file)'],
    ['ann/x.bin', null, 'file.read('],
    ['ann/run/', null, 'fs.ls("leap-scratch/ann/run", detail=True)'],
    ['', null, 'fs.ls("leap-scratch/"'],
    ['ann/s.zarr/', 'zarr2', '"gs://leap-scratch/ann/s.zarr", engine="zarr"'],
    ['ann/s.zarr/', 'zarr3', 'engine="zarr"'],
    ['ann/i/', 'icechunk', 'prefix="ann/i", from_env=True'],
    [
      'ann/p/',
      'parquet',
      'pd.read_parquet("leap-scratch/ann/p", filesystem=fs)'
    ],
    ['ann/k/', 'kerchunk', 'engine="kerchunk"']
  ] as const)('opens %s (%s) with %s', (name, dataset, part) => {
    expect(snippet(opened({ name, dataset }))).toContain(part);
  });

  it('opens a public bucket without credentials, and one that is paid for with the project', () => {
    const name = 's.zarr/';
    expect(
      snippet(opened({ name, dataset: 'zarr2', isPublic: true }))
    ).toContain('storage_options={"token": "anon"}');
    expect(snippet(opened({ payer: 'my-project' }))).toContain(
      'fsspec.filesystem("gs", requester_pays="my-project")'
    );
  });

  it.each([
    ['x.nc', { form: 'netcdf3' }, 'engine="scipy"'],
    ['x.nc', { form: 'hdf5' }, 'engine="h5netcdf", chunks'],
    ['x.nc', { form: 'netcdf5' }, 'engine="netcdf4"'],
    [
      'x.nc',
      { form: 'netcdf5' },
      'fs.get_file("leap-scratch/x.nc", copy.name)'
    ],
    ['wrfout_d01', { form: 'netcdf3' }, 'xr.open_dataset('],
    ['x.he5', { form: 'hdf5', variables: [at('g/a')] }, 'xr.open_datatree('],
    ['x.h5', { form: 'hdf5', variables: [at('a', 'dim_0')] }, 'phony_dims='],
    ['virtual.json', { form: 'kerchunk' }, 'engine="kerchunk"'],
    ['image', { form: 'geotiff' }, 'rioxarray.open_rasterio('],
    ['s.zarr/', { variables: [at('')] }, 'da.from_zarr("gs://leap-scratch/s'],
    ['s.zarr/', { variables: [at('ocean/sst')] }, 'xr.open_datatree('],
    [
      'i/',
      { form: 'icechunk', versions: version('tag', 'v1') },
      'readonly_session(tag="v1")'
    ],
    [
      'i/',
      { form: 'icechunk', versions: version('branch', 'a"b') },
      'readonly_session(branch="a\\"b")'
    ]
  ] as const)(
    'opens %s by what was found in it, %j, with %s',
    (name, found, part) => {
      const contents: Contents = {
        ...ARRAYS,
        variableCount: 'variables' in found ? 1 : ARRAYS.variableCount,
        ...found
      } as Contents;
      const code = snippet(opened({ name, contents }));
      expect(code).toContain(part);
      expect(shapes([code])).toHaveLength(1);
    }
  );

  it('takes no file for references that was looked into and holds none', () => {
    const contents: Contents = { kind: 'unknown', reason: 'No.' };
    expect(snippet(opened({ name: 'refs.json', contents }))).toContain(
      'json.load'
    );
  });

  it('says what icechunk cannot pay for', () => {
    const code = snippet(
      opened({ name: 'i/', dataset: 'icechunk', payer: 'my-project' })
    );
    expect(code).toContain('# Here the reader pays');
  });

  it.each(['a::b.csv', 'a#1.csv', 'a*.csv', 'a?.csv', 'a[0].csv', 'a{b}.csv'])(
    'B17 asks the file system for %s, which would mean something in an address',
    name => {
      const code = snippet(opened({ name }));
      expect(code).toContain(
        `fs.open(${JSON.stringify(`leap-scratch/${name}`)})`
      );
      expect(code).not.toContain('gs://');
    }
  );

  it('B17 B19 stays one string in one place for 10,000 hostile names', () => {
    const names = fc.sample(hostileName, { numRuns: 10_000, seed: 2026 });
    const kinds = [...ENDINGS, ...DatasetKind.options];
    const made = (name: string, index: number): string => {
      const kind = kinds[index % kinds.length] ?? '';
      const dataset = DatasetKind.safeParse(kind);
      return snippet(
        opened(
          dataset.success
            ? { name: `${name}/`, dataset: dataset.data }
            : { name: name + kind }
        )
      );
    };
    const isOdd = (name: string): boolean => /::|[#?*[\]{}]/.test(name);
    const plain = kinds.map((_, index) =>
      [false, true].map(
        odd => shapes([made(odd ? 'x*x' : 'plain', index)])[0]?.shape
      )
    );
    for (const [index, found] of shapes(names.map(made)).entries()) {
      const name = names[index] ?? '';
      const expected = plain[index % kinds.length]?.[Number(isOdd(name))];
      expect(found.shape).toBe(expected);
      expect(found.strings.some(text => text.includes(name))).toBe(true);
    }
  });

  it('B17 B19 quotes the bucket and who pays for it like the name', () => {
    const names = fc.sample(hostileName, { numRuns: 1000, seed: 2026 });
    const kinds: readonly Partial<IOpened>[] = [
      ...ENDINGS.map(ending => ({ name: `x${ending}` })),
      ...DatasetKind.options.map(dataset => ({ name: 'x/', dataset })),
      { name: 'x/', isObject: true }
    ];
    const made = (name: string, index: number): string => {
      const kind = kinds[index % kinds.length];
      const isSlashed = kind?.isObject === true;
      return snippet(
        opened({
          ...kind,
          ...(isSlashed && { name: `${name}/` }),
          bucket: name,
          payer: name
        })
      );
    };
    const plain = shapes(kinds.map((_, index) => made('plain', index)));

    for (const [index, found] of shapes(names.map(made)).entries()) {
      expect(found.shape).toBe(plain[index % kinds.length]?.shape);
    }
  });
});
