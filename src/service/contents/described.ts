import type { TableContents } from '../../contract';
import type { IArrays } from './array';
import type { IFileArray } from './file-array';
import type { ISource } from './source';
import type { IReferenceColumns } from './tables/reference-columns';

/** A format whose library reads the metadata by itself. */
export type FileFormat = 'hdf5' | 'tiff' | 'parquet' | 'references';

/** What a file says of itself. */
export type Described =
  | { readonly kind: 'arrays'; readonly arrays: IArrays<IFileArray> }
  | { readonly kind: 'table'; readonly table: TableContents }
  | { readonly kind: 'references'; readonly columns: IReferenceColumns };

/**
 * Reads what a file says of itself, in the thread that has the library for it.
 */
export type Describe = (
  format: FileFormat,
  source: ISource,
  fileBytes: number,
  signal: AbortSignal
) => Promise<Described>;
