import type { IArray } from '../array';
import type { IOpenedArrays } from '../open-contents';
import type { IFileArray } from '../file-array';
import { obstacleOf } from '../zarr/obstacle';
import type { IDrawing } from './drawing';
import { priceFilePlan, pricePlan, type IPricedPlan } from './cost';

/**
 * A variable that is asked for, with what its format knows of it.
 */
export interface IFound {
  readonly array: IArray;
  /** Those that may give its positions, and itself. */
  readonly arrays: readonly IArray[];
  /** The same, its chunks those that are read at once. */
  readonly read: IArray;
  /** In Zarr format 2 the fill value stands for missing data. */
  readonly fillIsMissing: boolean;
  readonly obstacle: string | null;
  /** @param of - Itself, or one of `arrays`. */
  readonly price: (
    of: IArray,
    drawing: IDrawing,
    positions: ReadonlyMap<number, number>,
    signal: AbortSignal
  ) => IPricedPlan | Promise<IPricedPlan>;
}

/**
 * Find a variable; null: there is none of this path.
 */
export function findArray(
  opened: IOpenedArrays,
  wanted: string
): IFound | null {
  if (opened.kind === 'file') {
    const { arrays } = opened.arrays;
    const file = arrays.find(({ path }) => path === wanted);
    return file ? foundInFile(file, arrays) : null;
  }
  const array = opened.arrays.arrays.find(({ path }) => path === wanted);
  return array
    ? {
        array,
        arrays: opened.arrays.arrays,
        read: array,
        fillIsMissing: array.zarrFormat === 2,
        obstacle: obstacleOf(array),
        price: (of, drawing, positions, signal) =>
          pricePlan(
            opened.arrays.arrays.find(({ path }) => path === of.path) ?? array,
            drawing,
            positions,
            opened.source,
            signal
          )
      }
    : null;
}

function foundInFile(
  wanted: IFileArray,
  arrays: readonly IFileArray[]
): IFound {
  const array = wanted.look?.array ?? wanted;
  return {
    array,
    arrays: wanted.look ? [array, ...wanted.look.coordinates] : arrays,
    read: { ...array, chunks: array.readChunks },
    // A header has one value that means no data, and no attributes.
    fillIsMissing: wanted.look !== undefined,
    obstacle: array.obstacle,
    price: (of, drawing, positions) =>
      priceFilePlan(
        of === array
          ? array
          : (arrays.find(({ path }) => path === of.path) ?? array),
        drawing,
        positions
      )
  };
}
