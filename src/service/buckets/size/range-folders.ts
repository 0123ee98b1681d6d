import { compareKeys, endOfPrefix } from '../names/key-order';
import { endOfFolder, type ISizedObjects } from '../store/sized-objects';
import type { Looks } from './looks';
import type { IListedPage } from './page-span';
import type { ILevel, IRange } from './range';

/** Where a page comes to more folders than that, a look shows no more than a few pages do. */
const MANY_FOLDERS = 60;

/**
 * Note in which folders the page lies that a range has just brought, and what was counted in each of them.
 *
 * @param objects - Of the page.
 * @param page - Those of them that belong to the range.
 * @param isOver - Nothing more of the range is left.
 * @param prefix - Of the folder that is measured.
 */
export function noteFolders(
  range: IRange,
  objects: ISizedObjects,
  { first, last, from, keys }: IListedPage,
  isOver: boolean,
  looks: Looks,
  prefix: string
): void {
  const folders = foldersAbove(last, prefix).filter(folder =>
    first.startsWith(folder)
  );
  const [own = prefix] = folders;
  if (range.levels.length > 0 && range.levels[0]?.folder !== own) {
    range.reach = 0;
  }
  range.reach += 1;
  if (range.levels[0]?.folder !== own) {
    range.began = first;
  }
  for (const { folder } of range.levels) {
    if (!last.startsWith(folder)) {
      looks.ended(folder);
    }
  }
  const pages = new Map(range.levels.map(level => [level.folder, level.pages]));
  range.levels = folders.map(folder => ({
    folder,
    pages: (pages.get(folder) ?? 0) + 1
  }));
  for (const folder of [...folders].reverse()) {
    looks.counted(folder, keys);
  }
  const children = countByChild(objects, own, from, from + keys);
  range.hasManyFolders = children.size > MANY_FOLDERS;
  if (range.hasManyFolders) {
    // To note each of a million folders takes memory and predicts no more than their average.
    const counted = [...children.values()].reduce((sum, one) => sum + one, 0);
    looks.countedMany(own, Math.round((children.size * keys) / counted), keys);
  } else {
    noteChildren(children, last, looks);
  }
  if (isOver) {
    endAbove(last, range.end, looks, prefix);
  }
}

/** What each folder holds; all but that of the last key end. */
function noteChildren(
  children: ReadonlyMap<string, number>,
  last: string,
  looks: Looks
): void {
  for (const [child, held] of children) {
    looks.counted(child, held);
    if (!last.startsWith(child)) {
      looks.ended(child);
    }
  }
}

/** The folders of the last key of a range end with it, as far as it goes behind them. */
function endAbove(
  last: string,
  end: string | null,
  looks: Looks,
  prefix: string
): void {
  for (const folder of foldersAbove(last, prefix)) {
    if (end !== null && endWithin(folder, end) === end) {
      return;
    }
    looks.ended(folder);
  }
}

/** How many of these objects, which all lie in `folder`, do so in each folder directly in it; where those are many, in the first of them. */
function countByChild(
  objects: ISizedObjects,
  folder: string,
  from: number,
  to: number
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = from; at < to && counts.size <= MANY_FOLDERS;) {
    const child = objects.isDirectlyIn(folder, at)
      ? null
      : childOf(objects.nameAt(at), folder);
    const end = child === null ? at + 1 : endOfFolder(objects, child, at, to);
    if (child !== null) {
      counts.set(child, end - at);
    }
    at = end;
  }
  return counts;
}

/**
 * The folders that a range stands in, the deepest first; those above its first key when it has brought no page yet.
 */
export function levelsOf(
  { page, start, levels }: IRange,
  prefix: string
): readonly ILevel[] {
  return page !== null || start === null
    ? levels
    : foldersAbove(start.slice(0, -1), prefix).map(folder => ({
        folder,
        pages: 0
      }));
}

/** All folders that a key lies in, the deepest first, the last one that which is measured. */
function foldersAbove(key: string, prefix: string): readonly string[] {
  const folders = [prefix];
  let slash = key.indexOf('/', prefix.length);
  while (slash !== -1) {
    folders.unshift(key.slice(0, slash + 1));
    slash = key.indexOf('/', slash + 1);
  }
  return folders;
}

/**
 * The folder directly in `folder` that a key lies in; null: it lies in none.
 */
export function childOf(key: string, folder: string): string | null {
  const slash = key.startsWith(folder) ? key.indexOf('/', folder.length) : -1;
  return slash === -1 ? null : key.slice(0, slash + 1);
}

/**
 * Where a range ends, or the folder when that comes first; null: nowhere.
 */
export function endWithin(folder: string, end: string | null): string | null {
  const own = folder === '' ? null : endOfPrefix(folder);
  return own !== null && (end === null || compareKeys(own, end) < 0)
    ? own
    : end;
}
