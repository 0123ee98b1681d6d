import { parquetRead, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { cellText } from './cell-text';
import { COMPRESSORS } from './compressors';

/** As many as CSV shows. */
const MAX_ROWS = 8;
const MAX_COLUMNS = 40;

/** Nobody asked for the rows: they must cost little. */
const BUDGET_BYTES = 8 << 20;

/** Of a column: its dictionary, which writers keep below a megabyte, and a page. */
const COLUMN_BYTES = 5 << 18;

/** Stands for a value that was not read. */
const NOT_READ = '…';

type Row = readonly unknown[];

/**
 * The first rows of a Parquet file in words, and what could not be read of them.
 *
 * @param leaves - The columns as they are shown, `position.latitude`.
 */
export async function firstRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  leaves: readonly { readonly name: string; readonly type: string }[]
): Promise<{ readonly rows: string[][]; readonly notes: string[] }> {
  const count = Math.min(
    MAX_ROWS,
    Number(metadata.row_groups[0]?.num_rows ?? 0)
  );
  const columns = [...new Set(topLevel(metadata))];
  const wanted = columns.slice(0, MAX_COLUMNS);
  if (count <= 0 || wanted.length === 0) {
    return { rows: [], notes: [] };
  }
  const values = await readColumns(file, metadata, wanted, count);
  const rows = Array.from({ length: count }, (_, row) =>
    leaves.map(({ name: leaf, type }) => {
      // A name may have dots of its own.
      const column = wanted.find(
        name => leaf === name || leaf.startsWith(`${name}.`)
      );
      const found = column === undefined ? undefined : values.get(column);
      return found
        ? cellText(
            found[row],
            leaf.slice((column?.length ?? 0) + 1),
            type === 'date'
          )
        : NOT_READ;
    })
  );
  const unread = columns.length - values.size;
  return {
    rows: values.size === 0 ? [] : rows,
    notes:
      unread > 0
        ? [
            `The values of ${unread === 1 ? 'one column' : `${String(unread)} columns`} are not shown: they would be more to read than a glance may, or are packed in a way that is not read here.`
          ]
        : []
  };
}

/** All at once where they are small, else the beginning of each by itself, as many as there is room for. */
async function readColumns(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly string[],
  count: number
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const found = new Map<string, readonly unknown[]>();
  const take = (some: readonly string[], rows: readonly Row[] | null): void => {
    for (const [at, column] of some.entries()) {
      if (rows) {
        found.set(
          column,
          rows.map(row => row[at])
        );
      }
    }
  };
  if (chunkBytes(metadata, columns) <= BUDGET_BYTES) {
    take(columns, await read(file, metadata, columns, count));
  }
  if (found.size === 0) {
    // A chunk begins with its first page, and no more of it is needed.
    const beginning: AsyncBuffer = {
      byteLength: file.byteLength,
      slice: (start, end = file.byteLength) =>
        file.slice(start, Math.min(end, start + COLUMN_BYTES))
    };
    await Promise.all(
      withinBudget(metadata, columns).map(async column => {
        take([column], await read(beginning, metadata, [column], count));
      })
    );
  }
  return found;
}

function withinBudget(
  metadata: FileMetaData,
  columns: readonly string[]
): string[] {
  let left = BUDGET_BYTES;
  return columns.filter(column => {
    const bytes = Math.min(COLUMN_BYTES, chunkBytes(metadata, [column]));
    const fits = bytes <= left;
    left -= fits ? bytes : 0;
    return fits;
  });
}

/** Null: something about these columns cannot be read here. */
async function read(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly string[],
  count: number
): Promise<readonly Row[] | null> {
  let found: readonly Row[] = [];
  try {
    await parquetRead({
      file,
      metadata,
      columns: [...columns],
      rowStart: 0,
      rowEnd: count,
      useOffsetIndex: true,
      // Bytes that are not marked as text may be anything.
      utf8: false,
      compressors: COMPRESSORS,
      onComplete: (rows: unknown[][]) => {
        found = rows;
      }
    });
  } catch {
    // Damaged, cut off, or packed as nothing here unpacks: the schema is shown without these values.
    return null;
  }
  return found.length === count ? found : null;
}

function topLevel(metadata: FileMetaData): string[] {
  return (
    metadata.row_groups[0]?.columns.flatMap(
      ({ meta_data }) => meta_data?.path_in_schema[0] ?? []
    ) ?? []
  );
}

function chunkBytes(
  metadata: FileMetaData,
  columns: readonly string[]
): number {
  const wanted = new Set(columns);
  let bytes = 0;
  for (const { meta_data } of metadata.row_groups[0]?.columns ?? []) {
    if (meta_data && wanted.has(meta_data.path_in_schema[0] ?? '')) {
      bytes += Number(meta_data.total_compressed_size);
    }
  }
  return bytes;
}
