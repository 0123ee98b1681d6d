import type { Attribute, TableContents } from '../../../contract';
import { KeySource } from '../key-source';
import type { ISource } from '../source';
import type { Describe } from '../described';

/** What writers leave beside the data. */
const MARKER = /(^|\/)(_[^/]*|[^/]*\.crc|)$/;

/** Values of a partition that are named. */
const SHOWN = 8;

/**
 * A folder of Parquet files, perhaps in folders `year=2020/`: the schema and the first rows of one of them, and how they are
 * parted. Null when the folder holds something else.
 *
 * One page of its keys is listed and one file opened, however many there are.
 */
export async function openPartitioned(
  folder: ISource,
  describe: Describe,
  signal: AbortSignal
): Promise<TableContents | null> {
  const listed = await folder.list('', signal, 'all');
  const data = listed?.keys.filter(key => !MARKER.test(key)) ?? [];
  const [first] = data;
  if (
    first === undefined ||
    !data.every(key => /\.(parquet|parq)$/i.test(key))
  ) {
    return null;
  }
  const source = new KeySource(folder, first);
  const bytes = (await source.sizeOf('', signal)) ?? 0;
  const described = await describe('parquet', source, bytes, signal);
  return described.kind === 'table'
    ? parted(described.table, data, first, listed?.isComplete === true)
    : null;
}

function parted(
  table: TableContents,
  keys: readonly string[],
  first: string,
  isAll: boolean
): TableContents {
  const partitions = partitionsOf(keys);
  const own = new Map(partsOf(first));
  const known = new Set(table.columns.map(({ name }) => name));
  const added = [...partitions.keys()].filter(name => !known.has(name));
  const isOne = isAll && keys.length === 1;
  return {
    ...table,
    format: `Parquet, ${keysInWords(keys.length, isAll)}${isOne ? '' : ', the first of them shown'}`,
    columns: [
      ...table.columns,
      ...added.map(name => ({ name, type: 'partition', isNullable: false }))
    ],
    columnCount: table.columnCount + added.length,
    rowCount: isOne ? table.rowCount : null,
    rows: table.rows.map(row => [
      ...row,
      ...added.map(name => own.get(name) ?? '')
    ]),
    attributes: [
      ...[...partitions].map(([name, values]): Attribute => ({
        name: `partitioned by ${name}`,
        value: valuesInWords([...values], isAll)
      })),
      ...(isOne ? [] : [{ name: 'file that is shown', value: first }]),
      ...table.attributes
    ],
    notes: table.notes
  };
}

/** What the names of folders say, `year=2020`, in the order of the folders. */
function partitionsOf(keys: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const key of keys) {
    for (const [name, value] of partsOf(key)) {
      const values = found.get(name) ?? new Set();
      found.set(name, values.add(value));
    }
  }
  return found;
}

function partsOf(key: string): [name: string, value: string][] {
  return key
    .split('/')
    .slice(0, -1)
    .flatMap((folder): [string, string][] => {
      const at = folder.indexOf('=');
      return at > 0
        ? [[folder.slice(0, at).slice(0, 100), decoded(folder.slice(at + 1))]]
        : [];
    });
}

/** Hive escapes what a file system would not have. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value).slice(0, 100);
  } catch {
    // A percent sign that stands for itself.
    return value.slice(0, 100);
  }
}

function keysInWords(count: number, isAll: boolean): string {
  if (!isAll) {
    return `more than ${String(count)} files`;
  }
  return count === 1 ? '1 file' : `${String(count)} files`;
}

function valuesInWords(values: readonly string[], isAll: boolean): string {
  const shown = values.slice(0, SHOWN).join(', ');
  const more = values.length > SHOWN || !isAll;
  return more ? `${shown}, …` : shown;
}
