import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { LeapError } from '../../../contract';
import { HomeScan } from './home-scan';
import type { IScanOrder, ScanMessage } from './scan-messages';

/**
 * Walk the home in a process of its own, which the service starts and ends.
 *
 * So a file server that hangs blocks no other part of the service, its memory is given back when the walk is over, and it runs at the lowest
 * priority without slowing anything else down.
 *
 * @param entry - The script that other threads of the walk run.
 */
export async function runScanProcess(entry: string): Promise<void> {
  // The service is gone, or wants this to stop.
  process.once('disconnect', () => process.exit(0));
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // A machine that forbids even this: then the walk competes like any other process.
  }
  const [order] = (await once(process, 'message')) as [IScanOrder];
  try {
    await new HomeScan(order, entry, tell).run();
    await tell({ kind: 'end' });
  } catch (reason) {
    const { code, message } = LeapError.from(reason);
    await tell({ kind: 'failed', code, message });
  }
  process.disconnect();
}

/** Waits until the message is on its way, so that one column at a time is in memory twice. */
function tell(message: ScanMessage): Promise<void> {
  return new Promise(resolve => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}
