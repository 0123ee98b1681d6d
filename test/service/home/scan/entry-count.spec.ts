import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DirectoryColumns } from '../../../../src/service/home/scan/columns';
import { SharedWork } from '../../../../src/service/home/scan/work';
import type { ISettlingData } from '../../../support/settling-thread';

const CAPACITY = 8;
const TIMES = 200_000;
const START = {
  inode: 1,
  usedBytes: 0,
  changedMs: 0,
  statusMs: 0,
  sameDevice: true,
  sizeBytes: 4096
};

describe('EntryCount', () => {
  it('B34 loses nothing when several threads count parts of one directory', async () => {
    const columns = DirectoryColumns.create(CAPACITY);
    columns.add(0, '', START);
    const directory = columns.add(0, 'wide', START) ?? 0;
    const script = join(process.cwd(), 'build', 'test', 'settling-thread.cjs');
    execFileSync(join(process.cwd(), 'node_modules', '.bin', 'esbuild'), [
      join(process.cwd(), 'test', 'support', 'settling-thread.ts'),
      '--bundle',
      '--platform=node',
      '--log-level=warning',
      `--outfile=${script}`
    ]);
    const data: ISettlingData = {
      columns: columns.buffers,
      capacity: CAPACITY,
      work: SharedWork.create(CAPACITY).buffers,
      directory,
      times: TIMES
    };

    await Promise.all(
      [1, 2, 3].map(() =>
        once(new Worker(script, { workerData: data }), 'exit')
      )
    );

    expect(columns.files[directory]).toBe(3 * TIMES);
    expect(columns.usedBytes[directory]).toBe(3 * TIMES * 8 * 512);
  });
});
