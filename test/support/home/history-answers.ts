import type { HomeHistory } from '../../../src/contract';
import { GB } from './usage-answers';

/** A home that grew by 6 GB in a week, 2 of them since yesterday. */
export function history(rest: Partial<HomeHistory> = {}): HomeHistory {
  return {
    points: [
      { at: '2026-11-16T12:00:00Z', usedBytes: 10 * GB },
      { at: '2026-11-22T12:00:00Z', usedBytes: 14 * GB },
      { at: '2026-11-23T12:00:00Z', usedBytes: 16 * GB }
    ],
    changes: [
      {
        period: 'day',
        since: '2026-11-22T12:00:00Z',
        changedBytes: 2 * GB
      },
      {
        period: 'week',
        since: '2026-11-16T12:00:00Z',
        changedBytes: 6 * GB
      },
      {
        period: 'start',
        since: '2026-11-23T08:00:00Z',
        changedBytes: -0.5 * GB
      }
    ],
    grown: {
      since: '2026-11-16T12:00:00Z',
      entries: [{ name: 'cmip6-work', grownBytes: 5 * GB }]
    },
    fullInDays: null,
    ...rest
  };
}

/** A home that was counted for the first time. */
export function noHistory(): HomeHistory {
  return { points: [], changes: [], grown: null, fullInDays: null };
}
