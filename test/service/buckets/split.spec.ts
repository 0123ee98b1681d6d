import fc from 'fast-check';
import { compareKeys } from '../../../src/service/buckets/key-order';
import { chooseSplit } from '../../../src/service/buckets/split';

// Many runs, on machines that have other things to do.
jest.setTimeout(120_000);

const numbered = (from: number, stem = 'run-') =>
  Array.from(
    { length: 1000 },
    (_, at) => `${stem}${String(from + at).padStart(6, '0')}.nc`
  );

describe('chooseSplit', () => {
  it('always cuts behind the page and before the end', () => {
    const key = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(key, { minLength: 2, maxLength: 40 }), keys => {
        const sorted = [...new Set(keys)].sort(compareKeys);
        const end = sorted.pop() ?? null;
        const split = chooseSplit(sorted, end, 2);
        const last = sorted.at(-1);
        if (split !== null && last !== undefined && end !== null) {
          expect(compareKeys(split.key, last)).toBeGreaterThan(0);
          expect(compareKeys(split.key, end)).toBeLessThan(0);
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('halves a range whose end is near', () => {
    const split = chooseSplit(numbered(0), 'run-010000.nc', 3);
    expect(split?.pages).toBeGreaterThan(5);
    expect(split?.key).toMatch(/^run-00[456]/);
  });

  it('looks for the order of magnitude where the end is far', () => {
    const split = chooseSplit(numbered(0), 'run.', 3);
    expect(split?.key).toMatch(/^run-0/);
  });

  it.each([
    ['an empty page', [], 'z'],
    ['one name', ['a'], 'z'],
    ['an end just behind the page', numbered(0), 'run-001500.nc']
  ])('cuts nothing from %s', (_, page, end) => {
    expect(chooseSplit(page, end, 3)).toBeNull();
  });
});
