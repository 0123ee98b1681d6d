import type { IOpeners } from '../../../src/service/contents/open-contents';
import { describerIn } from '../../../src/service/contents/thread/describing';
import { readingThreads } from '../contents/reader-bundle';
import { noOther } from './no-other';
import { WrittenDataSets } from './written';

interface IDataSets {
  /** There while the tests of the block run. */
  readonly written: WrittenDataSets;
  readonly threads: ReturnType<typeof readingThreads>;
  /** They ask these threads what is in a file, and open no other one. */
  readonly openers: IOpeners;
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
    },
    get openers() {
      return { ...noOther, describe: describerIn(threads) };
    }
  };
}
