import { compareKeys, endOfPrefix } from './key-order';
import type { Looks } from './looks';
import type { IRange } from './range';
import type { IStretch } from './split';

/** Behind so many pages, there may be so many times as many more. */
const REACH = 8;

/**
 * The deepest folder that the whole last page of a range lies in; empty: there is none.
 */
export function folderOf({ page }: IRange): string {
  const first = page?.first ?? '';
  const last = page?.last ?? '';
  let end = 0;
  for (let at = 0; at < last.length && first[at] === last[at]; at += 1) {
    end = last[at] === '/' ? at + 1 : end;
  }
  return last.slice(0, end);
}

/**
 * What lies before the next folder that is known, and in the one that the range is in.
 */
export function stretchOf(range: IRange): IStretch {
  const { folders, page, looks } = range;
  const last = page?.last ?? '';
  let end = folders[0] ?? range.end;
  let isEndReal = folders.length > 0 || range.isEndReal;
  for (const { prefix, until } of looks) {
    const slash = last.startsWith(prefix)
      ? last.indexOf('/', prefix.length)
      : -1;
    const folder = last.slice(0, slash + 1);
    const folderEnd = slash === -1 ? null : endOfPrefix(folder);
    const isKnown = until === null || compareKeys(folder, until) <= 0;
    if (
      folderEnd !== null &&
      isKnown &&
      (end === null || compareKeys(folderEnd, end) < 0)
    ) {
      end = folderEnd;
      isEndReal = false;
    }
  }
  const reach = Math.ceil(REACH * Math.max(1, range.reach));
  return { page, end, isEndReal, reach };
}

/**
 * The first folder, from above, whose folders may lie between where the range stands and its end and which is worth
 * a look; null: there is none.
 */
export function folderToLookAt(range: IRange, looks: Looks): string | null {
  const last = range.page?.last ?? '';
  const { end } = stretchOf(range);
  let common = 0;
  while (end !== null && common < last.length && last[common] === end[common]) {
    common += 1;
  }
  for (
    let slash = last.lastIndexOf('/', common - 1);
    slash === -1 || isAbove(last.slice(0, slash + 1), range);
    slash = last.indexOf('/', slash + 1)
  ) {
    const folder = last.slice(0, slash + 1);
    if (looks.isWorth(folder)) {
      return folder;
    }
    if (!last.includes('/', slash + 1)) {
      return null;
    }
  }
  return null;
}

/**
 * Whether a folder holds more than the last page has shown: it is above the one that the page lies in, or that one,
 * when the page lies in folders of it.
 */
export function isAbove(folder: string, range: IRange): boolean {
  const { page } = range;
  const own = folderOf(range);
  return (
    page === null ||
    (own.startsWith(folder) &&
      (own !== folder || page.last.includes('/', own.length)))
  );
}

/**
 * Whether a folder begins between where a range stands and its end.
 */
export function isAhead({ start, end }: IRange, folder: string): boolean {
  return (
    (start === null || compareKeys(folder, start) > 0) &&
    (end === null || compareKeys(folder, end) < 0)
  );
}
