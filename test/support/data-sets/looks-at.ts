import { Looks } from '../../../src/service/contents/looks';
import {
  openArrays,
  type IOpeners
} from '../../../src/service/contents/open-contents';
import type { ITarget } from '../../../src/service/contents/place';
import type { Threads } from '../../../src/service/contents/thread/threads';

/**
 * Looks that find one data set wherever they are sent.
 */
export function looksAt(
  target: ITarget,
  openers: IOpeners,
  threads: Threads
): Looks {
  return new Looks(
    (_, signal) => openArrays(target, openers, signal),
    threads,
    () => performance.now()
  );
}
