import fc from 'fast-check';
import { Alphabets } from '../../../../src/service/buckets/size/alphabets';
import { compareKeys } from '../../../../src/service/buckets/names/key-order';
import {
  chooseSplit,
  type ISplit
} from '../../../../src/service/buckets/size/split';

// Many runs, on machines that have other things to do.
jest.setTimeout(120_000);

const numbered = (from: number, stem = 'run-') =>
  Array.from(
    { length: 1000 },
    (_, at) => `${stem}${String(from + at).padStart(6, '0')}.nc`
  );

const learn = (known: Alphabets, names: readonly string[]): void => {
  const objects = { nameAt: (at: number) => names[at] ?? '' };
  known.learn(objects, { from: 0, keys: names.length }, null);
};

const splitOf = (
  page: readonly string[],
  end: string | null,
  { isEndReal = false, reach = 8 } = {}
): ISplit | null => {
  const known = new Alphabets('');
  learn(known, page);
  const first = page[0];
  const last = page.at(-1);
  const span =
    first === undefined || last === undefined
      ? null
      : { first, last, keys: page.length };
  const stretch = { page: span, end, isEndReal, reach, most: 10_000 };
  return chooseSplit(stretch, known, 3);
};

describe('chooseSplit', () => {
  it('always cuts behind the page and before the end', () => {
    const key = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(key, { minLength: 2, maxLength: 40 }), keys => {
        const sorted = [...new Set(keys)].sort(compareKeys);
        const end = sorted.pop() ?? null;
        const split = splitOf(sorted, end);
        const last = sorted.at(-1);
        if (split !== null && last !== undefined && end !== null) {
          expect(compareKeys(split.key, last)).toBeGreaterThan(0);
          expect(compareKeys(split.key, end)).toBeLessThan(0);
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('believes no estimate that nobody could fill, and looks nearby', () => {
    const stores = Array.from({ length: 48 }, (_, run) => {
      const name = ['hfls', 'pr', 'tas', 'zg'][run % 4] ?? '';
      return `r${String(run)}i1p1f1/day/${name}/gn/v2019${String(1000 + run * 5)}/${name}`;
    });
    const known = new Alphabets('');
    learn(
      known,
      stores
        .flatMap(store => [`${store}/0.0.0`, `${store}/9.1.0`])
        .sort(compareKeys)
    );
    const big = stores[10] ?? '';
    const page = {
      first: `${big}/1000.0.0`,
      last: `${big}/1999.1.0`,
      keys: 1000
    };
    const stretch = { page, end: 'r9', isEndReal: true, reach: 8, most: 1000 };
    expect(chooseSplit(stretch, known, 3)?.pages).toBeLessThanOrEqual(8);
  });

  it('halves a range whose end is known, where a page is likely to end', () => {
    const split = splitOf(numbered(0), 'run-010000.nc', { isEndReal: true });
    expect(split?.pages).toBe(9);
    // Nearly five pages on, so that the last of them is nearly full.
    expect(split?.key).toMatch(/^run-0059[0-9]/);
  });

  it('goes some pages ahead where nothing is known about the end', () => {
    const split = splitOf(numbered(0), 'run.', { reach: 16 });
    expect(split?.key).toMatch(/^run-0089/);
    expect(split?.isSure).toBe(false);
  });

  it('takes letters that never changed for part of the name', () => {
    expect(splitOf(numbered(0), null)?.key).toMatch(/^run-00/);
  });

  it('is sure of digits that have counted to their end', () => {
    const page = Array.from(
      { length: 1000 },
      (_, at) => `${at < 500 ? 'a' : 'b'}/${String(500 + (at % 500))}`
    );
    expect(splitOf(page, 'b0')).toBeNull();
    const known = new Alphabets('');
    learn(known, page);
    const [, , hundreds, tens] = known.of(Array.from('b/999'), 0, 5);
    expect(hundreds?.isSure).toBe(true);
    expect(hundreds?.letters).toEqual(['5', '6', '7', '8', '9']);
    expect(tens?.letters).toHaveLength(10);
  });

  it.each([
    ['an empty page', [], 'z'],
    ['one name', ['a'], 'z'],
    ['an end just behind the page', numbered(0), 'run-001500.nc']
  ])('cuts nothing from %s', (_, page, end) => {
    expect(splitOf(page, end)).toBeNull();
  });
});
