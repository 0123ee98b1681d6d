import { LeapError } from '../../../contract';
import { KeySource } from '../key-source';
import { Recent } from '../recent';
import type { ISource } from '../source';
import type { IReferenceColumns } from '../tables/reference-columns';
import type { Describe } from '../described';
import type { IZarrArray } from '../zarr/zarr-array';
import type { IReferences } from './reference-source';
import type { Reference } from './references';

/** Files of references that are kept: some megabytes each. */
const KEPT = 3;

/**
 * Where the pieces of a virtual store are, as Kerchunk writes it for very many: for each array files `refs.0.parq`,
 * `refs.1.parq`, …, each with as many of its chunks as the store says, row by row of the grid of chunks.
 *
 * @see https://fsspec.github.io/kerchunk/spec.html#parquet-references
 */
export class ParquetReferences implements IReferences {
  constructor(
    arrays: readonly IZarrArray[],
    private readonly _recordSize: number,
    private readonly _folder: ISource,
    private readonly _describe: Describe
  ) {
    this._arrays = new Map(arrays.map(array => [array.path, array]));
  }

  async get(key: string, signal: AbortSignal): Promise<Reference | null> {
    const slash = key.lastIndexOf('/');
    const path = key.slice(0, Math.max(0, slash));
    const array = this._arrays.get(path);
    const chunk = array && chunkNumber(array, key.slice(slash + 1));
    if (chunk === undefined || chunk === null) {
      return null;
    }
    const number = Math.floor(chunk / this._recordSize);
    const file = `${path}/refs.${String(number)}.parq`;
    const columns = await this._files.get(file, () => this._open(file, signal));
    return columns && rowOf(columns, chunk % this._recordSize, key);
  }

  /** The store's own metadata say what there is. */
  list(): { keys: string[]; folders: string[] } {
    return { keys: [], folders: [] };
  }

  private async _open(
    key: string,
    signal: AbortSignal
  ): Promise<IReferenceColumns | null> {
    const source = new KeySource(this._folder, key);
    const bytes = await source.sizeOf('', signal);
    if (bytes === null) {
      return null;
    }
    const found = await this._describe('references', source, bytes, signal);
    return found.kind === 'references' ? found.columns : null;
  }

  private readonly _arrays: ReadonlyMap<string, IZarrArray>;
  private readonly _files = new Recent<IReferenceColumns | null>(KEPT);
}

/** The how manieth chunk of the grid a key `0.3.1` is; null: it is no chunk's. */
function chunkNumber(
  { shape, gridChunks }: IZarrArray,
  key: string
): number | null {
  const index = /^\d+(\.\d+)*$/.test(key) ? key.split('.').map(Number) : null;
  if (index === null || index.length !== Math.max(1, shape.length)) {
    return null;
  }
  return shape.reduce(
    (number, length, axis) =>
      number * Math.ceil(length / Math.max(1, gridChunks[axis] ?? 1)) +
      (index[axis] ?? 0),
    0
  );
}

function rowOf(
  { paths, offsets, sizes, raw }: IReferenceColumns,
  row: number,
  key: string
): Reference | null {
  const inline = raw[row];
  if (inline) {
    return { kind: 'inline', bytes: inline };
  }
  const url = paths[row];
  if (url === undefined || url === null || url === '') {
    return null;
  }
  const offset = offsets[row] ?? 0;
  const length = sizes[row] ?? 0;
  if (!(offset >= 0 && length >= 0 && Number.isSafeInteger(offset + length))) {
    throw new LeapError(
      'bad-upstream',
      `The reference of “${key.slice(0, 100)}” makes no sense.`
    );
  }
  // No length: the whole of the file.
  return length === 0
    ? { kind: 'whole', url }
    : { kind: 'part', url, range: { offset, length } };
}
