import { on } from 'node:events';
import { LeapError } from '../../../contract/leap-error';
import { HomeScan } from './home-scan';
import { hotDirectories } from './known/hot';
import { goLast } from './go-last';
import { loadNative } from './native/native';
import type { IKnownTree } from './known/known-tree';
import { NOTHING_LATELY, type ILately } from './lately';
import { compileLess, compileNoMore } from './compile-less';
import { rehearse } from './rehearsal';
import { tidy } from './tree/release';
import type { IScanOrder, ScanMessage } from './scan-messages';

/** With more directories what is known takes more memory than a process that only waits may have. */
const MOST_KNOWN = 100_000;

/**
 * Walk the home in a process of its own, which the service starts and ends, as often as it is asked to.
 *
 * So a file server that hangs blocks no other part of the service, its memory is given back when nobody counts any more, and it
 * runs at the lowest priority without slowing anything else down.
 *
 * @param directory - Where the service's files are.
 */
export async function runScanProcess(directory: string): Promise<void> {
  // The service is gone, or wants this to stop.
  process.once('disconnect', () => process.exit(0));
  compileLess();
  goLast();
  const native = loadNative(directory);
  let lately = NOTHING_LATELY;
  const orders = on(process, 'message') as AsyncIterable<[IScanOrder]>;
  for await (const [order] of orders) {
    const isFirst = lately === NOTHING_LATELY;
    try {
      const known = await new HomeScan(order, native, tell).run(lately);
      const mayStay = known !== null && known.readAt.length <= MOST_KNOWN;
      await tell({ kind: 'end', mayStay });
      lately = NOTHING_LATELY;
      if (mayStay) {
        lately = prepared(known);
        if (isFirst) {
          await rehearse(directory, order, native);
        }
      }
    } catch (reason) {
      lately = NOTHING_LATELY;
      const { code, message } = LeapError.from(reason);
      await tell({ kind: 'failed', code, message });
    }
    tidy();
  }
}

/** Do now, while nobody waits, what the next count would begin with. */
function prepared(known: IKnownTree): ILately {
  compileNoMore();
  known.children.prepare();
  return { known, hot: hotDirectories(known, Date.now()) };
}

/** Waits until the message is on its way, so that one column at a time is in memory twice. */
function tell(message: ScanMessage): Promise<void> {
  return new Promise(resolve => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}
