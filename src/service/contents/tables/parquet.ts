import {
  parquetMetadataAsync,
  type AsyncBuffer,
  type FileMetaData,
  type SchemaElement
} from 'hyparquet';
import {
  LeapError,
  type Attribute,
  type TableContents
} from '../../../contract';
import { formatLimit } from '../source';
import { firstRows } from './first-rows';

/** More columns than this are not read in a sidebar. */
const MAX_COLUMNS = 300;

/** A schema that claims more is somebody's joke. */
const MAX_LEAVES = 100_000;

/** Footers of very wide tables are some megabytes. */
const MAX_FOOTER_BYTES = 16 << 20;

/** Reads a part of the file. */
export type ReadPart = (offset: number, length: number) => Promise<Uint8Array>;

/**
 * What a Parquet file says of itself, and its first rows: its footer is read, and of the columns no more than eight megabytes.
 *
 * @throws LeapError `bad-upstream` for a footer that makes no sense, `too-large`.
 */
export async function describeParquet(
  fileBytes: number,
  read: ReadPart
): Promise<TableContents> {
  const file: AsyncBuffer = {
    byteLength: fileBytes,
    slice: async (start, end = fileBytes) =>
      Uint8Array.from(await read(start, end - start)).buffer
  };
  const metadata = await readFooter(file);
  try {
    return await describe(file, metadata);
  } catch (cause) {
    throw damaged(cause);
  }
}

async function describe(
  file: AsyncBuffer,
  metadata: FileMetaData
): Promise<TableContents> {
  const leaves = leavesOf(metadata.schema).slice(0, MAX_LEAVES);
  const shown = leaves.slice(0, MAX_COLUMNS);
  const { rows, notes } = await firstRows(
    file,
    metadata,
    shown.map(({ name, element }) => ({ name, type: typeOf(element) }))
  );
  return {
    kind: 'table',
    format: 'Parquet',
    columns: shown.map(({ name, element }) => ({
      name: name.slice(0, 200),
      type: typeOf(element),
      isNullable: element.repetition_type !== 'REQUIRED'
    })),
    columnCount: leaves.length,
    rowCount: countOf(metadata.num_rows),
    rows,
    attributes: factsOf(metadata),
    notes
  };
}

async function readFooter(file: AsyncBuffer): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync({
      byteLength: file.byteLength,
      slice: (start, end = file.byteLength) => {
        if (end - start > MAX_FOOTER_BYTES) {
          throw new LeapError(
            'too-large',
            `The file’s description of itself is larger than ${formatLimit(MAX_FOOTER_BYTES)}, so it was not read.`
          );
        }
        return file.slice(start, end);
      }
    });
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause: unknown): LeapError {
  return cause instanceof LeapError
    ? cause
    : new LeapError(
        'bad-upstream',
        'The file begins as Parquet does, but its description of itself is damaged.',
        { cause }
      );
}

interface ILeaf {
  /** With the columns it lies in: `position.latitude`. */
  readonly name: string;
  readonly element: SchemaElement;
}

/** The schema is a tree written as a list, each element followed by its children. */
function leavesOf(schema: readonly SchemaElement[]): ILeaf[] {
  const leaves: ILeaf[] = [];
  const open: { name: string; left: number }[] = [];
  for (const element of schema.slice(1)) {
    const name = [...open.map(one => one.name), element.name].join('.');
    const parent = open.at(-1);
    if (parent) {
      parent.left -= 1;
    }
    if ((element.num_children ?? 0) > 0) {
      open.push({ name: element.name, left: element.num_children ?? 0 });
    } else {
      leaves.push({ name, element });
    }
    while ((open.at(-1)?.left ?? 1) <= 0) {
      open.pop();
    }
  }
  return leaves;
}

/** What it means, else how it is stored. */
function typeOf({ type, converted_type, logical_type }: SchemaElement): string {
  const logical = logical_type?.type ?? converted_type;
  switch (logical) {
    case 'UTF8':
    case 'STRING':
      return 'string';
    case undefined:
      return (type ?? 'unknown').toLowerCase();
    default:
      return logical === 'INTEGER' && logical_type?.type === 'INTEGER'
        ? `${logical_type.isSigned ? '' : 'u'}int${String(logical_type.bitWidth)}`
        : logical.toLowerCase();
  }
}

function factsOf(metadata: FileMetaData): Attribute[] {
  const columns = metadata.row_groups.flatMap(group => group.columns);
  const codecs = new Set(
    columns.map(({ meta_data }) => meta_data?.codec ?? 'unknown')
  );
  return [
    { name: 'row groups', value: String(metadata.row_groups.length) },
    {
      name: 'packed with',
      value: [...codecs].slice(0, 5).join(', ').toLowerCase()
    },
    ...(metadata.created_by
      ? [{ name: 'written by', value: metadata.created_by.slice(0, 200) }]
      : [])
  ];
}

function countOf(rows: bigint): number | null {
  return rows >= 0n && rows <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(rows)
    : null;
}
