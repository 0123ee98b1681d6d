import type { FileFormat } from '../described';
import type { ReadingThread } from './reading-thread';

/** Where data sets of each kind are read. */
export type Threads = {
  /** Everything but HDF5. */
  readonly zarr: ReadingThread;
  /** HDF5, whose library waits for its bytes. */
  readonly file: ReadingThread;
};

/**
 * The thread that has the library for a format.
 */
export function threadFor(
  format: 'zarr' | FileFormat,
  { zarr, file }: Threads
): ReadingThread {
  return format === 'hdf5' ? file : zarr;
}
