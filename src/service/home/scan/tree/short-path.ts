import type { ITree } from './entry-count';
import { encodeName } from './names';

/** Longer paths cost the kernel more than holding the directory does, and some are refused. */
const LONGEST_PATH = 512;

/** Where a directory is from the root of the walk, for calls of a process that works there; null: it has to be held. */
export function shortPath(
  { isAtRoot, paths }: Pick<ITree, 'isAtRoot' | 'paths'>,
  id: number
): string | null {
  if (!isAtRoot) {
    return null;
  }
  const path = id === 0 ? '.' : paths.relative(id);
  return path.length <= LONGEST_PATH && path.isWellFormed() ? path : null;
}

/** Where a directory is for a single call, however long its path is: from the root of the walk where the process works there. */
export function placeOf(
  { isAtRoot, paths }: Pick<ITree, 'isAtRoot' | 'paths'>,
  id: number
): string | Buffer {
  if (!isAtRoot) {
    return paths.absolute(id);
  }
  const path = id === 0 ? '.' : paths.relative(id);
  return path.isWellFormed() ? path : encodeName(path);
}
