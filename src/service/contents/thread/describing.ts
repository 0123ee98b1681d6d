import { randomUUID } from 'node:crypto';
import { LeapError } from '../../../contract';
import type { Describe } from '../described';
import { threadFor, type Threads } from './threads';

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
