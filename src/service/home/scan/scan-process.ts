import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { LeapError } from '../../../contract';
import { survey } from './ground';
import { findLargeData } from './large-data';
import { reportOf } from './report';
import type { IScanOrder, ScanMessage } from './scan-messages';
import { SNAPSHOT_COLUMNS, snapshotOf } from './snapshot';
import { totalsOf } from './totals';
import { Walk } from './walk';

/** How often partial numbers are sent; in a tree with very many directories less often, so that they never take more than a tenth of the time. */
const REPORT_MS = 100;
const LEAST_SHARE = 10;

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
    await scan(order, entry);
    await tell({ kind: 'end' });
  } catch (reason) {
    const { code, message } = LeapError.from(reason);
    await tell({ kind: 'failed', code, message });
  }
  process.disconnect();
}

async function scan(order: IScanOrder, entry: string): Promise<void> {
  let nextMs = 0;
  const walk = new Walk(survey(order.homeDirectory), {
    entry,
    concurrency: order.concurrency,
    operationsPerSecond: order.operationsPerSecond,
    signal: new AbortController().signal,
    progressMs: REPORT_MS,
    onProgress: () => {
      const startedMs = performance.now();
      if (startedMs >= nextMs) {
        const report = reportOf(walk);
        void tell({ kind: 'report', report, isLast: false });
        const nowMs = performance.now();
        nextMs = nowMs + LEAST_SHARE * (nowMs - startedMs);
      }
    }
  });
  await walk.run();
  const { columns } = walk.tree;
  const totals = totalsOf(columns, walk.linked);
  const report = reportOf(walk, totals);
  await tell({ kind: 'report', report, isLast: true });
  const large = await findLargeData(walk, totals, {
    nowMs: Date.now(),
    operationsPerSecond: order.operationsPerSecond
  });
  await tell({ kind: 'large', large });
  const snapshot = snapshotOf(columns, walk.linked, totals);
  for (const name of SNAPSHOT_COLUMNS) {
    await tell({ kind: 'column', name, data: snapshot[name] });
  }
}

/** Waits until the message is on its way, so that one column at a time is in memory twice. */
function tell(message: ScanMessage): Promise<void> {
  return new Promise(resolve => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}
