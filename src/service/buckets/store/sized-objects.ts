import { firstIndex } from '../first-index';
import type { IStoredObject } from './page';

/**
 * The objects of one page in the order of keys, as much of them as is counted: in columns, since a million objects one
 * by one cost more than the requests for them.
 */
export interface ISizedObjects {
  readonly count: number;
  /** Made anew whenever it is asked for: most are not. */
  nameAt(index: number): string;
  /** Whether an object lies in no further folder of one that its name begins with. */
  isDirectlyIn(folder: string, index: number): boolean;
  readonly bytes: ArrayLike<number>;
  /** When each was created, UTC; NaN: it is not known. */
  readonly createdMs: ArrayLike<number>;
  /** `STANDARD`, `NEARLINE` …; empty when it was not asked for. */
  readonly storageClasses: readonly string[];
}

/**
 * One page of objects to count.
 */
export interface ISizedPage {
  readonly objects: ISizedObjects;
  readonly nextPageToken: string | null;
}

/**
 * Objects that were read one by one, in columns.
 */
export function inColumns(objects: readonly IStoredObject[]): ISizedObjects {
  return {
    count: objects.length,
    nameAt: index => objects[index]?.name ?? '',
    isDirectlyIn: (folder, index) =>
      objects[index]?.name.indexOf('/', folder.length) === -1,
    bytes: objects.map(({ bytes }) => bytes),
    createdMs: objects.map(({ createdAt }) =>
      createdAt === null ? Number.NaN : Date.parse(createdAt)
    ),
    storageClasses: objects.map(({ storageClass }) => storageClass)
  };
}

/**
 * Where the objects of a folder end on a page, of which the one at `from` is in it; at most `to`.
 */
export function endOfFolder(
  page: ISizedObjects,
  folder: string,
  from: number,
  to: number
): number {
  const isBehind = (at: number): boolean => !page.nameAt(at).startsWith(folder);
  // Most pages lie in one folder, most others come to many small ones.
  if (to > from && !isBehind(to - 1)) {
    return to;
  }
  let step = 1;
  let low = from + 1;
  while (low + step < to && !isBehind(low + step - 1)) {
    low += step;
    step *= 2;
  }
  return firstIndex(low, Math.min(to, low + step), isBehind);
}
