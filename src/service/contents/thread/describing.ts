import { randomUUID } from 'node:crypto';
import { LeapError } from '../../../contract';
import type { Threads } from '../look/looks';
import type { ISource } from '../source';
import type { Outcome, Task } from './messages';

/** A format whose library reads the metadata by itself. */
export type FileFormat = Extract<Task, { kind: 'describe' }>['format'];

/**
 * Reads what a file says of itself, in the thread that has the library for it.
 */
export type Describe = (
  format: FileFormat,
  source: ISource,
  fileBytes: number,
  signal: AbortSignal
) => Promise<Exclude<Outcome, { kind: 'looked' }>>;

/**
 * Describes files in these threads.
 */
export function describerIn(threads: Threads): Describe {
  return async (format, source, fileBytes, signal) => {
    // A name of its own: the file may be another one than at the last look.
    const { outcome } = await threads[format === 'hdf5' ? 'file' : 'zarr'].run(
      {
        store: randomUUID(),
        fileBytes,
        task: { kind: 'describe', format }
      },
      source,
      signal
    );
    if (outcome.kind === 'looked') {
      throw new LeapError('internal', 'Another answer was expected.');
    }
    return outcome;
  };
}
