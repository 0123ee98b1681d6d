import type { HomeLimits } from '../../../../src/contract';
import {
  isNearlyFull,
  judge as judgeUsage,
  levelOf,
  levels
} from '../../../../src/lab/panels/home/warning';
import { GB, LIMITS } from '../../../support/home/usage-answers';

const UNKNOWN = { ...LIMITS, limitBytes: null, recommendedBytes: null };

function judge(
  usedBytes: number,
  limits: HomeLimits,
  announced: string | null,
  complete: boolean,
  diskFull = false
) {
  return judgeUsage({ usedBytes, complete, diskFull }, limits, announced);
}

describe('levels', () => {
  it('stand in the order of their bytes', () => {
    const high = { ...LIMITS, recommendedBytes: 46 * GB };
    expect(levels(high).map(level => level.id)).toEqual([
      '80',
      '90',
      'recommended',
      '95',
      '100'
    ]);
  });

  it('are none when no limit is known', () => {
    expect(levels(UNKNOWN)).toEqual([]);
    expect(levelOf(900 * GB, UNKNOWN)).toBeNull();
  });
});

describe('a home is nearly full', () => {
  it.each([
    [44, null, false],
    [45, null, true],
    [30, 4, false],
    [30, 3, true],
    [0, 1, false]
  ])('of %d GB with %s GB left on the disk: %s', (used, free, isNear) => {
    const usage = {
      usedBytes: used * GB,
      diskFreeBytes: free === null ? null : free * GB
    };

    expect(isNearlyFull(usage, LIMITS)).toBe(isNear);
  });
});

describe('judge', () => {
  it('says nothing below every limit', () => {
    expect(judge(24 * GB, LIMITS, null, true)).toEqual({
      speak: null,
      announced: null
    });
  });

  it.each([
    [25, 'recommended'],
    [40, '80'],
    [45, '90'],
    [47.5, '95'],
    [50, '100'],
    [70, '100']
  ])('speaks of the highest limit reached at %d GB', (used, id) => {
    expect(judge(used * GB, LIMITS, null, true).speak?.id).toBe(id);
  });

  it('speaks once for one crossing', () => {
    expect(judge(41 * GB, LIMITS, '80', true)).toEqual({
      speak: null,
      announced: '80'
    });
  });

  it('speaks again when the next limit is reached', () => {
    expect(judge(46 * GB, LIMITS, '80', true)).toMatchObject({
      speak: { id: '90' },
      announced: '90'
    });
  });

  it('stays silent while usage hovers around a limit', () => {
    const below = judge(39.9 * GB, LIMITS, '80', true);
    const above = judge(40.1 * GB, LIMITS, below.announced, true);
    expect(above.speak).toBeNull();
  });

  it('speaks again after usage fell well below a limit', () => {
    const below = judge(30 * GB, LIMITS, '90', true);
    expect(below).toEqual({ speak: null, announced: 'recommended' });
    expect(judge(41 * GB, LIMITS, below.announced, true).speak?.id).toBe('80');
  });

  it('forgets nothing because of a scan with parts missing', () => {
    expect(judge(10 * GB, LIMITS, '90', false).announced).toBe('90');
  });

  it('warns from a scan with parts missing, which proves at least that much', () => {
    expect(judge(48 * GB, LIMITS, null, false).speak?.id).toBe('95');
  });

  it('takes a remembered word it does not know for nothing said', () => {
    expect(judge(41 * GB, LIMITS, 'nonsense', true).speak?.id).toBe('80');
  });

  it('speaks of a full disk however little the home holds, also where no limit is known', () => {
    const little = judge(GB, LIMITS, null, true, true);
    expect(little).toMatchObject({ speak: { id: 'disk' }, announced: 'disk' });
    expect(judge(GB, LIMITS, 'disk', true, true).speak).toBeNull();
    expect(judge(GB, UNKNOWN, null, true, true).speak?.id).toBe('disk');
  });

  it('speaks of the limit where both the home and its disk are full', () => {
    expect(judge(50 * GB, LIMITS, null, true, true).speak?.id).toBe('100');
    expect(judge(50 * GB, LIMITS, 'disk', true, true).speak?.id).toBe('100');
  });

  it('takes back that the disk is full, also when parts of the home are missing', () => {
    expect(judge(GB, LIMITS, 'disk', false, false).announced).toBeNull();
    expect(judge(GB, LIMITS, 'disk', false, true).announced).toBe('disk');
  });
});
