import fc from 'fast-check';
import type { IOpened } from '../../../../../src/lab/panels/buckets/code/opened';
import {
  filesShown,
  filesSnippet
} from '../../../../../src/lab/panels/buckets/code/files';
import { withPages } from '../../../../../src/lab/panels/buckets/folder/listed';
import {
  INITIAL,
  withRows,
  type IBucketsState
} from '../../../../../src/lab/panels/buckets/state';
import { page } from '../../../../support/buckets/answers';
import { hostileName } from '../../../../support/python-code/hostile-name';
import { shapes } from '../../../../support/python-code/program-shapes';

const FOLDER = { bucket: 'leap-scratch', prefix: 'ann/' };

/** A folder that is listed, whole or not. */
function listed(
  names: readonly string[],
  filter = '',
  cursor: string | null = null
): IBucketsState {
  const entries = names.map((name): [string, number, null] => [name, 1, null]);
  const value = withPages(
    null,
    [page(['x.nc/'], entries, { cursor })],
    '2026-11-23T18:00:00.000Z'
  );
  if (!value) {
    throw new Error('Nothing is listed.');
  }
  const state: IBucketsState = {
    ...INITIAL,
    folder: FOLDER,
    filter,
    listing: { status: 'ready', value }
  };
  return withRows(INITIAL, state);
}

const months = Array.from(
  { length: 120 },
  (_, at) => `sst_${String(at).padStart(3, '0')}.nc`
);

describe('filesShown', () => {
  it.each([
    ['all NetCDF files', ['a.nc', 'b.NC4', 'c.h5', 'd.txt', 'e.nc.gz'], ''],
    ['those that a filter shows', ['a.nc', 'b.NC4', 'c.h5', 'zz.nc'], '*.*'],
    ['those that a part of the name shows', ['a.nc', 'b.NC4', 'c.h5'], '.']
  ])('are %s', (_, names, filter) => {
    expect(filesShown(listed(names, filter))?.names).toEqual(
      names.filter(name => /(nc|NC4|h5)$/.test(name))
    );
  });

  it.each([
    ['one alone', ['a.nc', 'b.txt'], ''],
    ['those that are filtered away', ['a.nc', 'b.nc'], 'a'],
    ['Zarr stores', ['a.zarr', 'b.zarr'], '']
  ])('are not %s', (_, names, filter) => {
    expect(filesShown(listed(names, filter))).toBeNull();
  });

  it('are not part of a folder where too many of them are loaded to be written down', () => {
    expect(filesShown(listed(months, '', 'more'))).toBeNull();
    expect(filesShown(listed(months, 'sst_00*', 'more'))?.names).toHaveLength(
      10
    );
    expect(filesShown(listed(months))?.names).toHaveLength(120);
  });
});

describe('filesSnippet', () => {
  const opened: IOpened = {
    bucket: 'leap-scratch',
    name: 'ann/',
    isObject: false,
    dataset: null,
    contents: null,
    isPublic: false,
    payer: null
  };

  it('writes a few names down', () => {
    const names = ['a.nc', 'b.nc'];
    expect(filesSnippet({ opened, names, filter: 'x' }).split('\n')).toEqual([
      'import fsspec',
      'import xarray as xr',
      '',
      'fs = fsspec.filesystem("gs")',
      'names = [',
      '    "leap-scratch/ann/a.nc",',
      '    "leap-scratch/ann/b.nc",',
      ']',
      'ds = xr.open_mfdataset([fs.open(name) for name in names], chunks="auto")',
      'ds'
    ]);
  });

  it('finds many by their ending, and by what they were filtered by', () => {
    const code = filesSnippet({ opened, names: months, filter: 'SST_0?' });
    expect(code).toContain('names = fs.ls("leap-scratch/ann", detail=False)');
    expect(code).toContain('.endswith((".nc",))');
    expect(code).toContain(
      'fnmatchcase(name.split("/")[-1].lower(), "*sst_0[?]*")'
    );
  });

  it.each([
    ['written down', 2],
    ['found', 101]
  ])(
    'B17 B19 lets a name and a filter be texts and nothing else, %s',
    (_, count) => {
      const hostile = fc.sample(hostileName, { numRuns: 1000, seed: 2026 });
      const made = (text: string): string =>
        filesSnippet({
          opened: { ...opened, name: `${text}/` },
          names: Array.from({ length: count }, () => `${text}.nc`),
          filter: `a${text}`
        });
      const [plain, ...found] = shapes(['plain', ...hostile].map(made));
      expect(new Set(found.map(({ shape }) => shape))).toEqual(
        new Set([plain?.shape])
      );
    }
  );
});
