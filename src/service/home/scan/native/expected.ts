import { SAME_DEVICE, type DirectoryColumns } from '../tree/columns';
import type { IExpected } from './order';

/** What was found to be a directory when it was met. */
export function expectedAt(
  { inode, flags }: Pick<DirectoryColumns, 'inode' | 'flags'>,
  id: number
): IExpected {
  return {
    inode: inode[id] ?? 0,
    isOnRootDevice: ((flags[id] ?? 0) & SAME_DEVICE) !== 0
  };
}
