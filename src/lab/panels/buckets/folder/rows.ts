import type { DatasetKind } from '../../../../contract';
import { visible } from '../../../visible';
import type { IListed } from './listed';
import { nameFilter } from './name-filter';
import { sortedBy } from './sorted-by';

/** A column that the rows can be sorted by. */
export type SortColumn = 'name' | 'updated' | 'bytes';

/** How the rows are ordered. */
export interface ISort {
  readonly by: SortColumn;
  readonly descending: boolean;
}

/**
 * The order of a folder that is opened for the first time: as the bucket lists it.
 */
export const INITIAL_SORT: ISort = { by: 'name', descending: false };

/**
 * The order after a click on a column's head: the other way round, or by that column, sizes and dates from the large and
 * the new end.
 */
export function sortedNext(sort: ISort, by: SortColumn): ISort {
  const descending = sort.by === by ? !sort.descending : by !== 'name';
  return { by, descending };
}

/**
 * A line of the list.
 */
export type Row =
  | {
      readonly kind: 'folder';
      /** With its closing slash. */
      readonly name: string;
      readonly dataset: DatasetKind | null;
    }
  | {
      readonly kind: 'object';
      readonly name: string;
      readonly bytes: number;
      readonly updatedAt: string | null;
      readonly deletedOn: string | null;
    };

/**
 * Whether it stands for the folder that it lies in and holds nothing, as consoles make folders.
 */
export function isMarker(row: Row): boolean {
  return row.kind === 'object' && row.name === '' && row.bytes === 0;
}

/**
 * The rows to show, by their numbers: folders have those from 0, objects those that follow.
 *
 * Numbers instead of rows, since 100,000 entries are sorted and filtered at every key press.
 *
 * @param folderBytes - By name, of the folders that were measured; the others come last where the largest comes first.
 */
export function orderRows(
  listed: IListed,
  sort: ISort,
  filter: string,
  folderBytes: ReadonlyMap<string, number> = new Map()
): readonly number[] {
  const { folders, names } = listed;
  const start = folders.length;
  const wanted = nameFilter(filter);
  const folderOrder = numbersOf(folders, wanted, 0);
  let objectOrder = numbersOf(names, wanted, start);
  // Keys come in order, so ascending names need no sorting at all.
  if (sort.by === 'bytes') {
    const { bytes } = listed;
    const sign = sort.descending ? -1 : 1;
    const bytesOf = (at: number): number =>
      folderBytes.get(folders[at] ?? '') ?? -1;
    folderOrder.sort((a, b) => sign * (bytesOf(a) - bytesOf(b)));
    objectOrder = sortedBy(objectOrder, at => bytes[at - start] ?? 0);
  } else if (sort.by === 'updated') {
    // What is not known comes first. Where things are deleted, the day of that is what the column shows.
    const { updatedMs, deletedOn } = listed;
    const days = new Map<string, number>();
    objectOrder = sortedBy(
      sortedBy(objectOrder, at => updatedMs[at - start] ?? 0),
      at => dayOf(deletedOn[at - start], days)
    );
  }
  if (sort.descending) {
    objectOrder.reverse();
    if (sort.by === 'name') {
      folderOrder.reverse();
    }
  }
  return folderOrder.concat(objectOrder);
}

/**
 * The row of a number; null beyond the end.
 */
export function rowAt(
  listed: IListed,
  kinds: ReadonlyMap<string, DatasetKind | null>,
  number: number | undefined
): Row | null {
  if (number === undefined) {
    return null;
  }
  const folder = listed.folders[number];
  if (folder !== undefined) {
    return { kind: 'folder', name: folder, dataset: kinds.get(folder) ?? null };
  }
  const at = number - listed.folders.length;
  const name = listed.names[at];
  return name === undefined
    ? null
    : {
        kind: 'object',
        name,
        bytes: listed.bytes[at] ?? 0,
        updatedAt: listed.updatedAt[at] ?? null,
        deletedOn: listed.deletedOn[at] ?? null
      };
}

/**
 * The row of a name; null: there is none.
 */
export function rowNamed(
  listed: IListed,
  kinds: ReadonlyMap<string, DatasetKind | null>,
  name: string
): Row | null {
  const folder = listed.folders.indexOf(name);
  if (folder !== -1) {
    return rowAt(listed, kinds, folder);
  }
  const object = listed.names.indexOf(name);
  return object === -1
    ? null
    : rowAt(listed, kinds, listed.folders.length + object);
}

/**
 * Where a name stands among the rows; -1: nowhere.
 */
export function indexOfName(
  listed: IListed,
  order: readonly number[],
  name: string | null
): number {
  if (name === null) {
    return -1;
  }
  const folder = listed.folders.indexOf(name);
  const at = folder === -1 ? listed.names.indexOf(name) : folder;
  if (at === -1) {
    return -1;
  }
  return order.indexOf(folder === -1 ? at + listed.folders.length : at);
}

/**
 * The next row whose name begins with what was typed, from `from` on and round; -1: none.
 */
export function findTyped(
  listed: IListed,
  order: readonly number[],
  typed: string,
  from: number
): number {
  const wanted = typed.toLowerCase();
  for (let step = 0; step < order.length; step += 1) {
    const at = (from + step) % order.length;
    const number = order[at] ?? 0;
    const name =
      listed.folders[number] ?? listed.names[number - listed.folders.length];
    if (name !== undefined && visible(name).toLowerCase().startsWith(wanted)) {
      return at;
    }
  }
  return -1;
}

function numbersOf(
  names: readonly string[],
  wanted: (name: string) => boolean,
  start: number
): number[] {
  const numbers: number[] = [];
  names.forEach((name, at) => {
    if (wanted(name)) {
      numbers.push(start + at);
    }
  });
  return numbers;
}

/** A day in UTC, in milliseconds, 0 where it is not known. Many objects have the same: each is read once. */
function dayOf(
  day: string | null | undefined,
  read: Map<string, number>
): number {
  if (day === null || day === undefined) {
    return 0;
  }
  const ms = read.get(day) ?? Math.max(0, Date.parse(day) || 0);
  read.set(day, ms);
  return ms;
}
