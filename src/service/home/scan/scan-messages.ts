import type { ErrorCode } from '../../../contract';
import type { LargeFindings } from './large-data';
import type { WalkReport } from './report';
import type { ISnapshot, SnapshotColumn } from './snapshot';

/** What the scan's process is told, once. */
export interface IScanOrder {
  readonly homeDirectory: string;
  readonly concurrency: number | null;
  readonly operationsPerSecond: number | null;
}

/** What a scan finds: reports while it walks, the last one of the whole home, then what is large in it and each column of the snapshot. */
export type ScanFinding =
  | {
      readonly kind: 'report';
      readonly report: WalkReport;
      readonly isLast: boolean;
    }
  | { readonly kind: 'large'; readonly large: LargeFindings }
  | {
      readonly kind: 'column';
      readonly name: SnapshotColumn;
      readonly data: ISnapshot[SnapshotColumn];
    };

/** What its process tells: all it finds, then the end or why there is none. */
export type ScanMessage =
  | ScanFinding
  | { readonly kind: 'end' }
  | {
      readonly kind: 'failed';
      readonly code: ErrorCode;
      readonly message: string;
    };
