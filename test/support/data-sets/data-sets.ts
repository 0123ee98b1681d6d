import { readingThreads } from '../contents/reader-bundle';
import { WrittenDataSets } from './written';

interface IDataSets {
  /** There while the tests of the block run. */
  readonly written: WrittenDataSets;
  readonly threads: ReturnType<typeof readingThreads>;
}

/**
 * Data sets for the tests of a `describe` block, and threads that read them.
 *
 * @param script - `write_zarr.py`.
 */
export function dataSets(script: string): IDataSets {
  let written: WrittenDataSets;
  let threads: ReturnType<typeof readingThreads>;
  beforeAll(() => {
    written = new WrittenDataSets(script);
    threads = readingThreads();
  });
  afterAll(() => {
    threads.dispose();
    written.remove();
  });
  return {
    get written() {
      return written;
    },
    get threads() {
      return threads;
    }
  };
}
