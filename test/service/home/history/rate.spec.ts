import { daysUntilFull } from '../../../../src/service/home/history/rate';

const GB = 1_000_000_000;

/** Counts of so many GB, one each day (or each `everyDays`), the last of them now. */
function counts(
  sizes: readonly number[],
  everyDays = 1
): { at: string; usedBytes: number }[] {
  const lastMs = Date.parse('2026-11-23T12:00:00Z');
  return sizes.map((size, index) => ({
    at: new Date(
      lastMs - (sizes.length - 1 - index) * everyDays * 86_400_000
    ).toISOString(),
    usedBytes: size * GB
  }));
}

describe('The days until a home is full', () => {
  it.each<[string, number[], number, number | null, number | null]>([
    ['2 GB a day, 24 GB left', [20, 22, 24, 26], 1, 50, 12],
    ['2 GB a day with a little noise', [20, 22.1, 23.8, 26], 1, 50, 13],
    ['less than a day left', [20, 28, 36, 44, 49], 1, 50, 1],
    ['two days of history', [22, 24, 26], 1, 50, null],
    ['two days of many counts', [20, 21, 22, 23, 24], 0.5, 50, null],
    [
      'steady growth after weeks that were not',
      [29, 1, 29, 1, 20, 21, 22, 23],
      4,
      30,
      28
    ],
    ['three days of history in too few counts', [20, 26], 3, 50, null],
    ['no growth', [26, 26, 26, 26], 1, 50, null],
    ['a home that shrinks', [32, 30, 28, 26], 1, 50, null],
    ['one sudden jump', [10, 10, 10, 10, 10, 10, 30], 1, 50, null],
    ['growth undone in between', [20, 30, 20, 30, 22], 1, 50, null],
    ['growth too slow to tell', [20, 20.1, 20.2, 20.3], 1, 50, null],
    ['growth that ended two weeks ago', [10, 20, 30, 30, 30, 30], 5, 50, null],
    ['a limit that nobody knows', [20, 22, 24, 26], 1, null, null],
    ['a home that is full', [47, 48, 49, 50], 1, 50, null],
    ['no count at all', [], 1, 50, null]
  ])('%s', (_, sizes, everyDays, limit, days) => {
    const limitBytes = limit === null ? null : limit * GB;

    expect(daysUntilFull(counts(sizes, everyDays), limitBytes)).toBe(days);
  });
});
