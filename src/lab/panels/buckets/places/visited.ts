import { gsPath, type IFolder } from '../folder/folder';
import type { IBucketsState } from '../state';

/** More than anybody finds again in a list. */
const MAX_BOOKMARKS = 50;
const MAX_RECENT = 8;

/**
 * Bookmarks with this folder added, or taken out when it was one.
 */
export function toggled(
  bookmarks: readonly IFolder[],
  folder: IFolder
): readonly IFolder[] {
  const others = without(bookmarks, folder);
  return others.length < bookmarks.length
    ? others
    : [...others, folder].slice(-MAX_BOOKMARKS);
}

/**
 * The recent places with this one as the last visited, most recent first.
 */
export function visited(
  recent: readonly IFolder[],
  folder: IFolder
): readonly IFolder[] {
  return [folder, ...without(recent, folder)].slice(0, MAX_RECENT);
}

/**
 * Whether the open folder can be bookmarked: one that did not open is nothing to come back to, and is only taken out.
 */
export function isKeepable({
  folder,
  listing,
  rows,
  bookmarks
}: Pick<IBucketsState, 'folder' | 'listing' | 'rows' | 'bookmarks'>): boolean {
  return (
    folder !== null &&
    (rows !== null ||
      listing.status !== 'failed' ||
      includes(bookmarks, folder))
  );
}

/**
 * Whether a folder is among these.
 */
export function includes(
  folders: readonly IFolder[],
  folder: IFolder
): boolean {
  return without(folders, folder).length < folders.length;
}

function without(
  folders: readonly IFolder[],
  folder: IFolder
): readonly IFolder[] {
  const path = gsPath(folder);
  return folders.filter(one => gsPath(one) !== path);
}
