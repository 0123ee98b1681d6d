import fc from 'fast-check';
import {
  compareKeys,
  endOfPrefix
} from '../../../../src/service/buckets/names/key-order';

// Many runs, on machines that have other things to do.
jest.setTimeout(120_000);

const key = fc.string({ unit: 'binary', maxLength: 8 });
const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('compareKeys', () => {
  it('orders as the bytes of UTF-8 do', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(
          Buffer.compare(bytes(a), bytes(b))
        );
      }),
      { numRuns: 5000 }
    );
  });

  it('puts a wave behind a full-width letter, unlike JavaScript', () => {
    const [wave, letter] = ['🌊', 'Ａ'];
    expect([letter, wave].sort()).toEqual([wave, letter]);
    expect([wave, letter].sort(compareKeys)).toEqual([letter, wave]);
  });
});

describe('endOfPrefix', () => {
  it('stands behind every key with the prefix and before every other that follows', () => {
    fc.assert(
      fc.property(key, key, (prefix, other) => {
        const end = endOfPrefix(prefix);
        expect(end === null || compareKeys(prefix + other, end) < 0).toBe(true);
        if (end !== null && !other.startsWith(prefix)) {
          const isBehind = compareKeys(other, prefix) > 0;
          expect(compareKeys(other, end) >= 0).toBe(isBehind);
        }
      }),
      { numRuns: 5000 }
    );
  });

  it.each([
    ['a/', 'a0'],
    ['\ud7ff', '\ue000'],
    ['a\u{10ffff}', 'b'],
    ['', null],
    ['\u{10ffff}', null]
  ])('of %j is %j', (prefix, end) => {
    expect(endOfPrefix(prefix)).toBe(end);
  });
});
