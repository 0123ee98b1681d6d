import type { ITree } from './entry-count';
import { placeOf } from './short-path';
import type { EntryStats } from './tally';

const NO_THROW = { throwIfNoEntry: false } as const;

/** What stands at a directory's path, asked for in this thread; null: nothing that can be looked at. */
export function lookAt(tree: ITree, id: number): EntryStats | null {
  try {
    return tree.files.lstatSync(placeOf(tree, id), NO_THROW) ?? null;
  } catch {
    // Whatever the reason is: the directory it stands in is read again, and says it.
    return null;
  }
}
