import { Pace } from '../../../../../src/service/home/scan/node/pace';

describe('the pace of calls', () => {
  it.each([1, 7, 250, 999, 1000, 5000, 33_333])(
    'never passes %i in any second',
    rate => {
      const pace = new Pace(rate);
      const starts: number[] = [];
      let nowMs = 0;
      while (nowMs < 4000) {
        const waitMs = pace.take(nowMs);
        if (waitMs === 0) {
          starts.push(nowMs);
        }
        // The eager caller: asks again the very moment it may.
        nowMs += waitMs;
      }

      const most = starts.reduce((highest, start, at) => {
        const end = starts.findIndex(later => later >= start + 1000);
        return Math.max(highest, (end === -1 ? starts.length : end) - at);
      }, 0);

      expect(most).toBeLessThanOrEqual(rate);
      expect(most).toBeGreaterThanOrEqual(Math.floor(rate * 0.88));
    }
  );

  it('has no ceiling where none is set', () => {
    const pace = new Pace(null);

    expect([1, 2, 3].map(() => pace.take(0))).toEqual([0, 0, 0]);
  });
});
