import type { IStoreAddress } from '../../web/store-address';

/**
 * Stores whose arrays are a chunk for every hour of eighty years: a Dask array of each of 273 variables would take minutes
 * and gigabytes to set up before a value is read, so their makers open them without Dask, lazily all the same.
 */
const FINELY_CHUNKED: readonly RegExp[] = [
  /^gs:\/\/gcp-public-data-arco-era5\/ar\//,
  /^gs:\/\/weatherbench2\/datasets\/era5\/[^/]*-[16]h-/
];

/** What the reader must know of such a store. */
export const FINELY_CHUNKED_NOTE =
  'It has a chunk for every time step: select the times and variables that you need, then call .chunk().';

/**
 * Whether a store has so many chunks that it is better opened without Dask.
 */
export function isFinelyChunked({ url }: IStoreAddress): boolean {
  return FINELY_CHUNKED.some(pattern => pattern.test(url));
}
