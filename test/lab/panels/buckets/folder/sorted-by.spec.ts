import fc from 'fast-check';
import { sortedBy } from '../../../../../src/lab/panels/buckets/folder/sorted-by';

const key = fc.oneof(
  fc.nat({ max: 3 }),
  fc.nat({ max: 2 ** 17 }),
  fc.maxSafeNat(),
  fc.constantFrom(0xffff, 0x10000, 2 ** 32, Number.MAX_SAFE_INTEGER)
);

describe('sortedBy', () => {
  it('orders by every key there can be, and leaves equals as they were', () => {
    fc.assert(
      fc.property(fc.array(key), keys => {
        const keyOf = (at: number) => keys[at] ?? 0;
        const numbers = keys.map((_, at) => at).reverse();
        const expected = [...numbers].sort((a, b) => keyOf(a) - keyOf(b));
        expect(sortedBy(numbers, keyOf)).toEqual(expected);
      }),
      { numRuns: 300 }
    );
  });
});
