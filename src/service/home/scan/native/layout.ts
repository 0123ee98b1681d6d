/*
 * What the numbers of a workspace are, as in `workspace.h`.
 */

/** At the beginning of an order. */
export const ORDER = {
  kind: 0,
  count: 1,
  mostEntries: 2,
  deadlineMs: 3,
  rootDevice: 4,
  descriptor: 5,
  names: 6,
  lists: 7,
  mayClose: 8,
  first: 9,
  doubtMs: 10,
  nowMs: 11,
  width: 12
} as const;

/** What an order is about. */
export const KIND = { count: 0, goOn: 1, look: 2 } as const;

/** For each directory that is to be counted. */
export const WANTED = {
  id: 0,
  floorBytes: 1,
  excluded: 2,
  width: 3
} as const;

/** Columns that it is handed over, in this order; what an earlier count left follows. */
export const HANDED_OVER = [
  'parent',
  'flags',
  'inode',
  'statusMs',
  'nameStart',
  'nameLength',
  'names'
] as const;

/** Columns that it sums up, in this order, behind what each directory stands in. */
export const SUMMED = [
  'usedBytes',
  'apparentBytes',
  'files',
  'directories',
  'newestMs',
  'incomplete'
] as const;

/** At the beginning of an answer. */
export const ANSWER = {
  done: 0,
  told: 1,
  calls: 2,
  elapsedMs: 3,
  waits: 4,
  width: 5
} as const;

/** For each entry, and for each directory that was looked at. */
export const ENTRY = {
  error: 0,
  mode: 1,
  links: 2,
  device: 3,
  inode: 4,
  /** The inode as 64 bits. */
  exactInode: 5,
  size: 6,
  blocks: 7,
  modifiedMs: 8,
  changedMs: 9,
  nameStart: 10,
  /** Of a directory that was looked at: its place in the order. */
  index: 10,
  nameLength: 11,
  width: 12
} as const;

/** For each directory that was counted; its entries follow. */
export const COUNTED = {
  error: 0,
  held: 1,
  listed: 2,
  usedBytes: 3,
  apparentBytes: 4,
  files: 5,
  newestMs: 6,
  lowInode: 7,
  highInode: 8,
  entries: 9,
  restStart: 10,
  restEnd: 11,
  restNames: 12,
  /** Of itself, as an entry without a name. */
  own: 13,
  width: 13 + ENTRY.width
} as const;
