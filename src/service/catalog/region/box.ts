import type { Extent } from '../../../contract';

/**
 * The share of a sphere's surface within bounds in degrees, times a constant. Longitudes may run from -180 or from 0, or
 * across the date line.
 */
export function areaOf(box: Extent): number {
  return widthOf(box) * heightOf(box.south, box.north);
}

/**
 * The area that two boxes share, in the unit of `areaOf`.
 */
export function shared(a: Extent, b: Extent): number {
  const height = heightOf(
    Math.max(a.south, b.south),
    Math.min(a.north, b.north)
  );
  const first = spans(a);
  const second = spans(b);
  const width = first.reduce(
    (sum, [west, east]) =>
      sum +
      second.reduce(
        (inner, other) =>
          inner +
          Math.max(0, Math.min(east, other[1]) - Math.max(west, other[0])),
        0
      ),
    0
  );
  return width * height;
}

function widthOf(box: Extent): number {
  return spans(box).reduce((sum, [west, east]) => sum + east - west, 0);
}

/** Height of a zone of the sphere: a degree of latitude near the poles is little land. */
function heightOf(south: number, north: number): number {
  const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
  return Math.max(0, sine(north) - sine(south));
}

/** One or two spans of longitude within -180 to 180. */
function spans({ west, east }: Extent): (readonly [number, number])[] {
  if (Math.abs(east - west) >= 359) {
    return [[-180, 180]];
  }
  const start = wrapped(west);
  const end = east === 180 ? 180 : wrapped(east);
  return start <= end
    ? [[start, end]]
    : [
        [start, 180],
        [-180, end]
      ];
}

function wrapped(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
