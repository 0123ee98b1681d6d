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
  collector: ICollector
): Promise<void> {
  const found = new Found(now, collector);
  for await (const finding of findings) {
    found.take(finding);
  }
  if (!found.isWhole) {
    throw new LeapError(
      'service-failed',
      'Counting ended too early. Try again.'
    );
  }
}

/** What has come of a scan. */
class Found {
  constructor(
    private readonly _now: () => Date,
    private readonly _collector: ICollector
  ) {
    this._startedAt = _now().toISOString();
  }

  /** Whether the numbers told last are its end. */
  get isWhole(): boolean {
    return this._told?.phase === 'done';
  }

  take(finding: ScanFinding): void {
    switch (finding.kind) {
      case 'report':
        this._tell(this._usageOf(finding));
        break;
      case 'result':
        this._usage = this._usageOf(finding);
        break;
      case 'large':
        this._large = finding.large;
        break;
      case 'column':
        this._columns[finding.name] = finding.data;
        break;
      case 'settled':
        this._settle();
        break;
      case 'alive':
        if (this._told) {
          this._tell(this._told);
        }
        break;
    }
  }

  private _settle(): void {
    const usage = this._usage;
    const large = this._large;
    if (usage && large) {
      // The numbers are kept as finished even if nobody waits for the rest of the check; `usage` says what they assume.
      const whole = { ...usage, phase: 'done' } as const;
      const snapshot = snapshotFrom(this._columns);
      this._collector.onFinished({ usage: whole, snapshot, large });
      this._tell(usage);
      this._columns = {};
    }
  }

  private _tell(usage: HomeCount): void {
    this._told = usage;
    this._collector.onUsage(usage);
  }

  private _usageOf({
    report,
    phase
  }: Extract<ScanFinding, { report: unknown }>): HomeCount {
    return {
      ...report,
      phase,
      startedAt: this._startedAt,
      scannedAt: this._now().toISOString(),
      durationMs: Math.round(performance.now() - this._startedMs)
    };
  }

  private readonly _startedAt: string;
  private readonly _startedMs = performance.now();
  private _columns: Partial<Record<keyof ISnapshot, unknown>> = {};
  private _usage: HomeCount | null = null;
  private _large: LargeFindings | null = null;
  private _told: HomeCount | null = null;
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
