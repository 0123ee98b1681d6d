import type { ErrorCode } from '../../../contract';
import type { LargeFindings } from './data/large-data';
import type { WalkReport } from './report';
import type { ISnapshot, SnapshotColumn } from './snapshot';

/** What the scan's process is told for each count. */
export interface IScanOrder {
  readonly homeDirectory: string;
  readonly concurrency: number | null;
  readonly operationsPerSecond: number | null;
  /** From which size on data are named that belong in a bucket; absent: 1 GB. */
  readonly dataBytes?: number;
  /** Where what is known of the last count is kept, as `Cache` takes it. */
  readonly cacheDirectory: string | null;
  /** How what a first answer assumes is read after it: at full speed, because somebody waits, or gently. */
  readonly haste: Haste;
  /** Whether directories' change times can be relied on; absent: where the file system is a well-known one. */
  readonly keepsTimes?: boolean;
}

export type Haste = 'asked' | 'gently';

/**
 * What a scan finds: reports while it goes on; then results, each with what is large in it and each column of the snapshot, and
 * `settled` where one has all that belongs to it.
 */
export type ScanFinding =
  | {
      readonly kind: 'report';
      readonly report: WalkReport;
      readonly phase: 'scanning' | 'checking';
    }
  | {
      readonly kind: 'result';
      readonly report: WalkReport;
      readonly phase: 'checking' | 'done';
    }
  | { readonly kind: 'large'; readonly large: LargeFindings }
  | {
      readonly kind: 'column';
      readonly name: SnapshotColumn;
      readonly data: ISnapshot[SnapshotColumn];
    }
  | { readonly kind: 'settled' }
  /** Nothing new, but it goes on: no stream stays silent for long. */
  | { readonly kind: 'alive' };

/** What its process tells: all it finds, then the end or why there is none. */
export type ScanMessage =
  | ScanFinding
  | {
      readonly kind: 'end';
      /** It may wait for another order, with what it knows now. */
      readonly mayStay: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly code: ErrorCode;
      readonly message: string;
    };
