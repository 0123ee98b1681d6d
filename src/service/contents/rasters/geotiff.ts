import { BaseClient, BaseResponse, fromCustomClient } from 'geotiff';
import { LeapError } from '../../../contract';
import type { IArrays } from '../array';
import type { IFileArray } from '../thread/messages';
import type { ReadPart } from '../tables/parquet';

/** The picture itself and its overviews; a file whose list of pictures runs in a circle has more. */
const MAX_IMAGES = 24;

const COMPRESSIONS: Readonly<Record<number, string>> = {
  1: '',
  5: 'LZW',
  6: 'JPEG',
  7: 'JPEG',
  8: 'deflate',
  32773: 'PackBits',
  32946: 'deflate',
  34887: 'LERC',
  50000: 'zstd',
  50001: 'WebP'
};

const NO_LOOK =
  'Pictures of GeoTIFF are not drawn here yet. Open it with rioxarray in a notebook.';

/**
 * What a TIFF says of itself: its headers alone are read.
 *
 * @throws LeapError `bad-upstream` for a header that makes no sense.
 */
export async function describeTiff(
  fileBytes: number,
  read: ReadPart
): Promise<IArrays<IFileArray>> {
  try {
    const tiff = await fromCustomClient(new RangeClient(fileBytes, read), {
      maxRanges: 0
    });
    const arrays: IFileArray[] = [];
    const attributes = new Map<string, unknown>();
    for (let at = 0; at < MAX_IMAGES; at += 1) {
      const image = await tiff.getImage(at).catch(() => null);
      if (image === null) {
        break;
      }
      arrays.push(describe(image, at));
      if (at === 0) {
        describePlace(image, attributes);
      }
    }
    if (arrays.length === 0) {
      throw new Error('No image.');
    }
    const isTiled = arrays[0]?.readChunks.at(-1) !== arrays[0]?.shape.at(-1);
    return {
      format: `${attributes.has('crs') ? 'GeoTIFF' : 'TIFF'}, ${isTiled ? 'in tiles' : 'in strips'}`,
      attributes,
      arrays,
      notes: []
    };
  } catch (cause) {
    throw cause instanceof LeapError
      ? cause
      : new LeapError(
          'bad-upstream',
          'The file begins as TIFF does, but its header is damaged.',
          { cause }
        );
  }
}

type Image = Awaited<
  ReturnType<Awaited<ReturnType<typeof fromCustomClient>>['getImage']>
>;

function describe(image: Image, at: number): IFileArray {
  const bands = image.getSamplesPerPixel();
  const hasBands = bands > 1;
  const height = image.getHeight();
  const width = image.getWidth();
  const tile = [
    Math.min(height, image.getTileHeight()),
    Math.min(width, image.getTileWidth())
  ];
  const bits = image.getBitsPerSample();
  const kind = ['uint', 'uint', 'int', 'float'][image.getSampleFormat()];
  const noData = image.getGDALNoData();
  const readChunks = hasBands ? [bands, ...tile] : tile;
  return {
    path: at === 0 ? 'band_data' : `overview_${String(at)}`,
    shape: hasBands ? [bands, height, width] : [height, width],
    dimensions: hasBands ? ['band', 'y', 'x'] : ['y', 'x'],
    chunks: readChunks,
    readChunks,
    dtype: `${kind ?? 'uint'}${String(bits)}`,
    itemBytes: Math.ceil(bits / 8),
    fillValue: noData,
    attributes: new Map(),
    packing: compressionOf(image),
    obstacle: NO_LOOK
  };
}

function compressionOf(image: Image): string {
  const code = image.fileDirectory.getValue('Compression') ?? 1;
  return Object.hasOwn(COMPRESSIONS, code)
    ? (COMPRESSIONS[code] ?? '')
    : `compression ${String(code)}`;
}

function describePlace(image: Image, into: Map<string, unknown>): void {
  const keys = image.getGeoKeys();
  const code: unknown =
    keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey;
  if (typeof code === 'number') {
    into.set('crs', `EPSG:${String(code)}`);
  }
  const citation: unknown = keys?.GTCitationGeoKey;
  if (typeof citation === 'string') {
    into.set('projection', citation);
  }
  try {
    into.set('bounds', image.getBoundingBox());
    into.set('resolution', image.getResolution().slice(0, 2));
  } catch {
    // A picture without a place on the Earth.
  }
}

/** Asks for parts of the file as the library would ask a web server. */
class RangeClient extends BaseClient {
  constructor(
    private readonly _fileBytes: number,
    private readonly _read: ReadPart
  ) {
    super('file:///');
  }

  override async request({ headers }: RequestInit = {}): Promise<BaseResponse> {
    const range = new Headers(headers).get('range') ?? '';
    const [, first = '0', last] = /^bytes=(\d+)-(\d+)?$/.exec(range) ?? [];
    const offset = Number(first);
    const end = Math.min(
      this._fileBytes,
      last === undefined ? offset + 65_536 : Number(last) + 1
    );
    const bytes = await this._read(offset, Math.max(0, end - offset));
    return new RangeResponse(bytes, offset, this._fileBytes);
  }
}

class RangeResponse extends BaseResponse {
  constructor(
    private readonly _bytes: Uint8Array,
    private readonly _offset: number,
    private readonly _fileBytes: number
  ) {
    super();
  }

  override get status(): number {
    return 206;
  }

  override getHeader(name: string): string {
    const last = this._offset + this._bytes.length - 1;
    return name.toLowerCase() === 'content-range'
      ? `bytes ${String(this._offset)}-${String(last)}/${String(this._fileBytes)}`
      : '';
  }

  override getData(): Promise<ArrayBuffer> {
    return Promise.resolve(Uint8Array.from(this._bytes).buffer);
  }
}
