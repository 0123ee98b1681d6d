import type {
  ClearableItem,
  DeletionTarget,
  HomeClearable,
  HomeDeletion,
  HomeReview
} from '../../../src/contract';
import { GB } from './usage-answers';

/** One kind of cache, in nobody's use. */
export function item(
  id: string,
  usedBytes: number,
  rest: Partial<ClearableItem> = {}
): ClearableItem {
  return {
    id,
    title: id,
    paths: [`.cache/${id}`],
    otherPaths: 0,
    usedBytes,
    linkedBytes: 0,
    files: 100,
    complete: true,
    reason: `What ${id} keeps.`,
    cost: `${id} downloads it again.`,
    comesBack: true,
    inUseBy: [],
    preselected: true,
    ...rest
  };
}

/** A finished search: 6.5 GB to clear, and a Trash of 2 GB. */
export function clearable(rest: Partial<HomeClearable> = {}): HomeClearable {
  return {
    phase: 'done',
    items: [
      item('pip', 4 * GB),
      item('torch', 2.5 * GB),
      item('trash', 2 * GB, {
        paths: ['.local/share/Trash'],
        comesBack: false,
        preselected: false
      })
    ],
    preselectedBytes: 6.5 * GB,
    complete: true,
    measuredAt: '2026-11-23T12:00:00Z',
    deletionAllowed: true,
    ...rest
  };
}

/** A path as its review described it. */
export function target(path: string, usedBytes = GB): DeletionTarget {
  return {
    path,
    identity: {
      kind: 'directory',
      device: '2049',
      inode: '18014398509481985',
      usedBytes,
      files: 10,
      newestChangeNs: '1795460216805170400',
      fingerprint: '0123456789abcdef0123456789abcdef'
    }
  };
}

/** A finished review of these paths, 1 GB each. */
export function review(
  paths: readonly string[],
  rest: Partial<HomeReview> = {}
): HomeReview {
  return {
    phase: 'done',
    freedBytes: paths.length * GB,
    files: paths.length * 10,
    directories: paths.length,
    linkedFiles: 0,
    linkedBytes: 0,
    largest: [],
    targets: paths.map(path => target(path)),
    refused: [],
    excludedMounts: [],
    unreadable: [],
    unreadableCount: 0,
    inUse: [],
    deletionAllowed: true,
    ...rest
  };
}

/** A deletion that did all it should. */
export function deletion(
  removed: string[],
  rest: Partial<HomeDeletion> = {}
): HomeDeletion {
  return {
    phase: 'done',
    deletedBytes: removed.length * GB,
    deletedFiles: removed.length * 10,
    totalFiles: removed.length * 10,
    removed,
    failed: [],
    failedCount: 0,
    ...rest
  };
}
