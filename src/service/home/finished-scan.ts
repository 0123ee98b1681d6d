import { LeapError, type HomeCount } from '../../contract';
import type { LargeFindings } from './scan/data/large-data';
import type { ScanFinding } from './scan/scan-messages';
import { isConsistent, type ISnapshot } from './scan/snapshot';

/** A scan that came to its end. */
export interface IFinishedScan {
  readonly usage: HomeCount;
  /** Every directory; null: only the summary was kept. */
  readonly snapshot: ISnapshot | null;
  readonly large: LargeFindings;
}

/** Takes what a scan finds, as it comes. */
export interface ICollector {
  /** Numbers, whole or not; the same again where nothing is new. */
  readonly onUsage: (usage: IFinishedScan['usage']) => void;
  /** Whole numbers with all that belongs to them, before `onUsage` has them. */
  readonly onFinished: (scan: IFinishedScan) => void;
}

/**
 * Put together what a scan finds, until it assumes nothing or as little as was asked for.
 *
 * @throws LeapError `service-failed` when it ends before that; what ended it.
 */
export async function collect(
  findings: AsyncIterable<ScanFinding>,
  now: () => Date,
  { onUsage, onFinished }: ICollector
): Promise<void> {
  const startedAt = now().toISOString();
  const startedMs = performance.now();
  const usageOf = ({
    report,
    phase
  }: Extract<ScanFinding, { report: unknown }>): IFinishedScan['usage'] => ({
    ...report,
    phase,
    startedAt,
    scannedAt: now().toISOString(),
    durationMs: Math.round(performance.now() - startedMs)
  });
  let columns: Partial<Record<keyof ISnapshot, unknown>> = {};
  let usage: IFinishedScan['usage'] | null = null;
  let large: LargeFindings | null = null;
  let last: IFinishedScan['usage'] | null = null;
  for await (const finding of findings) {
    switch (finding.kind) {
      case 'report':
        last = usageOf(finding);
        onUsage(last);
        break;
      case 'result':
        usage = usageOf(finding);
        break;
      case 'large':
        ({ large } = finding);
        break;
      case 'column':
        columns[finding.name] = finding.data;
        break;
      case 'settled':
        if (usage && large) {
          // Its check may be stopped and go on for nobody: who asks later is told numbers, and what they assume.
          const whole = { ...usage, phase: 'done' } as const;
          onFinished({ usage: whole, snapshot: snapshotFrom(columns), large });
          last = usage;
          onUsage(last);
          columns = {};
        }
        break;
      case 'alive':
        if (last) {
          onUsage(last);
        }
        break;
    }
  }
  if (last?.phase !== 'done') {
    throw new LeapError(
      'service-failed',
      'Counting ended too early. Try again.'
    );
  }
}

/** Columns put together again; null when one is missing or they do not fit. */
export function snapshotFrom(
  columns: Readonly<Partial<Record<keyof ISnapshot, unknown>>>
): ISnapshot | null {
  const { parent, nameStart, nameLength, names } = columns;
  const { usedBytes, apparentBytes, files, directories } = columns;
  const { newestMs, incomplete, linkedInode, linkedOwner } = columns;
  if (
    isUint32Array(parent) &&
    isUint32Array(nameStart) &&
    isUint8Array(nameLength) &&
    isUint8Array(names) &&
    isFloat64Array(usedBytes) &&
    isFloat64Array(apparentBytes) &&
    isUint32Array(files) &&
    isUint32Array(directories) &&
    isFloat64Array(newestMs) &&
    isUint8Array(incomplete) &&
    isFloat64Array(linkedInode) &&
    isUint32Array(linkedOwner)
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

function isUint8Array(column: unknown): column is Uint8Array {
  return kindOf(column) === 'Uint8Array';
}

function isUint32Array(column: unknown): column is Uint32Array {
  return kindOf(column) === 'Uint32Array';
}

function isFloat64Array(column: unknown): column is Float64Array {
  return kindOf(column) === 'Float64Array';
}

/** By its tag, which numbers from another process have as well. */
function kindOf(column: unknown): string {
  return Object.prototype.toString.call(column).slice(8, -1);
}
