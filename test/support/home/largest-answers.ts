import type { HomeLargest } from '../../../src/contract';
import { GB } from './usage-answers';

/** Two data sets that belong in a bucket, a large file of no known format, and old runs. */
export function largest(rest: Partial<HomeLargest> = {}): HomeLargest {
  return {
    files: [
      {
        path: 'backup.tar',
        usedBytes: 6 * GB,
        changedAt: '2026-10-01T00:00:00Z',
        format: null
      },
      {
        path: 'runs/winds.nc',
        usedBytes: 1.5 * GB,
        changedAt: '2026-11-01T00:00:00Z',
        format: 'hdf5'
      },
      {
        path: 'small.nc',
        usedBytes: 0.2 * GB,
        changedAt: '2026-11-01T00:00:00Z',
        format: null
      }
    ],
    stores: [
      {
        path: 'work/ocean.zarr',
        usedBytes: 14 * GB,
        changedAt: '2026-11-20T00:00:00Z',
        format: 'zarr'
      }
    ],
    oldest: [
      {
        path: 'thesis/old runs',
        usedBytes: 2 * GB,
        changedAt: '2025-11-20T00:00:00Z'
      }
    ],
    dataBytes: GB,
    oldDays: 180,
    bucketUrl: 'gs://leap-persistent/octocat/',
    scannedAt: '2026-11-23T12:00:05Z',
    ...rest
  };
}
