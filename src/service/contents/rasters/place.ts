import type { IFileArray } from '../file-array';
import { rowsOf } from '../rows';
import type { TiffImage } from './range-client';

/**
 * Where the cells of a picture lie: their middles from left to right and from the top down.
 */
export interface IPlace {
  readonly x: { readonly from: number; readonly to: number };
  readonly y: { readonly from: number; readonly to: number };
  readonly units: { readonly x: string; readonly y: string } | null;
}

/** The numbers of a coordinate, which lie at even distances. */
export interface ICoordinate extends IFileArray {
  readonly even: { readonly from: number; readonly step: number };
}

const GEOGRAPHIC = 2;
const POINT = 2;
const METRE = 9001;

/**
 * The edges of the whole picture; null: it has no place on the Earth, or lies askew.
 */
export function placeOf(image: TiffImage): IPlace | null {
  const keys = image.getGeoKeys() ?? {};
  const model: unknown = keys.GTModelTypeGeoKey;
  const unit: unknown = keys.ProjLinearUnitsGeoKey;
  try {
    const [xStep = NaN, yStep = NaN] = image.getResolution();
    const [xFrom = NaN, yFrom = NaN] = image.getOrigin();
    const shift = keys.GTRasterTypeGeoKey === POINT ? -0.5 : 0;
    const side = (from: number, step: number, cells: number) => ({
      from: from + shift * step,
      to: from + (shift + cells) * step
    });
    const place = {
      x: side(xFrom, xStep, image.getWidth()),
      y: side(yFrom, yStep, image.getHeight())
    };
    const all = [place.x.from, place.x.to, place.y.from, place.y.to];
    if (!all.every(Number.isFinite) || isAskew(image)) {
      return null;
    }
    if (model === GEOGRAPHIC) {
      return { ...place, units: { x: 'degrees_east', y: 'degrees_north' } };
    }
    return { ...place, units: unit === METRE ? { x: 'm', y: 'm' } : null };
  } catch {
    // A picture without a place on the Earth.
    return null;
  }
}

/**
 * The coordinates of a picture of this place, as rioxarray has them; none where it has no place.
 */
export function coordinatesOf(
  place: IPlace | null,
  width: number,
  height: number
): ICoordinate[] {
  if (place === null) {
    return [];
  }
  const side = (name: 'x' | 'y', length: number): ICoordinate => {
    const { from, to } = place[name];
    const step = (to - from) / length;
    const chunks = rowsOf([length], 8);
    return {
      path: name,
      shape: [length],
      dimensions: [name],
      chunks: null,
      readChunks: chunks,
      dtype: 'float64',
      itemBytes: 8,
      fillValue: null,
      attributes: new Map(place.units ? [['units', place.units[name]]] : []),
      packing: '',
      obstacle: 'It follows from the header: a number at even distances.',
      even: { from: from + step / 2, step }
    };
  };
  return [side('y', height), side('x', width)];
}

/** Rows that do not run along the axes have no coordinates of their own. */
function isAskew({ fileDirectory }: TiffImage): boolean {
  const matrix: unknown = fileDirectory.getValue('ModelTransformation');
  const at = (index: number): unknown =>
    matrix instanceof Object ? Reflect.get(matrix, index) : 0;
  return (at(1) ?? 0) !== 0 || (at(4) ?? 0) !== 0;
}
