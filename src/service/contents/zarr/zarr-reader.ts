import * as zarr from 'zarrita';
import { LeapError } from '../../../contract';
import type { IArray } from '../array';
import type { IChunk, IChunkReader, Numbers } from '../chunk';
import type { ByteRange } from '../source';
import { UNPACK, type Unpack } from './codecs';
import type { IZarrArray } from './zarr-array';

/** Filters may make a chunk a little larger than its items are. */
const SLACK_BYTES = 1 << 16;

/** Reads keys of the store. */
export interface IChunkBytes {
  read(key: string): Promise<Uint8Array | null>;
  readRange(key: string, range: ByteRange): Promise<Uint8Array | null>;
}

/**
 * Reads the chunks of a Zarr store with zarrita.
 */
export class ZarrReader implements IChunkReader {
  constructor(private readonly _bytes: IChunkBytes) {
    limitCodecs();
  }

  async read(
    array: IArray & Partial<IZarrArray>,
    index: readonly number[]
  ): Promise<IChunk> {
    const opened = await this._open(array);
    try {
      const { data, shape, stride } = await opened.getChunk([...index]);
      return { data: data as unknown as Numbers, shape, stride };
    } catch (reason) {
      throw asFailure(reason);
    }
  }

  private _open(
    array: IArray & Partial<IZarrArray>
  ): Promise<zarr.Array<zarr.DataType>> {
    let opened = this._opened.get(array.path);
    if (!opened) {
      opened = openArray(array, this._bytes);
      this._opened.set(array.path, opened);
    }
    return opened;
  }

  private readonly _opened = new Map<
    string,
    Promise<zarr.Array<zarr.DataType>>
  >();
}

async function openArray(
  { path, zarrFormat, metadata }: IArray & Partial<IZarrArray>,
  bytes: IChunkBytes
): Promise<zarr.Array<zarr.DataType>> {
  const known = zarrFormat === 2 ? '/.zarray' : '/zarr.json';
  const text = JSON.stringify(asNumbers(metadata ?? {}));
  const prefix = path === '' ? '' : `${path}/`;
  // The library sees one array at the root: paths of others never go through its addresses.
  const store: zarr.AsyncReadable = {
    get: async key =>
      key === known
        ? new TextEncoder().encode(text)
        : /^\/\.?z/.test(key)
          ? undefined
          : ((await bytes.read(prefix + key.slice(1))) ?? undefined),
    getRange: async (key, range) =>
      (await bytes.readRange(
        prefix + key.slice(1),
        'suffixLength' in range ? { last: range.suffixLength } : range
      )) ?? undefined
  };
  try {
    return zarrFormat === 2
      ? await zarr.open.v2(store, { kind: 'array', attrs: false })
      : await zarr.open.v3(store, { kind: 'array' });
  } catch (reason) {
    throw asFailure(reason);
  }
}

/** Times are 64-bit integers to the library, whose own types have none. */
function asNumbers(metadata: Readonly<Record<string, unknown>>): object {
  const { dtype, data_type: type } = metadata;
  if (typeof dtype === 'string' && /^[<>][mM]8/.test(dtype)) {
    return { ...metadata, dtype: `${dtype.slice(0, 1)}i8`, fill_value: 0 };
  }
  return typeof type === 'object' && type !== null
    ? { ...metadata, data_type: 'int64', fill_value: 0 }
    : metadata;
}

type Registry = typeof zarr.registry;
type Entry = Awaited<ReturnType<NonNullable<ReturnType<Registry['get']>>>>;

/** The library's own unpacking knows no limits. */
function limitCodecs(): void {
  for (const [name, unpack] of Object.entries(UNPACK)) {
    const entry = { fromConfig: limited(unpack) } as unknown as Entry;
    for (const key of [name, `numcodecs.${name}`]) {
      zarr.registry.set(key, () => Promise.resolve(entry));
    }
  }
}

function limited(unpack: Unpack) {
  return (_configuration: unknown, { shape }: { shape: number[] }) => {
    // Twice eight bytes an item: what a filter makes of it may be wider than the items are.
    const items = shape.reduce((product, length) => product * length, 1);
    const maxBytes = items * 16 + SLACK_BYTES;
    return {
      kind: 'bytes_to_bytes',
      decode: (bytes: Uint8Array) => unpack(bytes, maxBytes),
      encode: () => {
        throw new Error('Nothing is written.');
      }
    };
  };
}

function asFailure(reason: unknown): LeapError {
  const inner =
    reason instanceof Error && reason.cause instanceof LeapError
      ? reason.cause
      : reason;
  if (inner instanceof LeapError) {
    return inner;
  }
  if (inner instanceof Error && inner.name === 'AbortError') {
    return LeapError.from(inner);
  }
  return new LeapError(
    'bad-upstream',
    'A chunk cannot be unpacked: it is damaged, or packed in another way than its metadata say.',
    { cause: reason }
  );
}
