import type { ArrayContents, Extent, Variable } from '../../../contract';
import { axisVariable, believable } from './grid';
import type { ReadSlice } from './times';

/** A longer or more scattered axis costs more than its two ends are worth. */
const MAX_LENGTH = 200_000;
const MAX_CHUNKS = 8;

/** Where the steps along both axes differ more than this, one of them jumps: across the date line, or from region to region. */
const MAX_STRETCH = 2.5;

/** Where a store's grid lies, and how fine it is, from the values of its axes. */
export interface IBounds {
  readonly extent: Extent;
  readonly resolutionDegrees: number | null;
}

/** The ends of an axis, and how far its positions are apart. */
interface IEnds {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/**
 * Where a store's grid lies, from its latitudes and longitudes; null where it has no such axes, where they are not cheap to
 * read, or where they are no degrees.
 *
 * @throws LeapError what reading says.
 */
export async function readBounds(
  url: string,
  contents: ArrayContents,
  readSlice: ReadSlice,
  signal: AbortSignal
): Promise<IBounds | null> {
  const [lat, lon] = [
    axisVariable(contents.variables, 'lat'),
    axisVariable(contents.variables, 'lon')
  ];
  if (!lat || !lon || !isCheap(lat) || !isCheap(lon)) {
    return null;
  }
  const ends = async (axis: Variable): Promise<IEnds | null> => {
    const { min, max } = await readSlice(
      { place: { url }, variable: axis.path, positions: [] },
      signal
    );
    const many = axis.shape[0] ?? 0;
    return min === null || max === null
      ? null
      : { min, max, step: (max - min) / Math.max(many - 1, 1) };
  };
  const latitudes = await ends(lat);
  const longitudes = await ends(lon);
  return latitudes && longitudes ? bounds(latitudes, longitudes) : null;
}

function bounds(lat: IEnds, lon: IEnds): IBounds | null {
  const areDegrees =
    lat.min >= -90 &&
    lat.max <= 90 &&
    lon.min >= -180 &&
    lon.max <= 360 &&
    lon.max - lon.min <= 360;
  const isStretched =
    lon.step > lat.step * MAX_STRETCH || lat.step > lon.step * MAX_STRETCH;
  if (!areDegrees || isStretched) {
    return null;
  }
  // The positions are the middles of cells.
  const extent = {
    west: rounded(lon.min - lon.step / 2),
    south: Math.max(-90, rounded(lat.min - lat.step / 2)),
    east: rounded(lon.max + lon.step / 2),
    north: Math.min(90, rounded(lat.max + lat.step / 2))
  };
  return { extent, resolutionDegrees: believable(lat.step) };
}

function isCheap({ shape, chunkCount, noLook }: Variable): boolean {
  return (
    noLook === null &&
    (shape[0] ?? 0) > 0 &&
    (shape[0] ?? 0) <= MAX_LENGTH &&
    (chunkCount ?? Infinity) <= MAX_CHUNKS
  );
}

/** Single precision has no more digits than that. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
