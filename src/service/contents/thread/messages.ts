import type { ErrorCode } from '../../../contract';
import type { ILook, Looked } from '../look/slice';
import type { ByteRange } from '../source';

/**
 * What a thread is asked to do, one thing at a time.
 */
export interface IJob {
  readonly kind: 'job';
  readonly id: number;
  /** Names the data set, so that what was read of it is found again. */
  readonly store: string;
  readonly look: ILook;
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
    }
  | { readonly kind: 'done'; readonly id: number; readonly value: Looked }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: ErrorCode;
      readonly message: string;
    };
