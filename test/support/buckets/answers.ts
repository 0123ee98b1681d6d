import type { Bucket, FolderSize, ListingPage } from '../../../src/contract';

/** A scratch bucket in which the user is `ann`. */
export const SCRATCH: Bucket = {
  name: 'leap-scratch',
  title: 'Scratch',
  access: 'own-folder',
  deleteAfterDays: 7,
  ownPrefix: 'ann/',
  ownPrefixSource: '$SCRATCH_BUCKET'
};

export const PERSISTENT: Bucket = {
  name: 'leap-persistent',
  title: 'Persistent',
  access: 'own-folder',
  deleteAfterDays: null,
  ownPrefix: 'ann/',
  ownPrefixSource: '$PERSISTENT_BUCKET'
};

export const READ_ONLY: Bucket = {
  name: 'leap-persistent-ro',
  title: 'Read-only',
  access: 'read-only',
  deleteAfterDays: null,
  ownPrefix: null,
  ownPrefixSource: 'This bucket is read-only.'
};

export const BUCKETS = { buckets: [SCRATCH, PERSISTENT, READ_ONLY] };

/** An object of a listing. */
export type Entry = readonly [
  name: string,
  bytes: number,
  updatedAt: string | null,
  deletedOn?: string
];

/**
 * A page with these folders and objects; the last one unless a cursor is given.
 */
export function page(
  prefixes: string[],
  entries: readonly Entry[],
  rest: Partial<ListingPage> = {}
): ListingPage {
  return {
    prefixes,
    objects: {
      names: entries.map(([name]) => name),
      bytes: entries.map(([, bytes]) => bytes),
      updatedAt: entries.map(([, , at]) => at),
      deletedOn: entries.map(([, , , day]) => day ?? null)
    },
    standing: 'own',
    rule: { deleteAfterDays: null, source: 'bucket', hasOtherRules: false },
    openedAs: 'server',
    cursor: null,
    ...rest
  };
}

/** A finished measurement, with the fields that a test is about in place of its own. */
export function folderSize(rest: Partial<FolderSize> = {}): FolderSize {
  return {
    phase: 'done',
    bytes: 8_300_000_000,
    objects: 3012,
    oldestAt: '2026-11-19T09:00:00.000Z',
    newestAt: '2026-11-19T10:00:00.000Z',
    complete: true,
    children: [],
    classes: [],
    goingSoon: null,
    calls: 4,
    ...rest
  };
}
