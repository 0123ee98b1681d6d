import { randomUUID } from 'node:crypto';
import { LeapError } from '../../../contract';
import { threadFor, type Threads } from '../look/looks';
import type { ISource } from '../source';
import type { FileFormat, Outcome } from './messages';

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
    const { outcome } = await threadFor(format, threads).run(
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
