import type {
  HomeDirectory,
  HomeEntry,
  HomeLimits,
  HomeSummary,
  HomeUsage
} from '../../../src/contract';

export const GB = 1_000_000_000;

export const LIMITS: HomeLimits = {
  recommendedBytes: 25 * GB,
  recommendedSource: 'hub documentation',
  limitBytes: 50 * GB,
  limitSource: 'hub documentation'
};

/** An entry of a home, a directory unless said otherwise. */
export function entry(
  name: string,
  usedBytes: number,
  rest: Partial<HomeEntry> = {}
): HomeEntry {
  return {
    name,
    kind: 'directory',
    usedBytes,
    apparentBytes: usedBytes,
    files: 10,
    directories: 1,
    newestChangeAt: '2026-11-20T10:00:00Z',
    complete: true,
    ...rest
  };
}

/** A finished, complete scan of a home with 31.4 of 50 GB. */
export function usage(rest: Partial<HomeUsage> = {}): HomeUsage {
  return {
    phase: 'done',
    usedBytes: 31.4 * GB,
    apparentBytes: 31.4 * GB,
    files: 20_000,
    directories: 900,
    complete: true,
    unreadable: [],
    unreadableCount: 0,
    excludedMounts: [],
    children: [
      entry('cmip6-work', 14.2 * GB),
      entry('.cache', 6.7 * GB),
      entry('notes.txt', 4096, { kind: 'file', files: 1, directories: 0 })
    ],
    otherChildren: { entries: 41, usedBytes: 2.2 * GB },
    assumed: null,
    startedAt: '2026-11-23T12:00:00Z',
    scannedAt: '2026-11-23T12:00:05Z',
    durationMs: 5000,
    limits: LIMITS,
    diskFull: false,
    diskFreeBytes: null,
    ...rest
  };
}

/** What is known of an ordinary home before it was ever counted. */
export function summary(rest: Partial<HomeSummary> = {}): HomeSummary {
  return {
    homeDirectory: '/home/jovyan',
    limits: LIMITS,
    last: null,
    scanning: false,
    kept: true,
    writable: true,
    ...rest
  };
}

/** One directory with what is directly in it. */
export function directory(
  path: string,
  children: HomeEntry[],
  rest: Partial<HomeDirectory> = {}
): HomeDirectory {
  return {
    path,
    usedBytes: children.reduce((sum, child) => sum + child.usedBytes, 0),
    complete: true,
    children,
    otherChildren: { entries: 0, usedBytes: 0 },
    scannedAt: '2026-11-23T12:00:05Z',
    ...rest
  };
}
