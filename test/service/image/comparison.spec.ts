import fc from 'fast-check';
import { comparePackages } from '../../../src/service/image/comparison';

/** Packages given as `name version`. */
function list(...packages: string[]): { name: string; version: string }[] {
  return packages.map(each => {
    const [name = '', version = ''] = each.split(' ');
    return { name, version };
  });
}

describe('comparePackages', () => {
  it('puts major changes first, then what is gone, changed and new, by name', () => {
    const { changes, sameCount } = comparePackages(
      list(
        'zarr 2.18',
        'numpy 1.26',
        'dask 2023.5',
        'rasterio 1.3',
        'six 1.16'
      ),
      list('zarr 3.2', 'numpy 2.3', 'dask 2023.9', 'icechunk 1.0', 'six 1.16')
    );

    expect(changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'major numpy',
      'major zarr',
      'removed rasterio',
      'other dask',
      'added icechunk'
    ]);
    expect(changes[0]).toEqual({
      name: 'numpy',
      before: '1.26',
      after: '2.3',
      kind: 'major'
    });
    expect(sameCount).toBe(1);
  });

  it.each([
    ['0.8.1', '0.9', 'major'],
    ['0.8.1', '0.8.2', 'other'],
    ['1!163.3', '1!164.0', 'major'],
    ['1!164.1', '2!164.3', 'other'],
    ['02.1', '2.2', 'other'],
    ['3.2_r1', '3.2_r2', 'other'],
    ['2023a', '2024b', 'major']
  ])('takes %s to %s for %s', (before, after, kind) => {
    const { changes } = comparePackages(
      list(`x ${before}`),
      list(`x ${after}`)
    );
    expect(changes).toMatchObject([{ kind }]);
  });

  it('takes two spellings of a name for one package', () => {
    expect(
      comparePackages(list('Zarr_Store.x 1'), list('zarr-store-x 1'))
    ).toEqual({ changes: [], sameCount: 1 });
  });

  it('B55 takes __proto__ and constructor for names like any other', () => {
    const { changes } = comparePackages(
      list('constructor 1'),
      list('__proto__ 1')
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('turns over when the two are exchanged', () => {
    const packages = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        version: fc.constantFrom('1.0', '1.1', '2.0', '0.1', '0.2')
      }),
      { selector: ({ name }) => name }
    );
    fc.assert(
      fc.property(packages, packages, (before, after) => {
        const there = comparePackages(before, after);
        const back = comparePackages(after, before);
        expect(back.sameCount).toBe(there.sameCount);
        expect(
          new Set(
            back.changes.map(({ name, before: b, after: a }) =>
              [name, a, b].join()
            )
          )
        ).toEqual(
          new Set(
            there.changes.map(({ name, before: b, after: a }) =>
              [name, b, a].join()
            )
          )
        );
      })
    );
  });
});
