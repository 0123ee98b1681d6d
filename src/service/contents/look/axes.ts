import { nameOf, type IArray } from '../array';
import { curvedOf, kindOfPositions } from './curved';
import type { IDrawing } from './drawing';

/**
 * The one-dimensional array that gives the positions along an axis; null when there is none.
 *
 * It has the dimension's name and lies in the array's own group or in one above it.
 */
export function coordinateOf(
  array: IArray,
  axis: number,
  arrays: readonly IArray[]
): IArray | null {
  const dimension = array.dimensions[axis];
  const length = array.shape[axis];
  let group = array.path.slice(0, array.path.length - nameOf(array).length);
  for (;;) {
    const path = `${group}${dimension ?? ''}`;
    const found = arrays.find(
      one =>
        one.path === path && one.shape.length === 1 && one.shape[0] === length
    );
    if (found || group === '') {
      return found ?? null;
    }
    group = group.replace(/[^/]*\/$/, '');
  }
}

/**
 * How an array is drawn: latitude up and longitude to the right wherever they stand, else the last two dimensions.
 */
export function drawingOf(array: IArray, arrays: readonly IArray[]): IDrawing {
  const axes = array.shape.map((_, axis) => axis);
  const kinds = axes.map(axis => kindOf(array, axis, arrays));
  const lat = kinds.lastIndexOf('lat');
  const lon = kinds.lastIndexOf('lon');
  const others = (drawn: readonly number[]): number[] =>
    axes.filter(axis => !drawn.includes(axis));
  if (lat !== -1 && lon !== -1) {
    return { drawn: 'map', x: lon, y: lat, sliders: others([lon, lat]) };
  }
  const curved = curvedOf(array, arrays);
  if (curved) {
    const [y = 0, x = 0] = curved.latitude.dimensions.map(name =>
      array.dimensions.indexOf(name)
    );
    return { drawn: 'map', x, y, sliders: others([x, y]), curved };
  }
  // Dimensions of one step have nothing to draw.
  const long = axes.filter(axis => (array.shape[axis] ?? 0) > 1);
  const x = long.at(-1) ?? axes.length - 1;
  const y = long.at(-2);
  return y === undefined
    ? { drawn: 'line', x, y: null, sliders: others([x]) }
    : { drawn: 'grid', x, y, sliders: others([x, y]) };
}

/** By the CF conventions, then by the names that models use. */
function kindOf(
  array: IArray,
  axis: number,
  arrays: readonly IArray[]
): 'lat' | 'lon' | null {
  const coordinate = coordinateOf(array, axis, arrays);
  const kind = coordinate && kindOfPositions(coordinate);
  const name = array.dimensions[axis] ?? '';
  if (kind) {
    return kind;
  }
  if (/^(lat|latitude|nav_lat|y_lat)$/i.test(name)) {
    return 'lat';
  }
  return /^(lon|long|longitude|nav_lon|x_lon)$/i.test(name) ? 'lon' : null;
}
