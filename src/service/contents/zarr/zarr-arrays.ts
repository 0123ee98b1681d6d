import type { IArrays } from '../array';
import type { Attributes } from '../attributes';
import type { IZarrArray } from './zarr-array';

/** More arrays than this are somebody's mistake, and nobody's to read in a sidebar. */
const MAX_ARRAYS = 10_000;

/** A Zarr store. */
export interface IZarrArrays extends IArrays<IZarrArray> {
  /** Its chunks lie in other files: so many references stand in each file of them. */
  readonly recordSize?: number;
}

/**
 * A store of these arrays; those that could not be read are counted in a note.
 */
export function gathered(
  format: string,
  attributes: Attributes,
  found: readonly (readonly [path: string, array: IZarrArray | null])[]
): IZarrArrays {
  const bad = found.filter(([, array]) => array === null);
  const arrays = found
    .map(([, array]) => array)
    .filter(array => array !== null)
    .slice(0, MAX_ARRAYS);
  const notes: string[] = [];
  if (bad.length > 0) {
    const names = bad.slice(0, 3).map(([path]) => `“${path.slice(0, 60)}”`);
    notes.push(
      `The metadata of ${String(bad.length)} arrays make no sense, so they are left out: ${names.join(', ')}.`
    );
  }
  if (found.length > MAX_ARRAYS) {
    notes.push(
      `There are ${String(found.length)} arrays; only the first ${String(MAX_ARRAYS)} are counted.`
    );
  }
  return { format, attributes, arrays, notes };
}
