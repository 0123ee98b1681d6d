import fc from 'fast-check';
import { drawnRows } from '../../../../../src/lab/panels/buckets/list/drawn-rows';

/** Somewhere in a list, with a screen full of rows. */
const SCROLLED = fc
  .record({
    count: fc.integer({ min: 1, max: 500 }),
    screen: fc.integer({ min: 1, max: 60 }),
    at: fc.nat(500)
  })
  .map(({ count, screen, at }) => {
    const first = Math.min(at, Math.max(0, count - screen));
    return { first, last: Math.min(first + screen, count) - 1, count, screen };
  });

describe('drawnRows', () => {
  it('makes what is on the screen, each row once, and none that is not there', () => {
    fc.assert(
      fc.property(SCROLLED, fc.nat(80), ({ first, last, count }, length) => {
        const drawn = drawnRows(first, last, count, length);
        expect(new Set(drawn).size).toBe(drawn.length);
        for (let at = first; at <= last; at += 1) {
          expect(drawn).toContain(at);
        }
        expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...drawn)).toBeLessThan(count);
      })
    );
  });

  it('fills only the elements whose rows have gone', () => {
    const before = drawnRows(100, 130, 100_000, 33);
    const after = drawnRows(104, 134, 100_000, 33);
    const filled = after.filter((row, element) => row !== before[element]);
    expect(filled.sort()).toEqual([133, 134, 135, 136]);
  });

  it('keeps the same elements to the end of the list', () => {
    expect(drawnRows(99_980, 99_999, 100_000, 33)).toHaveLength(33);
  });
});
