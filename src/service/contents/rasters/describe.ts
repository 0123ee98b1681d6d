import { LeapError } from '../../../contract';
import type { IArrays } from '../array';
import { valueText } from '../attributes';
import type { IFileArray } from '../file-array';
import type { ReadPart } from '../tables/parquet';
import { bandsOf, type IBands } from './bands';
import { coordinatesOf, placeOf } from './place';
import { openTiff, type Tiff, type TiffImage } from './range-client';

/** The picture itself and its overviews; a file whose list of pictures runs in a circle has more. */
const MAX_IMAGES = 24;

/** Bits of the tag that says what a picture is to the one before. */
const REDUCED = 1;
const MASK = 4;

/** As many cells as a sidebar draws: an overview with fewer would be coarser than the picture. */
const DRAWN = { width: 360, height: 180 };

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
    return await describe(await openTiff(fileBytes, read));
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

async function describe(tiff: Tiff): Promise<IArrays<IFileArray>> {
  const images = await imagesOf(tiff);
  const [first] = images;
  if (first === undefined) {
    throw new Error('No image.');
  }
  const place = placeOf(first.image);
  const pages = images.filter(({ kind }) => kind === 0);
  const overviews = images.filter(({ kind }) => kind === REDUCED);
  const levels = await Promise.all(
    overviews.map(({ image, at }) => bandsOf(image, at, 'band_data'))
  );
  const arrays: IFileArray[] = [];
  for (const [page, { image, at }] of pages.entries()) {
    const name = page === 0 ? 'band_data' : `page_${String(page)}`;
    const bands = await bandsOf(image, at, name);
    // An overview has no header of its own beyond its size.
    const level = {
      ...(page === 0 ? smallest([bands, ...levels]) : bands),
      fillValue: bands.fillValue
    };
    arrays.push({ ...bands, look: lookAt(level, place) });
  }
  const { image } = first;
  const isTiled = image.isTiled ? 'in tiles' : 'in strips';
  const attributes = attributesOf(image);
  if (levels.length > 0) {
    attributes.set('overviews', levels.map(sizeText).join(', '));
  }
  return {
    format: `${attributes.has('crs') ? 'GeoTIFF' : 'TIFF'}, ${isTiled}`,
    attributes,
    arrays: [
      ...arrays,
      ...coordinatesOf(place, image.getWidth(), image.getHeight())
    ],
    notes: []
  };
}

/** Each picture with what it is to the first: 0, a picture; 1, an overview; others are masks. */
async function imagesOf(
  tiff: Tiff
): Promise<{ image: TiffImage; at: number; kind: number }[]> {
  const found: { image: TiffImage; at: number; kind: number }[] = [];
  for (let at = 0; at < MAX_IMAGES; at += 1) {
    const image = await tiff.getImage(at).catch(() => null);
    if (image === null) {
      break;
    }
    const type: unknown = image.fileDirectory.getValue('NewSubfileType');
    const bits = typeof type === 'number' ? type : 0;
    found.push({ image, at, kind: at === 0 ? 0 : bits & (REDUCED | MASK) });
  }
  return found;
}

/** The one with the fewest cells among those that fill the picture; the whole where all are too coarse. */
function smallest(levels: readonly IBands[]): IBands {
  const [whole, ...others] = levels;
  if (whole === undefined) {
    throw new Error('No image.');
  }
  const fine = others.filter(
    ({ shape, obstacle }) =>
      obstacle === null &&
      shape.length === whole.shape.length &&
      (shape.at(-1) ?? 0) >= DRAWN.width &&
      (shape.at(-2) ?? 0) >= DRAWN.height
  );
  return fine.reduce(
    (least, one) =>
      (one.shape.at(-1) ?? 0) < (least.shape.at(-1) ?? 0) ? one : least,
    whole
  );
}

function lookAt(
  level: IBands,
  place: ReturnType<typeof placeOf>
): IFileArray['look'] {
  const [height = 0, width = 0] = level.shape.slice(-2);
  return { array: level, coordinates: coordinatesOf(place, width, height) };
}

function sizeText({ shape }: IBands): string {
  return shape.slice(-2).map(String).join(' × ');
}

function attributesOf(image: TiffImage): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const keys = image.getGeoKeys();
  const code: unknown =
    keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey;
  if (typeof code === 'number') {
    found.set('crs', `EPSG:${String(code)}`);
  }
  const citation: unknown = keys?.GTCitationGeoKey;
  if (typeof citation === 'string') {
    found.set('projection', citation);
  }
  try {
    found.set('bounds', image.getBoundingBox());
    found.set('resolution', image.getResolution().slice(0, 2));
  } catch {
    // A picture without a place on the Earth.
  }
  const noData = image.getGDALNoData();
  if (noData !== null) {
    found.set('nodata', valueText(noData));
  }
  return found;
}
