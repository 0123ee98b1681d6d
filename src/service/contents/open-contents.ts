import { LeapError, type Contents } from '../../contract';
import type { IArrays } from './array';
import type { ITarget } from './place';
import { summarise } from './summary';
import { openZarr } from './zarr/open-zarr';

/**
 * The arrays of a data set, from its metadata alone; null when the place holds none.
 *
 * @throws LeapError what the source says, `bad-upstream` for metadata that cannot be read.
 *
 * @public For the catalog and the quick look.
 */
export async function openArrays(
  target: ITarget,
  signal: AbortSignal
): Promise<IArrays | null> {
  return target.folder && openZarr(target.folder, signal);
}

/**
 * What is in a place.
 */
export async function openContents(
  target: ITarget,
  signal: AbortSignal
): Promise<Contents> {
  const arrays = await openArrays(target, signal);
  if (arrays) {
    return summarise(arrays, () => null);
  }
  throw new LeapError('not-found', 'There is no data set at this place.');
}
