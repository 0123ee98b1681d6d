import type { Stats } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { ColumnBuffers } from '../../src/service/home/scan/column-buffers';
import { DirectoryColumns } from '../../src/service/home/scan/columns';
import { EntryCount } from '../../src/service/home/scan/entry-count';
import { realFiles } from '../../src/service/home/scan/files';
import { LargeFiles } from '../../src/service/home/scan/large-files';
import { ExcludedMounts } from '../../src/service/home/scan/mounts';
import { Paths } from '../../src/service/home/scan/paths';
import {
  SharedWork,
  type IWorkBuffers
} from '../../src/service/home/scan/work';

/** What a thread is told that counts one file in a directory, again and again. */
export interface ISettlingData {
  readonly columns: ColumnBuffers;
  readonly capacity: number;
  readonly work: IWorkBuffers;
  readonly directory: number;
  readonly times: number;
}

const FILE = {
  mode: 0o100644,
  nlink: 1,
  ino: 7,
  dev: 1,
  size: 1,
  blocks: 8,
  mtimeMs: 1
} as Stats;

const { capacity, directory, times, ...buffers } = workerData as ISettlingData;
const columns = new DirectoryColumns(buffers.columns, capacity);
const ignore = (): void => undefined;
const count = new EntryCount(
  {
    files: realFiles,
    columns,
    work: new SharedWork(buffers.work),
    paths: new Paths(columns, '/'),
    mounts: new ExcludedMounts([]),
    rootDevice: 1,
    isAtRoot: false,
    known: null,
    findings: {
      linked: ignore,
      unreadable: ignore,
      large: new LargeFiles(),
      rootEntry: ignore
    }
  },
  directory
);
for (let time = 0; time < times; time += 1) {
  count.see('file', FILE);
  count.settle();
}
