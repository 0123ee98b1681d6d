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
