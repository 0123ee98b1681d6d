import fc from 'fast-check';
import type { ListingPage } from '../../../../../src/contract';
import {
  type IListed,
  withPages
} from '../../../../../src/lab/panels/buckets/folder/listed';
import {
  findTyped,
  INITIAL_SORT,
  indexOfName,
  orderRows,
  rowAt,
  type ISort
} from '../../../../../src/lab/panels/buckets/folder/rows';
import { page } from '../../../../support/buckets/answers';

const listOf = (...pages: ListingPage[]): IListed => {
  const all = withPages(null, pages, '2026-11-23T18:00:00.000Z');
  if (!all) {
    throw new Error('Nothing is listed.');
  }
  return all;
};
const listed = listOf(
  page(
    ['figures/', 'sst.zarr/'],
    [
      ['a.nc', 5, '2026-11-20T10:00:00.000Z', '2026-11-27'],
      ['B.nc', 9, null],
      ['c.nc', 1, '2026-11-18T10:00:00.000Z', '2026-11-25']
    ]
  )
);
const names = (sort: ISort = INITIAL_SORT, filter = '') =>
  orderRows(listed, sort, filter).map(
    number => rowAt(listed, new Map(), number)?.name
  );

describe('orderRows', () => {
  it('shows folders first, all in the order of keys', () => {
    expect(names()).toEqual(['figures/', 'sst.zarr/', 'a.nc', 'B.nc', 'c.nc']);
  });

  it('sorts folders by size as far as they were measured', () => {
    const order = (descending: boolean) =>
      orderRows(
        listed,
        { by: 'bytes', descending },
        '',
        new Map([['sst.zarr/', 9]])
      ).slice(0, 2);
    expect(order(true)).toEqual([1, 0]);
    expect(order(false)).toEqual([0, 1]);
  });

  it('sorts by size, and the other way round', () => {
    expect(names({ by: 'bytes', descending: true }).slice(2)).toEqual([
      'B.nc',
      'a.nc',
      'c.nc'
    ]);
    expect(names({ by: 'bytes', descending: false }).slice(2)).toEqual([
      'c.nc',
      'a.nc',
      'B.nc'
    ]);
  });

  it('sorts by date, the unknown one at the old end', () => {
    expect(names({ by: 'updated', descending: true }).slice(2)).toEqual([
      'a.nc',
      'c.nc',
      'B.nc'
    ]);
  });

  it('turns folders and objects round by name', () => {
    expect(names({ by: 'name', descending: true })).toEqual([
      'sst.zarr/',
      'figures/',
      'c.nc',
      'B.nc',
      'a.nc'
    ]);
  });

  it('filters by any part of the name, whatever its case', () => {
    expect(names(INITIAL_SORT, ' b.N')).toEqual(['B.nc']);
    expect(names(INITIAL_SORT, 'zarr')).toEqual(['sst.zarr/']);
  });

  it('takes what is typed as text, not as an expression', () => {
    expect(names(INITIAL_SORT, '(a+)+$')).toEqual([]);
  });

  it('takes an asterisk for whatever stands there, in a whole name', () => {
    expect(names(INITIAL_SORT, '*.nc')).toEqual(names(INITIAL_SORT, 'nc'));
    expect(names(INITIAL_SORT, 'a*')).toEqual(['a.nc']);
    expect(names(INITIAL_SORT, '*.ZARR')).toEqual(['sst.zarr/']);
  });

  it('never loses or doubles a row, however it is sorted', () => {
    const sort = fc.record({
      by: fc.constantFrom('name', 'updated', 'bytes'),
      descending: fc.boolean()
    });
    const entry = fc.tuple(
      fc.string(),
      fc.nat(),
      fc.constantFrom(null, '2026-11-20T10:00:00.000Z')
    );
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.array(entry),
        sort,
        (folders, entries, order) => {
          const all = listOf(page(folders, entries));
          const numbers = orderRows(all, order, '');
          expect([...numbers].sort((a, b) => a - b)).toEqual(
            Array.from(
              { length: folders.length + entries.length },
              (_, at) => at
            )
          );
        }
      )
    );
  });
});

describe('findTyped', () => {
  const order = orderRows(listed, INITIAL_SORT, '');

  it('finds the next name that begins so, and goes round', () => {
    expect(findTyped(listed, order, 'b', 0)).toBe(3);
    expect(findTyped(listed, order, 'f', 3)).toBe(0);
  });

  it('says that nothing begins so', () => {
    expect(findTyped(listed, order, 'zz', 0)).toBe(-1);
  });
});

describe('indexOfName', () => {
  it('tells where a name stands in the order shown', () => {
    const order = orderRows(listed, { by: 'bytes', descending: true }, '');
    expect(indexOfName(listed, order, 'a.nc')).toBe(3);
    expect(indexOfName(listed, order, 'sst.zarr/')).toBe(1);
    expect(indexOfName(listed, order, 'gone')).toBe(-1);
  });
});

describe('withPages', () => {
  it('adds pages at once as it would one after the other', () => {
    const pages = [1, 2, 3].map(day =>
      page(
        [`folder-${String(day)}/`],
        [[`${String(day)}.nc`, day, `2026-11-0${String(day)}T10:00:00.000Z`]]
      )
    );
    const atOnce = listOf(...pages);
    const inTurn = pages.reduce<IListed | null>(
      (before, one) => withPages(before, [one], '2026-11-23T18:00:00.000Z'),
      null
    );
    expect(atOnce).toEqual(inTurn);
    expect(atOnce.names).toEqual(['1.nc', '2.nc', '3.nc']);
    expect(atOnce.updatedMs[2]).toBe(Date.UTC(2026, 10, 3, 10));
  });

  it('is as it was without any', () => {
    expect(withPages(listed, [], '')).toBe(listed);
  });
});

describe('orderRows by date', () => {
  it('reads no instant again: a click sorts 100,000 rows that were read as they came', () => {
    const parse = jest.spyOn(Date, 'parse');
    orderRows(listed, { by: 'updated', descending: true }, '');
    const read = parse.mock.calls.map(([text]) => text);
    parse.mockRestore();
    expect(read.filter(text => text.includes('T'))).toEqual([]);
  });
});
