import type { ErrorCode, TableContents } from '../../../contract';
import type { IArray, IArrays } from '../array';
import type { ILook, Looked } from '../look/slice';
import type { ByteRange } from '../source';
import type { IReferenceColumns } from '../tables/reference-columns';

/** What a thread can be asked for. */
export type Task =
  | {
      readonly kind: 'look';
      readonly look: ILook;
      readonly format: 'zarr' | FileFormat;
    }
  /** What is in a file, from its metadata. */
  | { readonly kind: 'describe'; readonly format: FileFormat };

/** A format whose library reads the metadata by itself. */
export type FileFormat = 'hdf5' | 'tiff' | 'parquet' | 'references';

/** What came of it. */
export type Outcome =
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'arrays'; readonly arrays: IArrays<IFileArray> }
  | { readonly kind: 'table'; readonly table: TableContents }
  | { readonly kind: 'references'; readonly columns: IReferenceColumns };

/**
 * An array within a file.
 */
export interface IFileArray extends IArray {
  /** What is read at once; as many as `shape`. Where the file has no chunks, some rows. */
  readonly readChunks: readonly number[];
  /** Why it cannot be looked at, a whole sentence; null: it can. */
  readonly obstacle: string | null;
  /** Bytes in the file for each byte unpacked; null or absent: not known. */
  readonly packedShare?: number | null;
  /** What is read for a picture, where that is not the array itself: a coarser copy with its own coordinates. */
  readonly look?: {
    readonly array: IFileArray;
    readonly coordinates: readonly IFileArray[];
  };
}

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
