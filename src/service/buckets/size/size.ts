import type { FolderSize } from '../../../contract';
import type { IListedFolder } from '../listing/listing';
import type { MeasuredStore } from '../store/store';
import { Measurement, type IMeasureOptions } from './measurement';

/** How often a reader hears of it: smooth to look at, and nothing beside a request. */
const REPORT_EVERY_MS = 250;

/**
 * Bytes and objects below a folder, listed in many ranges of keys at once.
 *
 * Exact when it ends with all of it; until then, and when it fails, is cancelled or may ask no more, every report
 * says "at least".
 */
export async function* measureFolder(
  store: MeasuredStore,
  place: IListedFolder,
  options: IMeasureOptions
): AsyncGenerator<FolderSize, void, undefined> {
  const { signal } = options;
  const ended = new AbortController();
  const work = new Measurement(store, place, {
    ...options,
    signal: AbortSignal.any([signal, ended.signal])
  });
  try {
    const done = work.run();
    // Awaited at the end; until then it must not count as unhandled.
    done.catch(() => undefined);
    while (!(await hasEndedWithin(done, REPORT_EVERY_MS))) {
      yield work.report(false);
    }
    if (!(await hasSucceeded(done)) && !signal.aborted) {
      // What was counted is worth having, whatever the failure that follows.
      yield work.report(false);
    }
    await done;
    yield work.report(true);
  } finally {
    ended.abort();
  }
}

function hasSucceeded(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false
  );
}

async function hasEndedWithin(
  work: Promise<void>,
  ms: number
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => {
      resolve(false);
    }, ms);
  });
  const end = work.then(
    () => true,
    () => true
  );
  const ended = await Promise.race([end, late]);
  clearTimeout(timer);
  return ended;
}
