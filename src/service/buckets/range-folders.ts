import { compareKeys, endOfPrefix } from './key-order';
import type { Looks } from './looks';
import type { ILevel, IRange } from './range';

/** Where a page comes to more folders than that, a look shows no more than a few pages do. */
const MANY_FOLDERS = 60;

/**
 * Note in which folders the page lies that a range has just brought, and what was counted in each of them.
 *
 * @param names - Of the page, in order, at least one.
 * @param prefix - Of the folder that is measured.
 */
export function noteFolders(
  range: IRange,
  names: readonly string[],
  looks: Looks,
  prefix: string
): void {
  const first = names[0] ?? '';
  const folders = foldersAbove(names.at(-1) ?? '', prefix).filter(folder =>
    first.startsWith(folder)
  );
  const [own = prefix] = folders;
  if (range.levels.length > 0 && range.levels[0]?.folder !== own) {
    range.reach = 0;
  }
  range.reach += 1;
  const pages = new Map(range.levels.map(level => [level.folder, level.pages]));
  range.levels = folders.map(folder => ({
    folder,
    pages: (pages.get(folder) ?? 0) + 1
  }));
  for (const folder of [...folders].reverse()) {
    looks.counted(folder, names.length);
  }
  const children = countByChild(names, own);
  if (children.size <= MANY_FOLDERS) {
    for (const [child, objects] of children) {
      looks.counted(child, objects);
    }
  } else {
    // Each of a million folders by itself would take more memory than it says.
    const objects = [...children.values()].reduce((sum, one) => sum + one, 0);
    const all = Math.round((children.size * names.length) / objects);
    looks.countedMany(own, all, names.length);
  }
  range.hasManyFolders = children.size > MANY_FOLDERS;
}

/** How many of these names lie in each folder directly in `folder`; where those are many, of the first of them. */
function countByChild(
  names: readonly string[],
  folder: string
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let child: string | null = null;
  for (const name of names) {
    if (child === null || !name.startsWith(child)) {
      child = childOf(name, folder);
      if (counts.size > MANY_FOLDERS) {
        break;
      }
    }
    if (child !== null) {
      counts.set(child, (counts.get(child) ?? 0) + 1);
    }
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
