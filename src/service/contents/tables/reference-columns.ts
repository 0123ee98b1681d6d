import { parquetMetadataAsync, parquetRead, type AsyncBuffer } from 'hyparquet';
import { LeapError } from '../../../contract';
import { COMPRESSORS } from './compressors';
import type { ReadPart } from './parquet';

/** Files of references are some hundred kilobytes. */
const MAX_BYTES = 16 << 20;
const MAX_ROWS = 1_000_000;

/**
 * A file of references, a row a chunk: where it lies, or its bytes themselves.
 */
export interface IReferenceColumns {
  readonly paths: readonly (string | null)[];
  readonly offsets: readonly number[];
  readonly sizes: readonly number[];
  readonly raw: readonly (Uint8Array | null)[];
}

/**
 * Read a file of references.
 *
 * @throws LeapError `bad-upstream` when it makes no sense, `too-large`.
 */
export async function readReferenceColumns(
  fileBytes: number,
  read: ReadPart
): Promise<IReferenceColumns> {
  if (fileBytes > MAX_BYTES) {
    throw new LeapError(
      'too-large',
      'A file of references is too large to be read here. Open the data set in a notebook.'
    );
  }
  const bytes = Uint8Array.from(await read(0, fileBytes));
  const file: AsyncBuffer = {
    byteLength: fileBytes,
    slice: (start, end = fileBytes) => bytes.buffer.slice(start, end)
  };
  try {
    const metadata = await parquetMetadataAsync(file);
    if (metadata.num_rows > BigInt(MAX_ROWS)) {
      throw new RangeError('Too many rows.');
    }
    const columns = ['path', 'offset', 'size', 'raw'];
    let rows: unknown[][] = [];
    await parquetRead({
      file,
      metadata,
      columns,
      utf8: false,
      compressors: COMPRESSORS,
      onComplete: (found: unknown[][]) => {
        rows = found;
      }
    });
    return {
      paths: rows.map(([path]) => textOf(path)),
      offsets: rows.map(row => Number(row[1] ?? 0)),
      sizes: rows.map(row => Number(row[2] ?? 0)),
      raw: rows.map(row => (row[3] instanceof Uint8Array ? row[3] : null))
    };
  } catch (cause) {
    throw new LeapError('bad-upstream', 'A file of references is damaged.', {
      cause
    });
  }
}

function textOf(value: unknown): string | null {
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString();
  }
  return typeof value === 'string' ? value : null;
}
