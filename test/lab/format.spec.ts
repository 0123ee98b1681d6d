import {
  formatAge,
  formatBytes,
  formatDay,
  formatMoment
} from '../../src/lab/format';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [4096, '4 kB'],
    [999_999, '1 MB'],
    [1_250_000, '1.3 MB'],
    [31_400_000_000, '31.4 GB'],
    [50_000_000_000, '50 GB'],
    [999_960_000_000, '1 TB'],
    [Number.MAX_SAFE_INTEGER, '9 PB']
  ])('shows %d as %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en').replace('\u00a0', ' ')).toBe(text);
  });
});

describe('formatAge', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');

  it.each([
    ['2026-11-23T11:59:30Z', 'now'],
    ['2026-11-23T11:58:00Z', '2 min. ago'],
    ['2026-11-23T09:00:00Z', '3 hr. ago'],
    ['2026-11-22T11:00:00Z', 'yesterday']
  ])('shows %s as %s', (at, text) => {
    expect(formatAge(at, now, 'en')).toBe(text);
  });
});

describe('formatDay', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');

  it('names the weekday, and the year only when it is another one', () => {
    expect(formatDay('2026-11-26', now, 'en-GB')).toBe('Thu 26 Nov');
    expect(formatDay('2027-01-01', now, 'en-GB')).toContain('2027');
  });
});

describe('formatMoment', () => {
  const now = new Date(2026, 10, 23, 18).getTime();

  it('names the day only when it is another one', () => {
    const morning = new Date(2026, 10, 23, 9, 5).toISOString();
    const before = new Date(2026, 10, 22, 9, 5).toISOString();

    expect(formatMoment(morning, now, 'en-GB')).toBe('9:05');
    expect(formatMoment(before, now, 'en-GB')).toBe('22 Nov, 9:05');
  });
});
