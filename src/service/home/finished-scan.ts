import { LeapError, type HomeUsage } from '../../contract';
import type { LargeFindings } from './scan/large-data';
import type { ScanFinding } from './scan/scan-messages';
import { isConsistent, type ISnapshot } from './scan/snapshot';

/** A scan that came to its end. */
export interface IFinishedScan {
  readonly usage: Omit<HomeUsage, 'limits'>;
  /** Every directory; null: only the summary was kept. */
  readonly snapshot: ISnapshot | null;
  readonly large: LargeFindings;
}

/**
 * Put together what a scan finds.
 *
 * @param onUsage - Takes each report as it comes, the last one included.
 */
export async function collect(
  findings: AsyncIterable<ScanFinding>,
  now: () => Date,
  onUsage: (usage: IFinishedScan['usage']) => void
): Promise<IFinishedScan> {
  const startedAt = now().toISOString();
  const startedMs = performance.now();
  const columns: Partial<Record<keyof ISnapshot, unknown>> = {};
  let usage: IFinishedScan['usage'] | null = null;
  let large: LargeFindings | null = null;
  for await (const finding of findings) {
    if (finding.kind === 'column') {
      columns[finding.name] = finding.data;
    } else if (finding.kind === 'large') {
      ({ large } = finding);
    } else {
      usage = {
        ...finding.report,
        phase: finding.isLast ? 'done' : 'scanning',
        startedAt,
        scannedAt: now().toISOString(),
        durationMs: Math.round(performance.now() - startedMs)
      };
      if (!finding.isLast) {
        onUsage(usage);
      }
    }
  }
  if (usage?.phase !== 'done' || large === null) {
    throw new LeapError(
      'service-failed',
      'Counting ended too early. Try again.'
    );
  }
  onUsage(usage);
  return { usage, snapshot: snapshotFrom(columns), large };
}

/** Columns put together again; null when one is missing or they do not fit. */
export function snapshotFrom(
  columns: Readonly<Partial<Record<keyof ISnapshot, unknown>>>
): ISnapshot | null {
  const { parent, nameStart, nameLength, names } = columns;
  const { usedBytes, apparentBytes, files, directories } = columns;
  const { newestMs, incomplete, linkedInode, linkedOwner } = columns;
  if (
    parent instanceof Uint32Array &&
    nameStart instanceof Uint32Array &&
    nameLength instanceof Uint8Array &&
    names instanceof Uint8Array &&
    usedBytes instanceof Float64Array &&
    apparentBytes instanceof Float64Array &&
    files instanceof Uint32Array &&
    directories instanceof Uint32Array &&
    newestMs instanceof Float64Array &&
    incomplete instanceof Uint8Array &&
    linkedInode instanceof Float64Array &&
    linkedOwner instanceof Uint32Array
  ) {
    const snapshot: ISnapshot = {
      parent,
      nameStart,
      nameLength,
      names,
      usedBytes,
      apparentBytes,
      files,
      directories,
      newestMs,
      incomplete,
      linkedInode,
      linkedOwner
    };
    return isConsistent(snapshot) ? snapshot : null;
  }
  return null;
}
