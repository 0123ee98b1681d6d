import type { ArrayContents, StoreFacts, Variable } from '../../../contract';
import { attributesOf, declaredNumber, type Attributes } from './declared';

/** A grid with fewer rows is no map. */
const MIN_ROWS = 8;

/** What is wider is no resolution. */
const MAX_DEGREES = 15;

const GLOBE = { west: -180, south: -90, east: 180, north: 90 };

/**
 * Where a store's grid lies and how fine it is: as its attributes declare it, or, where they do not, as the numbers of
 * rows and columns say of a grid around the globe.
 */
export function gridOf(
  { variables }: ArrayContents,
  attributes: Attributes
): Pick<StoreFacts, 'resolutionDegrees' | 'extent'> {
  const extent = declaredExtent(attributes);
  const declared = declaredNumber(attributes, 'geospatial_lat_resolution');
  if (declared !== null && declared > 0 && declared <= MAX_DEGREES) {
    return { resolutionDegrees: declared, extent };
  }
  const rows = lengthOf(variables, 'lat');
  const columns = lengthOf(variables, 'lon');
  if (rows === null || columns === null || rows < MIN_ROWS) {
    return { resolutionDegrees: null, extent };
  }
  if (extent !== null) {
    const degrees = (extent.north - extent.south) / rows;
    return { resolutionDegrees: believable(degrees), extent };
  }
  // Twice as many columns as rows, whether or not the poles are rows of their own: the globe.
  return Math.abs(columns - 2 * rows) <= 2
    ? { resolutionDegrees: believable(360 / columns), extent: GLOBE }
    : { resolutionDegrees: null, extent: null };
}

function declaredExtent(attributes: Attributes): StoreFacts['extent'] {
  const west = declaredNumber(attributes, 'geospatial_lon_min');
  const east = declaredNumber(attributes, 'geospatial_lon_max');
  const south = declaredNumber(attributes, 'geospatial_lat_min');
  const north = declaredNumber(attributes, 'geospatial_lat_max');
  return west !== null &&
    east !== null &&
    south !== null &&
    north !== null &&
    Math.abs(west) <= 360 &&
    Math.abs(east) <= 360 &&
    south >= -90 &&
    north <= 90 &&
    south <= north
    ? { west, south, east, north }
    : null;
}

/** How many positions there are along an axis; null where several arrays give it differently. */
function lengthOf(
  variables: readonly Variable[],
  axis: 'lat' | 'lon'
): number | null {
  return axisVariable(variables, axis)?.shape[0] ?? null;
}

/**
 * The variable with the positions along an axis; undefined where there is none, or where several arrays give it differently.
 */
export function axisVariable(
  variables: readonly Variable[],
  axis: 'lat' | 'lon'
): Variable | undefined {
  const found = variables
    .filter(({ shape }) => shape.length === 1)
    .filter(variable => isAxis(variable, axis));
  const lengths = new Set(found.map(({ shape }) => shape[0]));
  return lengths.size === 1 ? found[0] : undefined;
}

function isAxis(variable: Variable, axis: 'lat' | 'lon'): boolean {
  const name = (variable.path.split('/').at(-1) ?? '').toLowerCase();
  const standard =
    variable.standardName ??
    attributesOf(variable.attributes).get('standard_name') ??
    '';
  return axis === 'lat'
    ? standard === 'latitude' || /^lat(itude)?$/.test(name)
    : standard === 'longitude' || /^lon(gitude)?$/.test(name);
}

/**
 * A resolution in degrees that a grid may have; null: it is none.
 */
export function believable(degrees: number): number | null {
  return degrees > 0 && degrees <= MAX_DEGREES
    ? Number(degrees.toPrecision(4))
    : null;
}
