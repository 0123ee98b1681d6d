import type { DirectoryColumns } from '../tree/columns';
import type { IExpected } from './order';

/** What was found to be a directory when it was met. */
export function expectedAt(
  columns: Pick<DirectoryColumns, 'inode' | 'isOnRootDevice'>,
  id: number
): IExpected {
  return {
    inode: columns.inode[id] ?? 0,
    isOnRootDevice: columns.isOnRootDevice(id)
  };
}
