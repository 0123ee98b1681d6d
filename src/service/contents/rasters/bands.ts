import type { IFileArray } from '../file-array';
import type { TiffImage } from './range-client';
import { MAX_SLOW_TILE_BYTES, MAX_TILE_BYTES } from './tile-limits';

const NAMES: Readonly<Record<number, string>> = {
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

/** What is unpacked here: the others say themselves how much comes out of them. */
const UNPACKED: ReadonlySet<number> = new Set([1, 5, 8, 32773, 32946, 50000]);
const SLOW: ReadonlySet<number> = new Set([5, 32773]);

/** Rows of strips that are read at once: a strip may be a single row. */
const ROWS_BYTES = 2 << 20;

/** Sizes of tiles that are asked for, to say beforehand how much is read. */
const MAX_SIZES = 4096;

/**
 * The bands of a picture of a TIFF.
 */
export interface IBands extends IFileArray {
  /** Which picture of the file. */
  readonly image: number;
}

/**
 * Describe a picture.
 */
export async function bandsOf(
  image: TiffImage,
  at: number,
  path: string
): Promise<IBands> {
  const bands = image.getSamplesPerPixel();
  const height = image.getHeight();
  const width = image.getWidth();
  const tile = [
    Math.min(height, image.getTileHeight()),
    Math.min(width, image.getTileWidth())
  ];
  const bits = image.getBitsPerSample();
  const kind = ['uint', 'uint', 'int', 'float'][image.getSampleFormat()];
  const dtype = `${kind ?? 'uint'}${String(bits)}`;
  const itemBytes = Math.ceil(bits / 8);
  const compression = image.fileDirectory.getValue('Compression') ?? 1;
  const isWhole = image.planarConfiguration === 1;
  const tileBytes =
    tile.reduce((bytes, length) => bytes * length, itemBytes) *
    (isWhole ? bands : 1);
  const rows = image.isTiled ? tile : stripsOf(tile, height, tileBytes);
  const hasBands = bands > 1;
  const byBand = (band: number, part: readonly number[]): number[] =>
    hasBands ? [band, ...part] : [...part];
  const obstacle = obstacleOf(dtype, compression, tileBytes);
  return {
    path,
    shape: byBand(bands, [height, width]),
    dimensions: hasBands ? ['band', 'y', 'x'] : ['y', 'x'],
    chunks: byBand(isWhole ? bands : 1, tile),
    readChunks: byBand(1, rows),
    dtype,
    itemBytes,
    fillValue: image.getGDALNoData(),
    attributes: new Map(),
    packing: Object.hasOwn(NAMES, compression)
      ? (NAMES[compression] ?? '')
      : `compression ${String(compression)}`,
    obstacle,
    packedShare:
      obstacle === null ? await packedShare(image, bands, itemBytes) : null,
    isPicture: true,
    image: at
  };
}

/** As many strips as make a reading worth while. */
function stripsOf(
  [rows = 1, width = 1]: readonly number[],
  height: number,
  stripBytes: number
): number[] {
  const strips = Math.max(1, Math.floor(ROWS_BYTES / Math.max(1, stripBytes)));
  return [Math.min(height, rows * strips), width];
}

/** Bytes in the file for each byte unpacked; with all bands where they lie together. */
async function packedShare(
  image: TiffImage,
  bands: number,
  itemBytes: number
): Promise<number | null> {
  const name = image.isTiled ? 'TileByteCounts' : 'StripByteCounts';
  const tiles =
    Math.ceil(image.getWidth() / Math.max(1, image.getTileWidth())) *
    Math.ceil(image.getHeight() / Math.max(1, image.getTileHeight()));
  if (tiles > MAX_SIZES) {
    return null;
  }
  const sizes: unknown = await image.fileDirectory.loadValue(name);
  const packed = Array.from((sizes ?? []) as ArrayLike<number>, Number).reduce(
    (sum, bytes) => sum + bytes,
    0
  );
  const band = image.getWidth() * image.getHeight() * itemBytes;
  return image.planarConfiguration === 1
    ? packed / band
    : packed / bands / band;
}

function obstacleOf(
  dtype: string,
  compression: number,
  tileBytes: number
): string | null {
  if (!/^(u?int(8|16|32)|float(16|32|64))$/.test(dtype)) {
    return `Values of the type ${dtype} are not drawn.`;
  }
  if (!UNPACKED.has(compression)) {
    return `It is packed with ${NAMES[compression] ?? 'something unknown'}, which is not unpacked here. Open it with rioxarray in a notebook.`;
  }
  const most = SLOW.has(compression) ? MAX_SLOW_TILE_BYTES : MAX_TILE_BYTES;
  return tileBytes > most
    ? 'One tile of it is too much for a quick look. Open it with rioxarray in a notebook.'
    : null;
}
