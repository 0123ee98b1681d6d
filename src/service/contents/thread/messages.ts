import type { ErrorCode } from '../../../contract';
import type { Described, FileFormat } from '../described';
import type { ILook, Looked } from '../look/slice';
import type { ByteRange } from '../source';

/** What a thread can be asked for. */
export type Task =
  | {
      readonly kind: 'look';
      readonly look: ILook;
      readonly format: 'zarr' | FileFormat;
    }
  /** What is in a file, from its metadata. */
  | { readonly kind: 'describe'; readonly format: FileFormat };

/** What came of it. */
export type Outcome =
  { readonly kind: 'looked'; readonly looked: Looked } | Described;

/**
 * What a thread is asked to do.
 */
export interface IJob {
  readonly kind: 'job';
  readonly id: number;
  /** Names the data set, so that what was read of it is found again. */
  readonly store: string;
  /** How long the file is; 0 for a store of many keys. */
  readonly fileBytes: number;
  readonly task: Task;
}

/** The one who waits has gone. */
export interface ICancel {
  readonly kind: 'cancel';
  readonly id: number;
}

/** Bytes that a thread asked for. */
export type Delivery =
  | {
      readonly kind: 'bytes';
      readonly request: number;
      readonly bytes: Uint8Array | null;
    }
  | {
      readonly kind: 'failed-bytes';
      readonly request: number;
      readonly code: ErrorCode;
      readonly message: string;
    };

/** To the thread. */
export type ToThread = IJob | ICancel | Delivery;

/** From the thread. */
export type FromThread =
  | {
      readonly kind: 'want';
      readonly id: number;
      readonly request: number;
      readonly key: string;
      readonly range: ByteRange | null;
      /** Where the bytes go when the thread waits for them and hears nothing meanwhile. */
      readonly into: SharedArrayBuffer | null;
    }
  | { readonly kind: 'done'; readonly id: number; readonly value: Outcome }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: ErrorCode;
      readonly message: string;
    };
