import { lstatSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { isSame } from './anchor';
import type { ColumnBuffers } from './column-buffers';
import { DirectoryColumns } from './columns';
import { Paths } from './paths';
import { SharedLook, type ISharedLookBuffers } from './shared-look';
import { isDirectory } from './tally';

/** What the thread is told. */
export interface ISecondLookOrder {
  readonly look: ISharedLookBuffers;
  readonly columns: ColumnBuffers;
  readonly root: string;
  readonly rootDevice: number;
}

/**
 * Look at known directories for the first thread, which takes care of all that are not as they were.
 */
export function runSecondLook(): void {
  parentPort?.on('message', (order: ISecondLookOrder) => {
    const { look, root, rootDevice } = order;
    const columns = new DirectoryColumns(order.columns);
    const paths = new Paths(columns, root);
    new SharedLook(look).help(id => {
      try {
        const stats = lstatSync(paths.absolute(id), NO_THROW);
        return (
          stats !== undefined &&
          isDirectory(stats) &&
          isSame(columns, id, rootDevice, stats) &&
          stats.ctimeMs === columns.statusMs[id]
        );
      } catch {
        return false;
      }
    });
  });
}

const NO_THROW = { throwIfNoEntry: false } as const;
